package diag

import (
	"embed"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// Story is what belongs to a code beside its texts: where the rule comes from,
// and files with which the program reports it, and with which it does not. Each
// is a file of stories/, named by its code; its form is told in
// stories/README.md. A test of cmd/stadtbote plays them through.
type Story struct {
	Basis   string   // law or standard; "" where it is the program's own
	Command []string // that reports it: mostly "build"
	Played  Test     // reports the code where files and commands cannot; zero where they do
	Without Reason   // why there is no example; zero where there is one
	Both    []Sample // lie in the folder each time, and are not shown
	Wrong   []Sample
	Right   []Sample
}

// Test is a test of another package.
type Test struct{ Package, Name string }

// Reason is a sentence in two languages.
type Reason struct{ DE, EN string }

// In returns the sentence in a language, "de" or "en".
func (r Reason) In(language string) string {
	if language == "en" {
		return r.EN
	}
	return r.DE
}

// Sample is a file of an example, or, named Terminal, what is typed.
type Sample struct{ File, Text string }

// Terminal is the name of a sample that holds commands, one a line.
const Terminal = "Eingabe"

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
		story.set(key, value)
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

// set understands a line above the files.
func (s *Story) set(key, value string) {
	switch key {
	case "basis":
		s.Basis = value
	case "command":
		s.Command = strings.Fields(value)
	case "played":
		s.Played.Package, s.Played.Name, _ = strings.Cut(value, " ")
	case "without-de":
		s.Without.DE = value
	case "without-en":
		s.Without.EN = value
	}
}

// IsTerminal reports whether the sample holds what is typed.
func (s Sample) IsTerminal() bool { return s.File == Terminal }

// forms are the lines that stand for what a text cannot be, and how people are
// told of it.
var forms = []struct {
	line   *regexp.Regexp
	de, en string
}{
	{regexp.MustCompile(`^\(none\)$`), "(die Datei gibt es nicht)", "(there is no such file)"},
	{regexp.MustCompile(`^\(picture (\d+)x(\d+)\)$`), "(ein Bild, $1 × $2 Bildpunkte)", "(a picture, $1 × $2 pixels)"},
	{
		regexp.MustCompile(`^\(picture (\d+)x(\d+) located\)$`),
		"(ein Bild, das sagt, wo es aufgenommen ist)", "(a picture that says where it was taken)",
	},
	{
		regexp.MustCompile(`^\(picture (\d+)x(\d+) credit=(.*)\)$`),
		"(ein Bild, das in seinen Angaben „$3“ nennt)", "(a picture that names “$3” in its data)",
	},
	{regexp.MustCompile(`^\(picture (\d+)x(\d+) torn\)$`), "(ein bewegtes Bild mit beschädigten Daten)", "(a moving picture whose data is damaged)"},
	{regexp.MustCompile(`^\(picture for the press\)$`), "(ein Bild in Druckfarben)", "(a picture in the colours of the press)"},
	{regexp.MustCompile(`^\(bytes .*ftypheic.*\)$`), "(ein Foto als HEIC)", "(a photograph as HEIC)"},
	{regexp.MustCompile(`^\(bytes (.*)\)$`), "(Bytes: $1)", "(bytes: $1)"},
	{regexp.MustCompile(`^\(pdf\)$`), "(ein barrierefreies PDF)", "(an accessible PDF)"},
	{regexp.MustCompile(`^\(pdf untagged\)$`), "(ein PDF ohne Tags, wie aus dem Scanner)", "(a PDF without tags, as scanners make them)"},
	{regexp.MustCompile(`^\(repeat (\d+): (?:\\n)?(.*?)(?:\\n)?\)$`), "($1-mal: $2)", "($1 times: $2)"},
	{regexp.MustCompile(`^\(font without (.)\)$`), "(eine Schrift, der das Zeichen $1 fehlt)", "(a font that lacks the character $1)"},
	{
		regexp.MustCompile(`^\(font locked\)$`),
		"(eine Schrift, deren Lizenz das Einbetten verbietet)", "(a font whose licence forbids embedding)",
	},
	{regexp.MustCompile(`^\(font whole\)$`), "(eine freie Schrift mit allen Zeichen)", "(a free font with all characters)"},
}

// Shown returns the sample as people are to see it in a language: what a text
// cannot be is said in words.
func (s Sample) Shown(language string) Sample {
	shown := Sample{File: s.File}
	if s.IsTerminal() && language == "en" {
		shown.File = "Input"
	}
	for line := range strings.Lines(s.Text) {
		line = strings.TrimRight(line, "\n")
		for _, form := range forms {
			words := form.de
			if language == "en" {
				words = form.en
			}
			line = form.line.ReplaceAllString(line, words)
		}
		shown.Text += line + "\n"
	}
	return shown
}
