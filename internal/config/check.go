package config

import (
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// check reports values that have the right type and still make no sense, and
// brings the others into their final form.
func (d *decoder) check(c *Config) {
	d.checkBaseURL(c)
	d.oneOf("language", c.Language, "de", "en")
	d.oneOf("pdf.profile", c.PDF.Profile, "ua1", UA2)
	d.checkFonts(c.PDF.Fonts)
	d.checkColors(c.Theme.Colors)
	d.oneOf("markdown.html", c.Markdown.HTML, "refuse", "sanitize")
	d.checkSections(c.Sections)
	d.checkLinks("navigation", c.Navigation)
	for i, group := range c.Footer {
		d.checkLinks(fmt.Sprintf("footer[%d].links", i), group.Links)
	}
	d.checkLists(c.Lists)
	d.checkPictures(&c.Pictures)
	d.checkAddresses(c.Addresses)
	d.checkLegal(c.Legal)
	d.checkCheck(c.Check)
	if mail := c.Publisher.Email; mail != "" && (strings.Count(mail, "@") != 1 || strings.ContainsAny(mail, " <>,;")) {
		d.reportAt("publisher.email", diag.ConfigValue, mail, "redaktion@musterstadt.example")
	}
	for i, ending := range c.Assets.Fingerprint {
		c.Assets.Fingerprint[i] = strings.ToLower(strings.TrimPrefix(ending, "."))
	}
}

func (d *decoder) reportAt(path string, code diag.Code, args ...any) {
	d.diags.Report(d.file, d.places[path], code, append([]any{path}, args...)...)
}

func (d *decoder) checkBaseURL(c *Config) {
	if _, given := d.places["base_url"]; !given {
		d.diags.Report(d.file, diag.Pos{}, diag.BaseURLMissing, c.BaseURL)
		return
	}
	clean, ok := BaseURL(c.BaseURL)
	if !ok {
		d.reportAt("base_url", diag.BaseURLBad, c.BaseURL)
		c.BaseURL = Default().BaseURL
		return
	}
	c.BaseURL = clean
}

// BaseURL returns an absolute address as Config.BaseURL has it, ending with a
// slash, and whether it can be the address of a start page.
func BaseURL(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" ||
		u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.User != nil || badPath(u.Path) {
		return "", false
	}
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
		u.RawPath = ""
	}
	return u.String(), true
}

// badPath reports whether a path has parts that mean something to file systems.
func badPath(path string) bool {
	if strings.ContainsAny(path, "\\\x00<>\"|?*#%") || strings.Contains(path, "//") {
		return true
	}
	return slices.ContainsFunc(strings.Split(path, "/"), func(part string) bool { return part == "." || part == ".." })
}

func (d *decoder) oneOf(path, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		d.reportAt(path, diag.ConfigValue, value, strings.Join(allowed, ", "))
	}
}

// checkFonts sees to it that fonts lie where a build looks for changes.
func (d *decoder) checkFonts(f Fonts) {
	for _, font := range []struct{ path, file string }{
		{"pdf.fonts.regular", f.Regular},
		{"pdf.fonts.italic", f.Italic},
		{"pdf.fonts.bold", f.Bold},
		{"pdf.fonts.headline", f.Headline},
	} {
		folder, _, _ := strings.Cut(font.file, "/")
		if font.file != "" && (folder != Folder && folder != "static" || !fs.ValidPath(font.file)) {
			d.reportAt(font.path, diag.ConfigValue, font.file, "data/schriften/Haus-Regular.ttf")
		}
	}
}

func (d *decoder) checkSections(sections []Section) {
	seen := map[string]int{}
	for i := range sections {
		section := &sections[i]
		path := fmt.Sprintf("sections[%d]", i)
		if section.Name == "" {
			d.reportAt(path, diag.SectionNameless)
			continue
		}
		if section.Slug == "" {
			section.Slug = lang.Slug(section.Name)
		}
		if section.Slug == "" || section.Slug != lang.Slug(section.Slug) {
			d.reportAt(path, diag.ConfigValue, section.Slug, lang.Slug(section.Name))
			continue
		}
		if first, twice := seen[section.Slug]; twice {
			d.reportAt(path, diag.SectionTwice, section.Name, section.Slug, sections[first].Name)
			continue
		}
		seen[section.Slug] = i
	}
}

func (d *decoder) checkLinks(path string, links []Link) {
	for i, link := range links {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case link.Title == "" || link.URL == "":
			d.reportAt(at, diag.LinkIncomplete)
		case !goodTarget(link.URL):
			d.reportAt(at+".url", diag.ConfigValue, link.URL, "/impressum/, https://…, mailto:…")
		}
	}
}

// goodTarget reports whether a menu may lead to an address.
func goodTarget(address string) bool {
	if strings.HasPrefix(address, "/") {
		path, _, _ := strings.Cut(address, "#")
		path, _, _ = strings.Cut(path, "?")
		return !badPath(path)
	}
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto", "tel":
		return u.Opaque != ""
	}
	return false
}

func (d *decoder) checkLists(l Lists) {
	limits := []struct {
		path     string
		value    int
		min, max int
	}{
		{"lists.page_size", l.PageSize, 1, 1000},
		{"lists.newest", l.Newest, 0, 100},
		{"lists.related", l.Related, 0, 100},
		{"lists.section", l.Section, 0, 100},
		{"lists.feed", l.Feed, 1, 1000},
		{"lists.home", l.Home, 0, 1000},
	}
	for _, limit := range limits {
		d.inRange(limit.path, limit.value, limit.min, limit.max)
	}
}

func (d *decoder) inRange(path string, value, least, most int) {
	if value < least || value > most {
		d.reportAt(path, diag.ConfigRange, value, least, most)
	}
}

// checkPictures puts the widths in order.
func (d *decoder) checkPictures(p *Pictures) {
	d.inRange("pictures.quality", p.Quality, 40, 95)
	if len(p.Widths) == 0 || len(p.Widths) > 12 {
		d.reportAt("pictures.widths", diag.ConfigValue, fmt.Sprint(p.Widths), fmt.Sprint(Default().Pictures.Widths))
	}
	for i, width := range p.Widths {
		d.inRange(fmt.Sprintf("pictures.widths[%d]", i), width, 100, 4000)
	}
	slices.Sort(p.Widths)
	p.Widths = slices.Compact(p.Widths)
}
