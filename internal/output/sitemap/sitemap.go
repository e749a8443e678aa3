// Package sitemap tells search engines which addresses there are and when each
// last changed: sitemap.xml and robots.txt.
//
// Print versions and the further pages of lists are left out: they show again
// what stands elsewhere. A withdrawn report is left out as well.
package sitemap

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"time"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// limit is how many addresses one sitemap may have.
const limit = 50_000

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// New returns the kind of sitemap.xml and robots.txt.
func New() output.Kind { return kind{limit} }

type kind struct{ limit int }

func (kind) Name() string { return "sitemap" }

// Plan yields sitemap.xml, or, if there are too many addresses for one file,
// an index of that name with its parts; and robots.txt.
func (k kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		if s.Config.Outputs.Sitemap {
			for _, file := range k.sitemaps(s) {
				if !yield(file) {
					return
				}
			}
		}
		if s.Config.Outputs.Robots {
			yield(robots(s))
		}
	}
}

// place is one address with the time of its last change; zero if unknown.
type place struct {
	url     string // absolute
	changed time.Time
}

func (k kind) sitemaps(s *site.Site) []output.File {
	all := places(s)
	if len(all) <= k.limit {
		return []output.File{file("sitemap.xml", "urlset", "url", all)}
	}
	var files []output.File
	var index []place
	for n := 1; len(all) > 0; n++ {
		size := min(k.limit, len(all))
		name := "sitemap-" + strconv.Itoa(n) + ".xml"
		files = append(files, file(name, "urlset", "url", all[:size]))
		index = append(index, place{s.Absolute(s.Home() + name), newest(all[:size])})
		all = all[size:]
	}
	return append(files, file("sitemap.xml", "sitemapindex", "sitemap", index))
}

// places returns every address that is worth finding, the start page first.
func places(s *site.Site) []place {
	all := make([]place, 0, len(s.Articles)+len(s.Pages)+len(s.Tags)+len(s.Places)+64)
	add := func(address string, changed time.Time) {
		all = append(all, place{s.Absolute(address), changed})
	}
	add(s.Home(), latest(s.Articles))
	for _, entries := range [][]*site.Entry{s.Pages, s.Articles} {
		for _, e := range entries {
			if !e.Withdrawn {
				add(e.URL, e.Changed())
			}
		}
	}
	if len(s.Events) > 0 {
		add(s.EventsURL(), latest(s.Events))
		for _, e := range s.Events {
			add(e.URL, e.Changed())
		}
	}
	lists := [][]*site.Term{s.Sections, s.Tags}
	if s.Config.Outputs.Places {
		lists = append(lists, s.Places)
	}
	for _, terms := range lists {
		for _, t := range terms {
			add(t.URL, latest(t.Entries))
		}
	}
	if len(s.Tags) > 0 {
		add(s.TagsURL(), time.Time{})
	}
	if s.Config.Outputs.Places && len(s.Places) > 0 {
		add(s.PlacesURL(), time.Time{})
	}
	if s.Config.Outputs.Archive {
		add(s.ArchiveURL(), latest(s.Articles))
		for _, year := range s.Years {
			add(year.URL, latest(year.Entries))
			for _, month := range year.Months {
				add(month.URL, latest(month.Entries))
			}
		}
	}
	return all
}

func latest(entries []*site.Entry) time.Time {
	var last time.Time
	for _, e := range entries {
		if c := e.Changed(); c.After(last) {
			last = c
		}
	}
	return last
}

func newest(places []place) time.Time {
	var last time.Time
	for _, p := range places {
		if p.changed.After(last) {
			last = p.changed
		}
	}
	return last
}

// file returns a sitemap, or an index of sitemaps.
func file(name, root, element string, places []place) output.File {
	var b digest.Builder
	for _, p := range places {
		b.Text(p.url)
		b.Int(p.changed.Unix())
	}
	return output.File{
		Path:   name,
		Origin: config.File,
		Inputs: []output.Input{{Name: "addresses", Sum: b.Name()}},
		Make:   func(w io.Writer) error { return write(w, root, element, places) },
	}
}

func write(w io.Writer, root, element string, places []place) error {
	b := bufio.NewWriter(w)
	b.WriteString(xml.Header + "<" + root + ` xmlns="` + namespace + `">` + "\n")
	for _, p := range places {
		b.WriteString("<" + element + "><loc>")
		if err := xml.EscapeText(b, []byte(p.url)); err != nil {
			return fmt.Errorf("writing a sitemap: %w", err)
		}
		b.WriteString("</loc>")
		if !p.changed.IsZero() {
			b.WriteString("<lastmod>" + p.changed.In(lang.Berlin()).Format(time.DateOnly) + "</lastmod>")
		}
		b.WriteString("</" + element + ">\n")
	}
	b.WriteString("</" + root + ">\n")
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing a sitemap: %w", err)
	}
	return nil
}

// robots returns robots.txt: everything may be read, and where the sitemap is.
func robots(s *site.Site) output.File {
	text := "User-agent: *\nDisallow:\n"
	if s.Config.Outputs.Sitemap {
		text += "\nSitemap: " + s.Absolute(s.Home()+"sitemap.xml") + "\n"
	}
	return output.File{
		Path:   "robots.txt",
		Origin: config.File,
		Inputs: []output.Input{{Name: "text", Sum: digest.String(text)}},
		Make: func(w io.Writer) error {
			if _, err := io.WriteString(w, text); err != nil {
				return fmt.Errorf("writing robots.txt: %w", err)
			}
			return nil
		},
	}
}
