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
	"slices"
	"strconv"
	"sync"
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

// sitemaps counts the addresses; when each last changed is found out only for
// those who ask.
func (k kind) sitemaps(s *site.Site) []output.File {
	count := 0
	for range addresses(s) {
		count++
	}
	all := sync.OnceValue(func() []place { return dated(s, count) })
	if count <= k.limit {
		return []output.File{file("sitemap.xml", "urlset", "url", all)}
	}
	var files []output.File
	for from := 0; from < count; from += k.limit {
		files = append(files, file(part(len(files)), "urlset", "url", func() []place {
			return all()[from:min(from+k.limit, count)]
		}))
	}
	return append(files, file("sitemap.xml", "sitemapindex", "sitemap", func() []place {
		var index []place
		for places := range slices.Chunk(all(), k.limit) {
			index = append(index, place{s.Absolute(s.Home() + part(len(index))), newest(places)})
		}
		return index
	}))
}

// part is the name of one of several sitemaps, counted from 0.
func part(n int) string { return "sitemap-" + strconv.Itoa(n+1) + ".xml" }

// address is one that is worth finding, with the reports that it shows.
type address struct {
	url  string // root-relative
	page *site.Entry
	list []*site.Entry
}

// dated returns the addresses, so many, with the times of their last changes.
func dated(s *site.Site, count int) []place {
	all := make([]place, 0, count)
	for a := range addresses(s) {
		p := place{s.Absolute(a.url), latest(a.list)}
		if a.page != nil {
			p.changed = a.page.Changed()
		}
		all = append(all, p)
	}
	return all
}

// addresses yields every address that is worth finding, the start page first.
func addresses(s *site.Site) iter.Seq[address] {
	return func(yield func(address) bool) {
		for _, some := range []iter.Seq[address]{pages(s), terms(s), events(s), records(s), indexes(s)} {
			for a := range some {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// pages yields the start page, pages and reports.
func pages(s *site.Site) iter.Seq[address] {
	return func(yield func(address) bool) {
		if !yield(address{url: s.Home(), list: s.Articles}) {
			return
		}
		for _, e := range s.Pages {
			if !e.Withdrawn && !yield(address{url: e.URL, page: e}) {
				return
			}
		}
		for _, e := range s.Articles {
			if !yield(address{url: e.URL, page: e}) {
				return
			}
		}
	}
}

// terms yields the lists of sections, tags and places.
func terms(s *site.Site) iter.Seq[address] {
	lists := [][]*site.Term{s.Sections, s.Tags}
	if s.Config.Outputs.Places {
		lists = append(lists, s.Places)
	}
	return func(yield func(address) bool) {
		for _, list := range lists {
			for _, t := range list {
				if !yield(address{url: t.URL, list: t.Entries}) {
					return
				}
			}
		}
	}
}

// indexes yields the lists of terms and the archive.
func indexes(s *site.Site) iter.Seq[address] {
	var all []address
	if len(s.Tags) > 0 {
		all = append(all, address{url: s.TagsURL()})
	}
	if s.Config.Outputs.Places && len(s.Places) > 0 {
		all = append(all, address{url: s.PlacesURL()})
	}
	if s.Config.Outputs.Archive {
		all = append(all, address{url: s.ArchiveURL(), list: s.Articles})
		for _, year := range s.Years {
			all = append(all, address{url: year.URL, list: year.Entries})
			for _, month := range year.Months {
				all = append(all, address{url: month.URL, list: month.Entries})
			}
		}
	}
	return slices.Values(all)
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
func file(name, root, element string, places func() []place) output.File {
	return output.File{
		Path:   name,
		Origin: config.File,
		Naming: func() []output.Input {
			var b digest.Builder
			for _, p := range places() {
				b.Text(p.url)
				b.Int(p.changed.Unix())
			}
			return []output.Input{{Name: "addresses", Sum: b.Name()}}
		},
		Make: func(w io.Writer) error { return write(w, root, element, places()) },
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
