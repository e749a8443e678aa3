package check_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"stadtbote"
	"stadtbote/internal/build"
	"stadtbote/internal/check"
	"stadtbote/internal/diag"
)

// noon is the moment at which the towns of these tests are looked at.
var noon = time.Date(2018, 11, 20, 12, 0, 0, 0, time.UTC)

// base is a town that breaks no rule. A case lays its files over it.
const base = "testdata/musterstadt.txtar"

// TestEachRuleHasAPageThatBreaksItAndOneThatDoesNot looks for the story of each
// rule: what "explain" shows is what is played. TestStories of cmd/stadtbote
// plays those that take nothing but files; those that need more are played
// here, with the folders that only this test knows: before/ is the state
// published before, made/ and made-right/ hold what is given to the checker as
// if the program had made it, answers/ and answers-right/ what other sites say.
func TestEachRuleHasAPageThatBreaksItAndOneThatDoesNot(t *testing.T) {
	for _, rule := range check.Rules() {
		t.Run(string(rule.Code), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(filepath.Join("..", "diag", "stories", string(rule.Code)+".txtar"))
			if err != nil {
				t.Fatalf("the rule %s has no story: %v", rule.ID, err)
			}
			wrong, right := townOf(t, archive, "wrong"), townOf(t, archive, "right")
			if len(wrong.own) == 0 || len(right.own) == 0 && len(wrong.files) == len(right.files) {
				t.Fatal("the story needs files that break the rule, and files that do not")
			}
			if story, _ := diag.StoryOf(rule.Code); story.Played.Name == "" {
				return
			}
			found := wrong.check(t)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == rule.Code }) {
				t.Errorf("wrong/ does not break the rule; found: %v", shown(found))
			}
			if found := right.check(t); slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == rule.Code }) {
				t.Errorf("right/ breaks the rule: %v", shown(found))
			}
		})
	}
}

func TestTheTownOfTheCasesBreaksNoRule(t *testing.T) {
	if found := townOf(t, &txtar.Archive{}, "").check(t); len(found) > 0 {
		t.Errorf("found: %v", shown(found))
	}
}

// A print version writes addresses out; what is wrong with a link is told once.
func TestADeadAnchorIsOneFindingForAPageAndItsPrintVersion(t *testing.T) {
	town := townOf(t, &txtar.Archive{}, "")
	town.files["content/meldungen/2018/verweis.md"] = fileOf([]byte("---\ntitel: Ein Verweis\ndatum: 2018-06-04\nrubrik: Politik\n" +
		"teaser: Diese Meldung verweist auf eine Stelle, die es nicht gibt.\n---\n\nMehr zur [Politik der Stadt](/rubriken/politik/#gestern).\n"))
	if found := shown(town.check(t)); len(found) != 1 || !strings.Contains(found[0], `verweis.md:8:10 SB856 ["/rubriken/politik/#gestern"`) || !strings.HasSuffix(found[0], `"2"]`) {
		t.Errorf("found: %v", found)
	}
}

// The print versions of two reports with one headline are the same mistake.
func TestEqualHeadlinesAreOneFindingForEachPairOfReports(t *testing.T) {
	town := townOf(t, &txtar.Archive{}, "")
	for _, slug := range []string{"eins", "zwei"} {
		town.files["content/meldungen/2018/"+slug+".md"] = fileOf([]byte("---\ntitel: Öffentliche Bekanntmachung\ndatum: 2018-06-04\nrubrik: Politik\nslug: " + slug +
			"\nteaser: Der Rat der Stadt tagt am Donnerstag im großen Saal des Rathauses.\n---\n\nDie Sitzung ist öffentlich.\n"))
	}
	if found := shown(town.check(t)); len(found) != 1 || !strings.Contains(found[0], `zwei.md:0:0 SB803 ["Öffentliche Bekanntmachung (4.6.2018) – Musterstadt" "/2018/06/eins/" "/2018/06/zwei/"]`) {
		t.Errorf("found: %v", found)
	}
	second := town.files["content/meldungen/2018/zwei.md"]
	second.Data = bytes.Replace(second.Data, []byte("2018-06-04"), []byte("2018-06-05"), 1)
	if found := shown(town.check(t)); len(found) != 0 {
		t.Errorf("of different days: %v", found)
	}
}

// What the program draws itself is not looked at: it says nothing but what it
// shows. Pictures of authors are, whatever they are called.
func TestDrawnPicturesTellNothing(t *testing.T) {
	planned, err := build.Plan(context.Background(), options(townOf(t, &txtar.Archive{}, "").files), nil)
	if err != nil {
		t.Fatal(err)
	}
	drawn := 0
	for f := range planned.Files.All() {
		if check.Needs(f.Path, f.Origin) {
			continue
		}
		drawn++
		var b bytes.Buffer
		if err := f.Make(&b); err != nil {
			t.Fatal(err)
		}
		for _, chunk := range []string{"eXIf", "iTXt", "tEXt", "zTXt", "Exif\x00"} {
			if bytes.Contains(b.Bytes(), []byte(chunk)) {
				t.Errorf("%s has %s", f.Path, chunk)
			}
		}
	}
	if drawn == 0 {
		t.Error("nothing was drawn")
	}
	if !check.Needs("bild.png", "content/meldungen/BILD.JPG") || !check.Needs("index.html", "content/a.md") || !check.Needs("a.pdf", "content/a.md") {
		t.Error("a file is passed over that can break a rule")
	}
}

// A rule stands in the table once.
func TestNoRuleStandsInTheTableTwice(t *testing.T) {
	rules := map[diag.Code]bool{}
	for _, rule := range check.Rules() {
		if rules[rule.Code] {
			t.Errorf("%s stands in the table twice", rule.Code)
		}
		rules[rule.Code] = true
	}
}

// town is one site of a case.
type town struct {
	files, before fstest.MapFS
	own           []string // what the case lays over the base
	finished      map[string][]byte
	answers       map[string]check.Answer // of other sites
}

func townOf(t *testing.T, archive *txtar.Archive, folder string) *town {
	t.Helper()
	ground, err := txtar.ParseFile(base)
	if err != nil {
		t.Fatal(err)
	}
	town := &town{files: fstest.MapFS{}, finished: map[string][]byte{}}
	for _, f := range ground.Files {
		town.files[f.Name] = fileOf(f.Data)
	}
	before := maps.Clone(town.files)
	for _, f := range archive.Files {
		first, name, _ := strings.Cut(f.Name, "/")
		kind, side, _ := strings.Cut(first, "-")
		if side == "" {
			side = "wrong"
		}
		switch {
		case first == "before":
			before[name], town.before = fileOf(f.Data), before
			continue
		case kind == "made" && side == folder:
			town.finished[name] = fileOf(f.Data).Data
		case kind == "answers" && side == folder:
			if err := json.Unmarshal(f.Data, &town.answers); err != nil {
				t.Fatal(err)
			}
		case first != folder && first != "both":
			continue
		case strings.TrimSpace(string(f.Data)) == "(none)":
			delete(town.files, name)
		default:
			town.files[name] = fileOf(f.Data)
		}
		if first != "both" {
			town.own = append(town.own, name)
		}
	}
	return town
}

// fileOf returns a file of a case; a line such as "(picture 1280x800 located)" is a
// picture of that size, "(pdf)" an accessible document.
func fileOf(data []byte) *fstest.MapFile {
	var width, height int
	if n, _ := fmt.Sscanf(string(data), "(picture %dx%d", &width, &height); n == 2 {
		data = photograph(width, height, strings.Contains(string(data), " located"))
	}
	switch strings.TrimSpace(string(data)) {
	case "(pdf)":
		data = accessiblePDF()
	case "(pdf untagged)":
		data = scannedPDF()
	}
	return &fstest.MapFile{Data: data, Mode: 0o644, ModTime: noon}
}

// photograph returns a JPEG, on demand with a place in its EXIF data.
func photograph(width, height int, located bool) []byte {
	picture := image.NewGray(image.Rect(0, 0, width, height))
	picture.SetGray(0, 0, color.Gray{200})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, nil); err != nil {
		panic(err)
	}
	if !located {
		return b.Bytes()
	}
	tiff := "II*\x00\x08\x00\x00\x00" + "\x01\x00" + "\x25\x88\x04\x00\x01\x00\x00\x00\x1a\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00\x00\x00"
	segment := "Exif\x00\x00" + tiff
	head := "\xFF\xE1" + string([]byte{byte((len(segment) + 2) >> 8), byte(len(segment) + 2)}) + segment
	return append(append(append([]byte{}, b.Bytes()[:2]...), head...), b.Bytes()[2:]...)
}

// accessiblePDF is the PDF version of the base's report.
func accessiblePDF() []byte {
	ground, err := txtar.ParseFile(base)
	if err != nil {
		panic(err)
	}
	files := fstest.MapFS{}
	for _, f := range ground.Files {
		files[f.Name] = &fstest.MapFile{Data: bytes.ReplaceAll(f.Data, []byte("pdf: false"), []byte("pdf: true")), ModTime: noon}
	}
	planned, err := build.Plan(context.Background(), options(files), nil)
	if err != nil {
		panic(err)
	}
	file, _ := planned.File("2018/05/bruecke/bruecke.pdf")
	var b bytes.Buffer
	if err := file.Make(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// scannedPDF is a document of one empty page, without tags or title.
func scannedPDF() []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"}
	b := []byte("%PDF-1.4\n")
	var table strings.Builder
	table.WriteString("0000000000 65535 f \n")
	for i, object := range objects {
		table.WriteString(fmt.Sprintf("%010d 00000 n \n", len(b)))
		b = fmt.Appendf(b, "%d 0 obj%s endobj\n", i+1, object)
	}
	return fmt.Appendf(b, "xref\n0 4\n%strailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table.String(), len(b))
}

// options are those of a check over a folder.
func options(files fs.FS) build.Options {
	templates, err := fs.Sub(stadtbote.Templates, "templates")
	if err != nil {
		panic(err)
	}
	static, err := fs.Sub(stadtbote.Static, "static")
	if err != nil {
		panic(err)
	}
	return build.Options{Source: files, Templates: templates, Static: static, Now: noon, Version: "test", Jobs: 1}
}

// check runs the whole check over the town.
func (town *town) check(t *testing.T) diag.List {
	t.Helper()
	o := options(town.files)
	var before *check.Before
	if town.before != nil {
		var err error
		if before, err = build.Before(context.Background(), o, town.before, "main", noon.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	report, err := build.Check(context.Background(), o, build.Extent{Before: before, Ask: town.ask, Typed: true})
	if err != nil {
		t.Fatal(err)
	}
	return append(report.Diags, town.inspected(t, o)...)
}

// ask answers for the sites that are linked.
func (town *town) ask(_ context.Context, addresses []string) map[string]check.Answer {
	answers := map[string]check.Answer{}
	for _, address := range addresses {
		if answer, known := town.answers[address]; known {
			answers[address] = answer
		}
	}
	return answers
}

// inspected is what the checker says of the files that the case has finished
// itself.
func (town *town) inspected(t *testing.T, o build.Options) diag.List {
	if len(town.finished) == 0 {
		return nil
	}
	planned, err := build.Plan(context.Background(), o, nil)
	if err != nil {
		t.Fatal(err)
	}
	checker := check.New(planned.Subject(o, nil))
	for _, name := range slices.Sorted(maps.Keys(town.finished)) {
		checker.File(name, name, town.finished[name])
	}
	return checker.Findings()
}

// shown lists findings for a message.
func shown(found diag.List) []string {
	var lines []string
	for _, d := range found.Sorted() {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s %q", d.File, d.Pos.Line, d.Pos.Col, d.Code, d.Args))
	}
	return lines
}
