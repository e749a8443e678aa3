// Package scaffold knows what "new" and "eject" leave in an editor's folder.
// It makes the files as values; the command line writes them.
package scaffold

import (
	"bytes"
	"embed"
	"maps"
	"path"
	"strings"
	"text/template"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// File is a file to be written.
type File struct {
	Path string // slash-separated, relative to the site's folder
	Data []byte
}

// Draft is what an editor says of a new article or site.
type Draft struct {
	Title    string
	Date     time.Time
	Language string              // of the site: "de" or "en"
	Sections []string            // that the site has; may be empty
	Answers  map[string][]string // what else is known, by the first name of its key: "kürzel" → "red"
}

//go:embed files
var files embed.FS

// Report returns a new report with all that it may say, explained. It is not
// ok where the title has no letter that an address could be made from.
func Report(d Draft) (file File, ok bool) {
	slug := slug(d.Title)
	date := d.Date.In(lang.Berlin())
	name := path.Join(article.Reports, date.Format("2006"), date.Format("2006-01-02")+"-"+slug+".md")
	return File{name, append(d.matter(frontmatter.Reports), d.fill(d.inLanguage("meldung"))...)}, slug != ""
}

// Page returns a new page like the Impressum; ok as with Report.
func Page(d Draft) (file File, ok bool) {
	slug := slug(d.Title)
	name := path.Join(article.Pages, slug+".md")
	return File{name, append(d.matter(frontmatter.Pages), d.fill(d.inLanguage("seite"))...)}, slug != ""
}

// Event returns a new event; Date is when it begins. Ok as with Report.
func Event(d Draft) (file File, ok bool) {
	slug := slug(d.Title)
	date := d.Date.In(lang.Berlin())
	if len(d.Answers["veranstaltungsort"])+len(d.Answers["orte"])+len(d.Answers["online"]) == 0 {
		d.Answers = maps.Clone(d.Answers) // an event that does not say where is reported
		if d.Answers == nil {
			d.Answers = map[string][]string{}
		}
		d.Answers["veranstaltungsort"] = []string{"Der Ort wird noch bekannt gegeben"}
		if d.Language == "en" {
			d.Answers["veranstaltungsort"] = []string{"The venue is to be announced"}
		}
	}
	name := path.Join(article.Events, date.Format("2006-01-02")+"-"+slug+".md")
	return File{name, append(d.matter(frontmatter.Events), d.fill(d.inLanguage("termin"))...)}, slug != ""
}

// Site returns the files of a new site that builds without findings.
func Site(d Draft) []File {
	date := d.Date.In(lang.Berlin())
	places := [][2]string{
		{".gitignore", "gitignore"},
		{"README.md", "README.md"},
		{"content/meldungen/" + date.Format("2006") + "/" + date.Format("2006-01-02") + "-die-neue-seite-ist-da.md", "willkommen.md"},
		{"content/seiten/leichte-sprache.md", "leichte-sprache.md"},
		{"data/barrierefreiheit.yaml", "barrierefreiheit.yaml"},
		{"data/datenschutz.yaml", "datenschutz.yaml"},
		{"data/impressum.yaml", "impressum.yaml"},
		{"stadtbote.yaml", "stadtbote.yaml"},
	}
	made := make([]File, len(places))
	for i, place := range places {
		made[i] = File{place[0], d.fill("files/site/" + place[1])}
	}
	return made
}

// longestSlug keeps the names of files below what file systems allow.
const longestSlug = 80

// slug returns the part of a file's name that a title gives, cut between words.
func slug(title string) string {
	slug := lang.Slug(title)
	if len(slug) <= longestSlug {
		return slug
	}
	slug = slug[:longestSlug]
	if gap := strings.LastIndexByte(slug, '-'); gap > 0 {
		slug = slug[:gap]
	}
	return slug
}

func (d Draft) inLanguage(name string) string {
	if d.Language == "en" {
		return "files/" + name + ".en.md"
	}
	return "files/" + name + ".de.md"
}

// fill puts what the editor said into an embedded file.
func (d Draft) fill(name string) []byte {
	var buf bytes.Buffer
	words := map[string]string{
		"Title":    frontmatter.Quoted(d.Title),
		"Date":     d.Date.In(lang.Berlin()).Format("2006-01-02"),
		"Section":  frontmatter.Quoted(d.section()),
		"Sections": strings.Join(d.Sections, ", "),
		"Heading":  d.Title,
	}
	err := template.Must(template.New(path.Base(name)).ParseFS(files, name)).Execute(&buf, words)
	if err != nil {
		panic("scaffold: " + err.Error()) // the files are ours
	}
	return buf.Bytes()
}

// section is the section of a new report: the site's first.
func (d Draft) section() string {
	switch {
	case len(d.Sections) > 0:
		return d.Sections[0]
	case d.Language == "en":
		return "News"
	}
	return "Aktuelles"
}
