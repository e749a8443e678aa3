package moving

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// role is what a file of an old site is.
type role uint8

const (
	passedOver role = iota
	writing         // Markdown, an article or a page
	asset           // a picture, a PDF document: published as it is
	config          // settings
)

// generator is what is known of one program: how it lays out a site.
type generator interface {
	// role returns what a file is, and where it goes: for an article its
	// address without the date, for an asset its path below static/. Of what
	// is passed over it tells the reason.
	role(file string, s *settings) (role, string, diag.Code)
	// made are folders at the top that the program makes or needs.
	made() []string
	// configs are the files with settings, the first that exists counts.
	configs() []string
	// address returns where a page stood in the old site, root-relative.
	address(p *page, s *settings) string
	// code converts one instruction of the program; not ok if it must stay.
	code(c code, m *move, p *page) (replacement string, consumed int, ok bool)
	// bare reports whether Markdown without a front matter is a page.
	bare() bool
}

func generatorOf(name string) generator {
	switch name {
	case "jekyll":
		return jekyll{}
	case "eleventy":
		return eleventy{}
	}
	return hugo{}
}

// settings are what an old site says about itself.
type settings struct {
	title, description, baseURL, language string
	menu                                  []menuItem
	permalinks                            map[string]string // Hugo: by section; Jekyll: under ""
	collections                           map[string]bool   // Jekyll
	languages                             map[string]string // Hugo: codes, and their folders where the settings name them
	folders                               map[string]string // Hugo: folders of languages, with the code of each
	main                                  string            // Hugo: the language that articles need not name
	scopes                                []scope           // Jekyll: defaults; Eleventy: directory data
	data                                  []string          // Eleventy: files of directory data
	from                                  string            // the file, "" if there is none
	took                                  []string          // names of what was taken over
}

type menuItem struct{ title, url string }

// isText reports whether a file's ending is that of Markdown.
func isText(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown", ".mkd", ".mdown":
		return true
	}
	return false
}

// isTemplate reports whether a file is one of templates.
func isTemplate(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".html", ".htm", ".njk", ".liquid", ".hbs", ".ejs", ".pug", ".haml", ".mustache", ".webc", ".xml", ".rss", ".slim", ".vto":
		return true
	}
	return false
}

// isProgram reports whether a file is code, or belongs to tools.
func isProgram(file string) bool {
	base := path.Base(file)
	switch strings.ToLower(path.Ext(base)) {
	case ".rb", ".lock", ".gemspec", ".mod", ".sum", ".sh", ".toml", ".ts", ".cjs", ".mjs", ".scss", ".sass", ".less", ".yml", ".yaml", ".json":
		return true
	}
	switch base {
	case "Gemfile", "Rakefile", "Makefile", "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE.md", "Dockerfile", "netlify.toml", "package.json":
		return true
	}
	return strings.HasPrefix(base, ".")
}

// dated divides "2018-11-09-titel" into the day and the rest.
func dated(name string) (day, rest string) {
	const form = "2006-01-02"
	if len(name) <= len(form) || name[4] != '-' || name[7] != '-' || name[len(form)] != '-' {
		return "", name
	}
	if _, _, ok := lang.ParseDate(name[:len(form)]); !ok {
		return "", name
	}
	return name[:len(form)], name[len(form)+1:]
}

// stem is a file's name without its ending.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// clean brings an address into the form in which addresses are compared.
func clean(address string) string {
	address = strings.TrimSuffix(strings.Trim(address, "/"), "index.html")
	return strings.ToLower(strings.Trim(strings.TrimSuffix(address, ".html"), "/"))
}
