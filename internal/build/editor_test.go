package build

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"
)

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
		"headline": e.on(func(d *draft) { d.title, d.formerTitle = e.headline(), d.title }),
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
			e.put("content/seiten/leicht.md", "---\ntitel: "+e.headline()+"\nleichte_sprache: "+e.oneOf("ja", "nein")+"\n---\n\nKurz.\n")
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

func (e *editor) oneOf(all ...string) string { return rapid.SampledFrom(all).Draw(e.rt, "choice") }

func (e *editor) number(low, high int) int { return rapid.IntRange(low, high).Draw(e.rt, "number") }
