package markdown

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// example is one example of the CommonMark specification.
type example struct {
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Example  int    `json:"example"`
	Section  string `json:"section"`
}

func specification(t testing.TB) []example {
	data, err := os.ReadFile("testdata/commonmark-0.31.2.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	return examples
}

// reference renders what our parser makes with goldmark's own rules, so that
// it can be compared with the specification.
func reference(t *testing.T, markdown string, options ...parser.ParseOption) string {
	rules := renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(html.NewRenderer(html.WithUnsafe(), html.WithXHTML()), 1000),
		util.Prioritized(extension.NewTableHTMLRenderer(), 500),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
		util.Prioritized(extension.NewDefinitionListHTMLRenderer(), 500),
		util.Prioritized(extension.NewFootnoteHTMLRenderer(), 500),
	))
	source := []byte(markdown)
	var out bytes.Buffer
	if err := rules.Render(&out, source, bodyParser().Parse(text.NewReader(source), options...)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTheParserIsCommonMark(t *testing.T) {
	examples := specification(t)
	if len(examples) != 652 {
		t.Fatalf("%d examples, want 652", len(examples))
	}
	for _, e := range examples {
		if got := reference(t, e.Markdown); got != e.HTML {
			t.Errorf("example %d (%s)\n%s\n got %s\nwant %s", e.Example, e.Section, e.Markdown, got, e.HTML)
		}
	}
}

// Bare addresses are the one extension that contradicts CommonMark; it is off
// in the test above, and this one shows what it changes.
func TestOnlyBareAddressesDifferFromCommonMark(t *testing.T) {
	var differing []int
	for _, e := range specification(t) {
		p := newPass("a.md", []byte(e.Markdown), 1, Options{})
		context := parser.NewContext()
		context.Set(passKey, p)
		if reference(t, e.Markdown, parser.WithContext(context)) != e.HTML {
			differing = append(differing, e.Example)
		}
	}
	if want := []int{602, 608, 611}; !slices.Equal(differing, want) {
		t.Errorf("examples %v differ, want %v", differing, want)
	}
}

func TestTheSpecificationSurvivesOurRules(t *testing.T) {
	for _, e := range specification(t) {
		for _, o := range []Options{{}, {Sanitize: true, Shortcodes: true, Language: "en"}} {
			checkDocument(t, []byte(e.Markdown), o)
		}
	}
}
