package diag

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEachStoryBelongsToACode(t *testing.T) {
	files, err := fs.ReadDir(stories, "stories")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		code, isStory := strings.CutSuffix(f.Name(), ".txtar")
		if _, known := Lookup(Code(code)); isStory && !known {
			t.Errorf("stories/%s tells of a code that does not exist", f.Name())
		}
	}
}

// Every code has a story, and every story is played: by TestStories of
// cmd/stadtbote, or by the test that it names.
func TestEachCodeHasAStoryThatIsPlayed(t *testing.T) {
	for _, group := range Groups() {
		for _, e := range group.ByCode() {
			t.Run(string(e.Code), func(t *testing.T) {
				story, known := StoryOf(e.Code)
				if !known {
					t.Fatal("the code has no story")
				}
				switch told := story.Without != (Reason{}); {
				case told && (story.Without.DE == "" || story.Without.EN == ""):
					t.Error("why there is no example has to be told in both languages")
				case told && story.Played.Name == "":
					t.Error("a story without an example has to name the test that reports the code")
				case told && len(story.Wrong)+len(story.Right) > 0:
					t.Error("the story has an example, and says that it has none")
				case !told && (len(story.Wrong) == 0 && len(story.Both) == 0 || len(story.Right) == 0 && len(story.Wrong) == 0):
					t.Error("the story has no example")
				}
				if story.Played.Name != "" {
					playedBy(t, story.Played, e.Code)
				}
			})
		}
	}
}

// A code that nothing reports would be a promise that nobody keeps.
func TestEachCodeIsReportedSomewhere(t *testing.T) {
	var program bytes.Buffer
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		program.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	reported := map[string]bool{}
	for _, m := range regexp.MustCompile(`\bdiag\.(\w+)`).FindAllSubmatch(program.Bytes(), -1) {
		reported[string(m[1])] = true
	}
	for code, name := range constants(t) {
		if !reported[name] {
			t.Errorf("nothing reports %s, %s", code, name)
		}
	}
}

// playedBy insists that the test that a story names is there and speaks of the
// code, by its number or by its name. The test of the rules speaks of all.
func playedBy(t *testing.T, test Test, code Code) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(test.Package), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte("\nfunc "+test.Name+"(t *testing.T) {\n")) {
			continue
		}
		if words := []string{string(code), "diag." + constants(t)[code], "check.Rules()"}; !slices.ContainsFunc(words, func(w string) bool {
			return bytes.Contains(data, []byte(w))
		}) {
			t.Errorf("%s of %s or its file does not speak of the code", test.Name, test.Package)
		}
		return
	}
	t.Errorf("%s has no test %s", test.Package, test.Name)
}

// constants returns the names that the codes have in the catalogue.
func constants(t *testing.T) map[Code]string {
	t.Helper()
	files, err := filepath.Glob("catalogue_*.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[Code]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(\w+) +Code = "(SB\d+)"`).FindAllSubmatch(data, -1) {
			names[Code(m[2])] = string(m[1])
		}
	}
	return names
}

func TestAStoryIsReadFromItsFile(t *testing.T) {
	story := readStory([]byte("basis: WCAG 2.2, 1.1.1\ncommand: check --since HEAD\n" +
		"-- both/stadtbote.yaml --\nname: X\n-- wrong/a.md --\nfalsch\n-- right/a.md --\nrichtig\n"))
	switch {
	case story.Basis != "WCAG 2.2, 1.1.1":
		t.Errorf("basis %q", story.Basis)
	case strings.Join(story.Command, " ") != "check --since HEAD":
		t.Errorf("command %q", story.Command)
	case len(story.Both) != 1 || len(story.Wrong) != 1 || len(story.Right) != 1:
		t.Errorf("files %v %v %v", story.Both, story.Wrong, story.Right)
	case story.Wrong[0] != Sample{"a.md", "falsch\n"}:
		t.Errorf("wrong %v", story.Wrong)
	}
}
