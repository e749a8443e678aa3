package build

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// draft is what an article says.
type draft struct {
	title, date, tags, places, section, slug, alias, body, embargo, expiry, teaser, earlier string
	correction, credit, formerTitle, formerBody                                             string
	hidden, picture, withdrawn                                                              bool
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

// headline is that of an article, or a new one.
func (e *editor) headline() string {
	title := e.text()
	if e.number(0, 2) > 0 {
		e.some(func(_ string, d *draft) { title = d.title })
	}
	return title
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
