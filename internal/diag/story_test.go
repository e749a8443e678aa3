package diag

import (
	"io/fs"
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
		if !isStory {
			continue
		}
		if _, known := Lookup(Code(code)); !known {
			t.Errorf("stories/%s tells of a code that does not exist", f.Name())
		}
		story, _ := StoryOf(Code(code))
		if len(story.Wrong) == 0 && len(story.Right) == 0 {
			t.Errorf("stories/%s shows nothing", f.Name())
		}
		if story.Untested == "" && (len(story.Command) == 0 || len(story.Wrong) == 0 && len(story.Both) == 0) {
			t.Errorf("stories/%s cannot be played", f.Name())
		}
	}
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
