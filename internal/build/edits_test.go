package build

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"stadtbote"
	"stadtbote/internal/diag"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// TestIncrementalEqualsClean is the rule that keeps incremental builds honest:
// after each of many random edits, the output folder equals a build from
// nothing, byte for byte, and so does a site that is kept in memory from plan
// to plan. Every new kind of input adds an edit here.
//
// For a long run: go test ./internal/build -run IncrementalEqualsClean -rapid.checks=5000
func TestIncrementalEqualsClean(t *testing.T) {
	published, stopped := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		e := randomEdits(t, rt, 20)
		published, stopped = published+e.published, stopped+e.stopped
	})
	t.Logf("%d edits were published, %d were stopped by an error", published, stopped)
	if published < 2*stopped {
		t.Error("too many edits end in an error to say much")
	}
}

// The templates that people really use, with fewer edits: they take longer.
func TestIncrementalEqualsCleanWithTheRealTheme(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	rapid.Check(t, func(rt *rapid.T) {
		if rapid.IntRange(0, 9).Draw(rt, "one in ten") > 0 {
			return
		}
		w := newTown(t)
		defer os.RemoveAll(w.folder)
		w.tb = rt
		realTheme(w)
		newEditor(rt, w).run(10)
	})
}

func realTheme(w *town) {
	for into, from := range map[*fstest.MapFS]string{&w.templates: "templates", &w.static: "static"} {
		*into = fstest.MapFS{}
		fsys := stadtbote.Templates
		if from == "static" {
			fsys = stadtbote.Static
		}
		below, err := fs.Sub(fsys, from)
		if err != nil {
			w.tb.Fatal(err)
		}
		err = fs.WalkDir(below, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(below, name)
			(*into)[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			w.tb.Fatal(err)
		}
	}
}

// randomEdits makes a site, edits it and compares after each edit.
func randomEdits(t *testing.T, rt *rapid.T, edits int) *editor {
	w := newTown(t)
	defer os.RemoveAll(w.folder)
	w.tb = rt
	e := newEditor(rt, w)
	e.run(edits)
	return e
}

// editor edits a town at random.
type editor struct {
	*town
	rt       *rapid.T
	articles map[string]*draft // by path
	kept     *Planned
	hinted   *Planned                  // kept as well, told what changed
	known    map[string]fstest.MapFile // files as they were for hinted
	n, words int                       // names and texts that never repeat

	outputs            string // which the configuration switches off, unless an edit says otherwise
	last               string // what was edited last
	inError            bool   // the last build was stopped
	published, stopped int    // edits
}

// draft is what an article says.
type draft struct {
	title, date, tags, places, section, slug, alias, body, embargo, expiry, teaser, earlier string
	correction, credit, formerTitle, formerBody                                             string
	hidden, picture, withdrawn                                                              bool
}

func newEditor(rt *rapid.T, w *town) *editor {
	e := &editor{town: w, rt: rt, articles: map[string]*draft{}}
	e.outputs = e.oneOf(lean, lean, lean, "og: false, icons: false", "pdf: false", "")
	return e.begin()
}

// lean leaves out what takes longest to make, most of the time: the same edits
// say more in more sites.
const lean = "pdf: false, og: false, icons: false"

// begin writes the site before the first edit.
func (e *editor) begin() *editor {
	e.configure("")
	if e.number(0, 1) == 1 { // a bit of everything
		e.put("static/humans.txt", e.text())
		e.put("content/meldungen/foto.png", pngOf(2))
		e.create()
		for _, d := range e.articles {
			d.tags, d.places, d.alias, d.picture = "Wasser, Bau", "Markt", "/alt/", true
		}
	}
	for range rapid.IntRange(0, 4).Draw(e.rt, "articles to begin with") {
		e.create()
	}
	for range rapid.IntRange(0, 3).Draw(e.rt, "events to begin with") {
		e.event(e.oneOf(events...))
	}
	return e
}

func (e *editor) run(edits int) {
	e.compare("at first")
	for range edits {
		e.compare(e.edit())
	}
}

// edit does something to the site and returns what.
func (e *editor) edit() string {
	name := rapid.SampledFrom(slices.Sorted(maps.Keys(e.edits()))).Draw(e.rt, "edit")
	switch {
	case e.inError && e.number(0, 2) > 0:
		name = "mend"
	case e.last != "" && e.number(0, 3) == 0:
		name = e.last // who changes something changes it again
	}
	e.last = name
	if e.number(0, 2) == 0 {
		e.settle()
	}
	if rapid.IntRange(0, 3).Draw(e.rt, "within the clock's granularity") > 0 {
		e.wait(time.Duration(rapid.SampledFrom([]int{1, 10, 3600}).Draw(e.rt, "seconds")) * time.Second)
	}
	e.edits()[name]()
	e.save()
	return name
}

// settle builds when no file is young any more: from then on the next build
// trusts what it knows.
func (e *editor) settle() {
	e.wait(10 * time.Second)
	e.build()
}

// compare builds and compares the three ways to the same site.
func (e *editor) compare(edit string) {
	e.rt.Helper()
	before := e.out()
	report := e.build()
	if i := slices.IndexFunc(report.Diags, func(d diag.Diagnostic) bool { return d.Code >= "SB640" && d.Code < "SB650" }); i >= 0 {
		e.rt.Fatalf("after %s a text that no two articles share is taken for a leak: %v", edit, report.Diags[i])
	}
	want, clean := e.clean(nil)
	kept, again := e.clean(e.kept)
	e.kept = again
	if difference := differences(kept, want); difference != "" {
		e.rt.Fatalf("after %s a site kept in memory differs from a clean one:\n%s", edit, difference)
	}
	if fmt.Sprint(again.Diags) != fmt.Sprint(clean.Diags) || !sameFindings(report, clean) {
		e.rt.Fatalf("after %s findings differ:\n%v %v\n%v %v\n%v", edit, report.Diags, report.Left, clean.Diags, clean.Left, again.Diags)
	}
	if !slices.EqualFunc(again.Files, clean.Files, func(x, y output.File) bool { return x.Path == y.Path && x.Origin == y.Origin }) {
		e.rt.Fatalf("after %s the files of a site kept in memory stand in another order", edit)
	}
	if e.number(0, 2) == 0 {
		e.resume(edit, want, clean)
	}
	e.replan(edit, want, clean)
	e.inError = clean.Stopped
	if clean.Stopped {
		want = before // nothing may have been written
		e.stopped++
	} else {
		e.published++
	}
	if difference := differences(e.out(), want); difference != "" {
		e.rt.Fatalf("after %s the output folder differs from a clean build:\n%s", edit, difference)
	}
	if !report.Next.Equal(clean.Next) && !clean.Stopped {
		e.rt.Fatalf("after %s the next build is due at %v, not %v", edit, report.Next, clean.Next)
	}
}

func sameFindings(report *Report, clean *Planned) bool {
	return fmt.Sprint(report.Diags) == fmt.Sprint(clean.Diags) &&
		slices.EqualFunc(report.Left, clean.Left, func(a, b site.Omission) bool {
			return a.Path == b.Path && a.Title == b.Title && a.Reason == b.Reason && a.Until.Equal(b.Until)
		})
}

// edits are all that can happen to a site.
func (e *editor) edits() map[string]func() {
	return map[string]func(){
		"create": e.create,
		"delete": func() { e.some(func(path string, _ *draft) { delete(e.articles, path) }) },
		"rename": func() {
			e.some(func(path string, d *draft) {
				delete(e.articles, path)
				e.articles[e.path()] = d
			})
		},
		"body":     e.on(func(d *draft) { d.body, d.formerBody = e.retext(d.body, d.formerBody) }),
		"quotes":   e.on(func(d *draft) { d.body = `Sie sagte: "Ja."` }),
		"html":     e.on(func(d *draft) { d.body = "Ein <b>fettes</b> Wort." }),
		"title":    e.on(func(d *draft) { d.title, d.formerTitle = e.retext(d.title, d.formerTitle) }),
		"teaser":   e.on(func(d *draft) { d.teaser = e.text() }),
		"date":     e.on(func(d *draft) { d.date = e.date() }),
		"tags":     e.on(func(d *draft) { d.tags = e.tags() }),
		"places":   e.on(func(d *draft) { d.places = e.oneOf("", "Markt", "Hafen, Markt", "Krähwinkel", "Schilda") }),
		"alias":    e.on(func(d *draft) { d.alias = e.oneOf("", "/alt/", "/frueher/") }),
		"section":  e.on(func(d *draft) { d.section = e.oneOf("Rathaus", "Verkehr", "Unbekannt") }),
		"slug":     e.on(func(d *draft) { d.slug = e.oneOf("", "eins", "zwei", "CON") }),
		"link":     e.link,
		"earlier":  e.on(func(d *draft) { d.earlier = e.anyPath() }),
		"draft":    e.on(func(d *draft) { d.hidden = !d.hidden }),
		"withdraw": e.on(func(d *draft) { d.withdrawn = !d.withdrawn }),
		"embargo":  e.on(func(d *draft) { d.embargo = e.moment() }),
		"expiry":   e.on(func(d *draft) { d.expiry = e.moment() }),
		"hours pass": func() {
			e.settle()
			e.wait(time.Duration(rapid.IntRange(1, 12).Draw(e.rt, "hours")) * time.Hour)
		},
		"days pass": func() {
			e.settle()
			e.wait(time.Duration(rapid.IntRange(12, 72).Draw(e.rt, "hours")) * time.Hour)
		},
		"correction": e.on(func(d *draft) { d.correction = e.oneOf("", "Es waren vier.", "Es waren fünf.") }),
		"easy": func() {
			e.put("content/seiten/leicht.md", "---\ntitel: "+e.text()+"\nleichte_sprache: "+e.oneOf("ja", "nein")+"\n---\n\nKurz.\n")
		},
		"legal page": func() {
			e.put("content/seiten/impressum.md", "---\ntitel: "+e.oneOf("Impressum", "Wer wir sind")+"\n---\n\n"+e.text()+"\n")
		},
		"legal data":     e.legal,
		"municipalities": e.municipalities,
		"event":          func() { e.event(events[0]) },
		"other event":    func() { e.event(events[1]) },
		"third event":    func() { e.event(events[2]) },
		"picture": e.on(func(d *draft) {
			d.picture, d.credit = true, e.oneOf("Stadt", "Vera")
			e.put("content/meldungen/foto.png", pngOf(300*e.number(1, 3)))
		}),
		"picture in the text": e.on(func(d *draft) { d.body = "![Ein Brunnen](/meldungen/foto.png \"" + e.text() + "\")" }),
		"the picture's bytes": func() { e.put("content/meldungen/foto.png", pngOfShade(2, uint8(e.number(1, 9)))) },
		"broken picture":      func() { e.put("content/meldungen/foto.png", e.oneOf("kein Bild", pngOf(2))) },
		"template": func() {
			e.put("templates/print.html", fmt.Sprintf("<!doctype html>%d {{ .Article.Headline }}{{ .Article.Body }}{{ .Article.BodyEnd }}", e.number(1, 3)))
		},
		"partial":         func() { e.put("templates/partials/card.html", fmt.Sprintf("%d {{ .Label }}", e.number(1, 3))) },
		"broken template": func() { e.put("templates/404.html", e.oneOf("{{ .Gibtesnicht }}", "404", "{{ if }}")) },
		"mend": func() {
			for _, d := range e.articles {
				d.section, d.slug, d.alias, d.body, d.earlier = "Rathaus", "", "", e.text(), ""
			}
			e.put("content/meldungen/foto.png", pngOf(2))
			delete(e.files, "templates/404.html")
			delete(e.files, "content/termine/markt.md")
			delete(e.files, "content/termine/2026-06-sprint.md")
			delete(e.files, "static/a")
			e.options.Strict = false
		},
		"own templates away": func() {
			maps.DeleteFunc(e.files, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "templates/") })
		},
		"static": func() { e.put("static/css/site.css", fmt.Sprintf("body{margin:%dpx}", e.number(1, 3))) },
		"static file": func() {
			name := "static/" + e.oneOf("robots.txt", "humans.txt", "humans.txt", "a", "a/b.txt")
			e.put(name, e.text())
			if e.number(0, 2) == 0 {
				delete(e.files, name)
			}
		},
		"static text": func() { e.put("static/humans.txt", e.text()) },
		"config": func() {
			e.configure(e.oneOf("", "outputs: {print: false}\n", "addresses: {article: '/m/:slug/'}\n", "language: en\n", "markdown: {html: sanitize}\n", "theme: {colors: {light: {plate: '#00543a', sign: '#ffe600'}}}\n",
				"pictures: {widths: [200, 400]}\n", "pictures: {webp: false}\n", "outputs: {og: false, icons: false}\n", "outputs: {places: false, pdf: false, og: false, icons: false}\n", "addresses: {pictures: /fotos/}\n"))
		},
		"data": func() { e.put("data/redaktion.yaml", fmt.Sprintf("ve: Vera Muster %d\n", e.number(1, 3))) },
		"keywords": func() {
			e.put("data/stichwoerter.yaml", "- {name: Wasser, synonyms: ["+e.oneOf("Nass", "Feucht")+"]}\n")
		},
		"file times":     e.newTimes,
		"output touched": e.touch,
		"cache lost":     e.loseCache,
		"options": func() {
			e.options.Drafts = e.number(0, 1) == 1
			e.options.Future = e.number(0, 1) == 1
			e.options.SkipBroken = e.number(0, 1) == 1
			e.options.Strict = e.number(0, 5) == 5
		},
		"base address": func() { e.options.BaseURL = e.oneOf("", "https://vorschau.example/zweig/") },
	}
}

// configure writes a configuration. With one newest report beside each page
// most pages do not change with every report, and are made again for reasons of
// their own only.
func (e *editor) configure(more string) {
	if !strings.HasPrefix(more, "outputs:") {
		more += "outputs: {" + e.outputs + "}\n"
	}
	e.put("stadtbote.yaml", strings.Replace(smallConfig, "Krähwinkel", e.oneOf("Krähwinkel", "Posemuckel"), 1)+
		e.oneOf("lists: {newest: 1}\n", "lists: {newest: 1, page_size: 2}\n", "lists: {newest: 0, home: 2}\n", "")+more)
}

func (e *editor) create() {
	e.articles[e.path()] = &draft{title: e.text(), teaser: e.text(), date: e.date(), section: "Rathaus", tags: e.tags(), body: e.text(), correction: e.oneOf("", "", "Es waren vier."), places: e.oneOf("", "", "Schilda")}
}

func (e *editor) some(do func(path string, d *draft)) {
	if len(e.articles) > 0 {
		path := rapid.SampledFrom(slices.Sorted(maps.Keys(e.articles))).Draw(e.rt, "article")
		do(path, e.articles[path])
	}
}

func (e *editor) on(change func(d *draft)) func() {
	return func() { e.some(func(_ string, d *draft) { change(d) }) }
}

// link lets an article refer to another, or to nothing.
func (e *editor) link() {
	e.some(func(_ string, d *draft) {
		d.body = fmt.Sprintf("[siehe](/%s)", e.anyPath())
		if to := e.anyPath(); e.number(0, 1) == 0 && to != "" {
			d.body = fmt.Sprintf("[dort](%s)", filepath.Base(to))
		}
	})
}

func (e *editor) anyPath() string {
	path := ""
	e.some(func(p string, _ *draft) { path = p })
	return path
}

// newTimes gives every file another time, as a fresh clone does.
func (e *editor) newTimes() {
	for _, file := range e.files {
		file.ModTime = e.clock.Add(-time.Duration(e.number(0, 100)) * time.Second)
	}
}

// touch changes or removes a file of the output folder.
func (e *editor) touch() {
	names := slices.Sorted(maps.Keys(e.out()))
	if len(names) == 0 {
		return
	}
	path := filepath.Join(e.folder, "public", rapid.SampledFrom(names).Draw(e.rt, "output"))
	if e.number(0, 1) == 0 {
		os.Remove(path)
	} else if err := os.WriteFile(path, []byte(e.text()), 0o666); err != nil {
		e.rt.Fatal(err)
	}
}

// loseCache removes a kept file, but not the list of what is ours.
func (e *editor) loseCache() {
	lost := e.oneOf("manifest", "sources", "pictures")
	entries, err := os.ReadDir(filepath.Join(e.folder, "cache"))
	if err != nil {
		return // nothing was kept yet
	}
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), lost) {
			os.RemoveAll(filepath.Join(e.folder, "cache", entry.Name()))
		}
	}
}

// save writes the articles that differ from their files.
func (e *editor) save() {
	for name := range e.files {
		if strings.HasPrefix(name, "content/meldungen/") && strings.HasSuffix(name, ".md") && e.articles[name] == nil {
			delete(e.files, name)
		}
	}
	for path, d := range e.articles {
		text := d.String()
		if file := e.files[path]; file == nil || string(file.Data) != text {
			e.put(path, text)
		}
	}
}

func (d *draft) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitel: %s\ndatum: %s\nteaser: %s\nrubrik: %s\nstichwörter: [%s]\nkürzel: ve\n", d.title, d.date, d.teaser, d.section, d.tags)
	for _, line := range [][2]string{
		{"slug", d.slug},
		{"orte", "[" + d.places + "]"},
		{"weiterleitungen", "[" + d.alias + "]"},
		{"sperrfrist", d.embargo},
		{"ablauf", d.expiry},
	} {
		if strings.Trim(line[1], "[]") != "" {
			fmt.Fprintf(&b, "%s: %s\n", line[0], line[1])
		}
	}
	if d.earlier != "" {
		fmt.Fprintf(&b, "siehe_auch: [%s]\n", d.earlier)
	}
	if d.correction != "" {
		fmt.Fprintf(&b, "korrekturen: [{datum: 2026-05-02, text: %s}]\n", d.correction)
	}
	if d.hidden {
		b.WriteString("entwurf: true\n")
	}
	if d.withdrawn {
		b.WriteString("status: zurückgezogen\n")
	}
	if d.picture {
		b.WriteString("bild: {datei: /meldungen/foto.png, alt: Ein Brunnen, quelle: " + d.credit + "}\n")
	}
	fmt.Fprintf(&b, "---\n\n%s\n", d.body)
	return b.String()
}

// legal writes or removes one of the files that legal pages are made from.
func (e *editor) legal() {
	files := map[string]string{
		"impressum":        fmt.Sprintf("name: Krähwinkel %d\nrechtsform: Stadt\nanschrift: {strasse: Markt 1, plz: 1, ort: K}\nvertreten_durch: [E. Muster]\nemail: a@b.example\ntelefon: 0%d\nregister: keins\nust_id: keine\nverantwortlich: {name: E, anschrift: Markt 1}\n", e.number(1, 3), e.number(1, 3)),
		"datenschutz":      fmt.Sprintf("verantwortlich: {name: K, anschrift: M, email: a@b.example}\ndatenschutzbeauftragt: niemand\naufsicht: {name: A}\nhoster: {name: H}\nprotokoll: IP\nspeicherdauer: %d Tage\nrechtsgrundlage: Art. 6\nstand: 1.5.2026\n", e.number(1, 3)),
		"barrierefreiheit": fmt.Sprintf("geltungsbereich: K\nvereinbarkeit: teilweise\nluecken: [{was: V%d, grund: G, alternative: A}]\nerstellt: 1.5.2026\ngeprueft: %d.5.2026\nmethode: M\npruefer: P\nnorm: BITV\nkontakt: {name: P, email: a@b.example}\ndurchsetzung: {name: D, email: a@b.example}\n", e.number(1, 3), e.number(2, 4)),
	}
	name := e.oneOf("impressum", "datenschutz", "barrierefreiheit")
	if e.number(0, 2) == 0 {
		delete(e.files, "data/"+name+".yaml")
		return
	}
	e.put("data/"+name+".yaml", files[name])
}

// municipalities writes or removes the list of municipalities.
func (e *editor) municipalities() {
	if e.number(0, 3) == 0 {
		delete(e.files, "data/kommunen.yaml")
		return
	}
	e.put("data/kommunen.yaml", "- {name: Krähwinkel, land: "+e.oneOf("Bayern", "Hessen")+"}\n- {name: Schilda, land: Bayern, schild: "+e.oneOf("Schilda", "Krähwinkel")+"}\n")
}

// events are the files of all events.
var events = []string{"content/termine/markt.md", "content/termine/rat/sitzung.md", "content/termine/2026-06-sprint.md"}

// event writes, changes or removes an event.
func (e *editor) event(name string) {
	if e.number(0, 4) == 0 {
		delete(e.files, name)
		return
	}
	begin := e.clock.Add(time.Duration(e.number(-72, 72)) * time.Hour)
	form := e.oneOf(time.DateOnly, "2006-01-02 15:04")
	text := fmt.Sprintf("---\ntitel: %s\nbeginn: %s\nort: %s\nstichwörter: [%s]\n", e.text(), begin.Format(form), e.oneOf("Krähwinkel", "Schilda"), e.tags())
	if hours := e.number(0, 30); hours > 24 {
		text += "ende: " + begin.Add(time.Duration(hours)*time.Hour).Format(form) + "\n"
	}
	text += e.oneOf("", "", "", "abgesagt: 2026-05-30\n", "aktualisiert: 2026-05-30\nstatus: verschoben\n", "entwurf: true\n", "slug: markt\n", "ablauf: "+e.clock.Add(5*time.Hour).Format("2006-01-02 15:04")+"\n", "sperrfrist: "+e.clock.Add(3*time.Hour).Format("2006-01-02 15:04")+"\n")
	e.put(name, text+"---\n\n"+e.text()+"\n")
}

func (e *editor) path() string {
	e.n++
	return fmt.Sprintf("content/meldungen/%s%02d.md", e.oneOf("", "2026/"), e.n)
}

// text is short and of the same length as many others: a change that sizes do
// not show. No two are the same: what an embargoed article says, no other does.
func (e *editor) text() string {
	e.words++
	if e.number(0, 3) == 0 {
		return fmt.Sprintf(`Das "W%04d" da`, e.words)
	}
	return fmt.Sprintf("Wort%04d", e.words)
}

// retext says something else, or again what was said before.
func (e *editor) retext(now, former string) (text, was string) {
	if former != "" && e.number(0, 2) == 0 {
		return former, now
	}
	return e.text(), now
}

func (e *editor) date() string { return fmt.Sprintf("2026-0%d-01", e.number(4, 6)) }

func (e *editor) tags() string {
	return strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Wasser", "wasser", "Nass", "Bau", "Straße"}), 0, 3, rapid.ID).Draw(e.rt, "tags"), ", ")
}

func (e *editor) moment() string {
	if e.number(0, 2) == 0 {
		return ""
	}
	return e.clock.Add(time.Duration(e.number(-24, 48)) * time.Hour).Format("2006-01-02 15:04")
}

func (e *editor) oneOf(all ...string) string { return rapid.SampledFrom(all).Draw(e.rt, "choice") }

func (e *editor) number(low, high int) int { return rapid.IntRange(low, high).Draw(e.rt, "number") }
