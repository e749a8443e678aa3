package moving

import (
	"path"
	"slices"
	"strings"

	"stadtbote/internal/frontmatter"
)

// A site of Hugo in several languages has a folder for each ("content/de/"), or
// says the language in the name of each file ("tee.de.md"). Articles of the
// main language are taken over as if there were no other. Those of another keep
// their place below its code, "en/", say in their head which language they are
// in, and have it in their name, so that both can stand side by side.

// languages returns the folders of languages, by path, from the settings or,
// where they are silent, from the folders themselves.
func languages(names []string, named map[string]string) map[string]string {
	folders := map[string]string{}
	for _, name := range names {
		parts := strings.Split(name, "/")
		if len(parts) < 3 || parts[0] != "content" || !isText(name) {
			continue
		}
		_, known := named[parts[1]]
		if known || len(named) == 0 && len(parts) == 3 && len(parts[1]) == 2 && isIndex(name) {
			folders["content/"+parts[1]+"/"] = parts[1]
		}
	}
	for code, folder := range named {
		if folder = strings.Trim(folder, "/"); folder != "" {
			folders[folder+"/"] = code
		}
	}
	return folders
}

// readLanguages reads Hugo's "languages".
func (s *settings) readLanguages(table frontmatter.Node) {
	for _, language := range table.Table {
		code := strings.ToLower(language.Key)
		s.languages[code] = ""
		for _, part := range language.Value.Table {
			if strings.EqualFold(part.Key, "contentDir") {
				s.languages[code] = part.Value.Text
			}
		}
	}
}

// mainLanguage returns the language whose articles need not say it: that of
// the settings, else that of the new site, else the first.
func (s *settings) mainLanguage(wanted string) string {
	var codes []string
	for _, code := range s.folders {
		codes = append(codes, code)
	}
	for code := range s.languages {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range []string{strings.ToLower(s.language), strings.ToLower(strings.SplitN(s.language, "-", 2)[0]), wanted} {
		if slices.Contains(codes, code) {
			return code
		}
	}
	if len(codes) == 0 {
		if s.language != "" {
			return strings.ToLower(strings.SplitN(s.language, "-", 2)[0])
		}
		return wanted
	}
	return codes[0]
}

// tongue divides a file of content/ into its language, "" for the main one, and
// its path without a sign of it.
func (s *settings) tongue(file string) (language, rest string) {
	rest = strings.TrimPrefix(file, "content/")
	for folder, code := range s.folders {
		if below, found := strings.CutPrefix(file, folder); found {
			language, rest = code, below
		}
	}
	if code := ending(rest); code != "" && isText(rest) && s.speaks(code) {
		language = code
		rest = strings.TrimSuffix(rest, "."+code+path.Ext(rest)) + path.Ext(rest)
	}
	if language == s.main {
		language = ""
	}
	return language, rest
}

// ending returns the code of two letters before a file's ending.
func ending(file string) string {
	code := strings.TrimPrefix(path.Ext(stem(file)), ".")
	if len(code) != 2 || strings.ToLower(code) != code {
		return ""
	}
	return code
}

// common are languages that a file's name may tell without the settings.
const common = " de en fr nl pl tr ru uk ar es it da cs sv pt el ro bg hr sr fa vi zh ja "

// speaks reports whether a code is that of a language of the site.
func (s *settings) speaks(code string) bool {
	if len(s.languages) > 0 {
		_, there := s.languages[code]
		return there
	}
	return strings.Contains(common, " "+code+" ")
}

// inContent reports whether a file lies where articles do.
func (s *settings) inContent(file string) bool {
	for folder := range s.folders {
		if strings.HasPrefix(file, folder) {
			return true
		}
	}
	return strings.HasPrefix(file, "content/")
}

// plain is the name of a page without the folder of its language.
func (p *page) plain() string {
	if p.language == "" {
		return p.name
	}
	return strings.TrimPrefix(p.name, p.language+"/")
}

// code is the language of a page, also if it is the main one.
func (s *settings) code(p *page) string {
	if p.language != "" {
		return p.language
	}
	return s.main
}

// near returns where a file may lie that a page names: in the folders of its
// language.
func (s *settings) near(p *page, name string) []string {
	var all []string
	for folder, code := range s.folders {
		if code == s.code(p) {
			all = append(all, folder+name)
		}
	}
	slices.Sort(all)
	return all
}

// endings are those that a page need not write when it names a file: first
// those of its own language.
func (s *settings) endings(p *page) []string {
	code := s.code(p)
	return []string{"", "." + code + ".md", "/index." + code + ".md", "/_index." + code + ".md", ".md", "/index.md", "/_index.md", ".markdown"}
}
