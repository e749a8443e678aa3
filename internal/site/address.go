package site

import (
	"fmt"
	"iter"
	"net/url"
	"strconv"
	"strings"
	"time"

	"stadtbote/internal/config"
)

// Every address is root-relative and begins with the path of base_url: a site
// at https://land.example/stadt/ has its start page at "/stadt/". Addresses are
// percent-encoded where they have to be; output paths never are.

// base is where the site begins.
type base struct {
	origin string // "https://land.example", without a slash; "" if unknown
	path   string // "/stadt/", with both slashes
}

// baseOf reads base_url. What cannot be read is taken for a path, so that a
// site without a host still has working addresses.
func baseOf(baseURL string) base {
	u, err := url.Parse(baseURL)
	if err != nil {
		return base{path: "/"}
	}
	b := base{path: "/" + strings.Trim(u.EscapedPath(), "/") + "/"}
	if b.path == "//" {
		b.path = "/"
	}
	if u.Host != "" {
		b.origin = u.Scheme + "://" + u.Host
	}
	return b
}

// under returns the address of a path below the start page.
func (b base) under(path string) string { return b.path + strings.TrimPrefix(path, "/") }

// Base returns the address of the start page of a site with that
// configuration, root-relative: "/" or the path of base_url.
func Base(c *config.Config) string { return baseOf(c.BaseURL).path }

// Home returns the address of the start page.
func (s *Site) Home() string { return s.base.path }

// Absolute returns a root-relative address with the site's scheme and host.
// An address that is absolute already is returned as it is.
func (s *Site) Absolute(address string) string {
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		return s.base.origin + address
	}
	return address
}

// File returns the path of the file that holds what is shown at an address,
// relative to the output folder: "/stadt/impressum/" is "impressum/index.html".
func (s *Site) File(address string) string { return s.base.file(address) }

// PageFile returns the path of an entry's page, as File does.
func (s *Site) PageFile(e *Entry) string {
	if e.file == "" { // it has no address
		return s.File(e.URL)
	}
	return e.file
}

// PrintFile returns the path of an entry's print version, as File does.
func (s *Site) PrintFile(e *Entry) string {
	if e.printFile == "" { // the site has none
		return s.File(s.PrintURL(e))
	}
	return e.printFile
}

func (b base) file(address string) string {
	path := strings.TrimPrefix(address, b.path)
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if !strings.Contains(path, "%") {
		return path
	}
	if plain, err := url.PathUnescape(path); err == nil {
		return plain
	}
	return path
}

// PrintURL returns the address of the print version.
func (s *Site) PrintURL(e *Entry) string {
	return below(e.URL, fill(s.Config.Addresses.Print, e.Slug))
}

// PDFURL returns the address of the PDF.
func (s *Site) PDFURL(e *Entry) string {
	return below(e.URL, fill(s.Config.Addresses.PDF, e.Slug))
}

// PDFFile returns the path of an entry's PDF, as File does.
func (s *Site) PDFFile(e *Entry) string {
	if e.pdfFile == "" { // the site has none
		return s.File(s.PDFURL(e))
	}
	return e.pdfFile
}

func fill(pattern, slug string) string { return strings.ReplaceAll(pattern, ":slug", slug) }

// below returns the address of something that belongs to a page: inside its
// folder, or beside it if the page is a file.
func below(page, name string) string {
	return page[:strings.LastIndexByte(page, '/')+1] + strings.TrimPrefix(name, "/")
}

// PageURL returns the address of page n of a list, counted from 1.
func (s *Site) PageURL(list string, n int) string {
	if n <= 1 {
		return list
	}
	return below(list, s.Config.Addresses.Paging+strconv.Itoa(n)+"/")
}

// FeedURL returns the address of the Atom feed of a list or of the start page.
func (s *Site) FeedURL(list string) string { return below(list, s.Config.Addresses.Feed) }

// JSONFeedURL returns the address of the JSON feed of a list or of the start page.
func (s *Site) JSONFeedURL(list string) string { return below(list, s.Config.Addresses.JSONFeed) }

// SectionsURL returns the address below which the sections are.
func (s *Site) SectionsURL() string { return s.base.under(s.Config.Addresses.Sections) }

// TagsURL returns the address of the list of all tags.
func (s *Site) TagsURL() string { return s.base.under(s.Config.Addresses.Tags) }

// PlacesURL returns the address of the list of all places.
func (s *Site) PlacesURL() string { return s.base.under(s.Config.Addresses.Places) }

// ArchiveURL returns the address of the archive.
func (s *Site) ArchiveURL() string { return s.base.under(s.Config.Addresses.Archive) }

// SearchURL returns the address of the search page.
func (s *Site) SearchURL() string {
	if s.Config.Language == "en" {
		return s.base.under("search/")
	}
	return s.base.under("suche/")
}

// All yields every entry that has a page of its own: reports, withdrawn
// reports, pages, events.
func (s *Site) All() iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, entries := range [][]*Entry{s.Articles, s.Withdrawn, s.Pages, s.Events} {
			for _, e := range entries {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Changed returns when the entry last changed in substance: its date, its
// update, or its newest correction.
func (e *Entry) Changed() time.Time {
	last := e.Date
	if e.Updated.After(last) {
		last = e.Updated
	}
	for _, correction := range e.Corrections {
		if correction.Date.After(last) {
			last = correction.Date
		}
	}
	return last
}

// words are what the words of a pattern stand for.
type words struct {
	day
	slug, section, folder string
}

// pattern returns the address that a pattern of the configuration gives an
// entry. Empty words leave no double slash.
func (b base) pattern(pattern string, w *words) string {
	out := make([]byte, 0, len(b.path)+len(pattern)+len(w.slug))
	out = append(out, b.path[:len(b.path)-1]...)
	for part := range strings.SplitSeq(strings.Trim(pattern, "/"), "/") {
		from := len(out)
		out = append(out, '/')
		out = w.expand(out, part)
		if len(out) == from+1 {
			out = out[:from]
		}
	}
	if strings.HasSuffix(pattern, "/") {
		out = append(out, '/')
	}
	return string(out)
}

// expand appends one part of a pattern.
func (w *words) expand(out []byte, part string) []byte {
	for part != "" {
		i := strings.IndexByte(part, ':')
		if i < 0 {
			return append(out, part...)
		}
		out, part = append(out, part[:i]...), part[i:]
		switch {
		case strings.HasPrefix(part, ":year"):
			out, part = fmt.Appendf(out, "%04d", w.year), part[len(":year"):]
		case strings.HasPrefix(part, ":month"):
			out, part = fmt.Appendf(out, "%02d", int(w.month)), part[len(":month"):]
		case strings.HasPrefix(part, ":day"):
			out, part = fmt.Appendf(out, "%02d", w.day.day), part[len(":day"):]
		case strings.HasPrefix(part, ":slug"):
			out, part = append(out, w.slug...), part[len(":slug"):]
		case strings.HasPrefix(part, ":section"):
			out, part = append(out, w.section...), part[len(":section"):]
		case strings.HasPrefix(part, ":folder"):
			out, part = append(out, w.folder...), part[len(":folder"):]
		default:
			out, part = append(out, ':'), part[1:]
		}
	}
	return out
}
