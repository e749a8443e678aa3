package diag

import (
	"embed"
	"strings"

	"golang.org/x/tools/txtar"
)

// Story is what belongs to a code beside its texts: where the rule comes from,
// and files with which the program reports it, and with which it does not. Each
// is a file of stories/, named by its code; its form is told in
// stories/README.md. A test of cmd/stadtbote plays them through.
type Story struct {
	Basis    string   // law or standard; "" where it is the program's own
	Command  []string // that reports it: mostly "build"
	Untested string   // why no test can play it with files alone; "" where one does
	Both     []Sample // lie in the folder each time, and are not shown
	Wrong    []Sample
	Right    []Sample
}

// Sample is a file of an example.
type Sample struct{ File, Text string }

//go:embed stories
var stories embed.FS

// StoryOf returns the story of a code, and whether there is one.
func StoryOf(code Code) (Story, bool) {
	data, err := stories.ReadFile("stories/" + string(code) + ".txtar")
	if err != nil {
		return Story{}, false
	}
	return readStory(data), true
}

// readStory understands a file of stories/.
func readStory(data []byte) Story {
	archive := txtar.Parse(data)
	story := Story{Command: []string{"build"}}
	for line := range strings.Lines(string(archive.Comment)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "basis":
			story.Basis = value
		case "command":
			story.Command = strings.Fields(value)
		case "untested":
			story.Untested = value
		}
	}
	for _, f := range archive.Files {
		when, name, _ := strings.Cut(f.Name, "/")
		sample := Sample{name, string(f.Data)}
		switch when {
		case "both":
			story.Both = append(story.Both, sample)
		case "wrong":
			story.Wrong = append(story.Wrong, sample)
		case "right":
			story.Right = append(story.Right, sample)
		}
	}
	return story
}
