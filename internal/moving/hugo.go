package moving

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// hugo lays out a site as content/, static/, layouts/.
type hugo struct{}

func (hugo) made() []string { return []string{"public", "resources", "themes", "_vendor"} }

func (hugo) bare() bool { return true }

func (hugo) configs() []string {
	var all []string
	for _, folder := range []string{"", "config/_default/"} {
		for _, name := range []string{"hugo", "config"} {
			for _, ending := range []string{".toml", ".yaml", ".yml", ".json"} {
				all = append(all, folder+name+ending)
			}
		}
	}
	return all
}

func (hugo) role(file string, s *settings) (role, string, diag.Code) {
	top, rest, _ := strings.Cut(file, "/")
	if s.inContent(file) {
		language, rest := s.tongue(file)
		return inContent(path.Join(language, rest))
	}
	switch top {
	case "static":
		return asset, rest, ""
	case "assets":
		if isTemplate(file) || isProgram(file) || path.Ext(file) == ".js" || path.Ext(file) == ".css" {
			return passedOver, "", diag.MoveTemplate
		}
		return asset, rest, ""
	case "layouts", "archetypes", "i18n":
		return passedOver, "", diag.MoveTemplate
	case "data":
		return passedOver, "", diag.MoveData
	}
	return passedOver, "", diag.MoveProgram
}

// inContent returns what a file of a folder of articles is.
func inContent(rest string) (role, string, diag.Code) {
	switch {
	case isText(rest) && isIndex(rest):
		return writing, strings.TrimPrefix(path.Dir(rest), "."), ""
	case isText(rest):
		return writing, strings.TrimSuffix(rest, path.Ext(rest)), ""
	case isTemplate(rest):
		return passedOver, "", diag.MoveTemplate
	case strings.HasPrefix(path.Base(rest), "."):
		return passedOver, "", diag.MoveProgram
	}
	return asset, rest, ""
}

// address fills Hugo's patterns: "/:section/:filename/" unless permalinks say
// otherwise. A day at the beginning of a file's name is no part of the address
// where Hugo has to take the date from there.
func (hugo) address(p *page, s *settings) string {
	section, _, _ := strings.Cut(p.plain(), "/")
	name := path.Base(p.name)
	if _, there := p.get("date"); !there {
		_, name = dated(name)
	}
	slug := name
	if own, there := p.get("slug"); there && own.Text != "" {
		slug = own.Text
	}
	pattern := s.permalinks[section]
	if pattern == "" || !p.report {
		return "/" + strings.ToLower(path.Join(path.Dir(p.name), slug)) + "/"
	}
	title, _ := p.get("title")
	day, _ := p.date()
	day = day.In(lang.Berlin())
	return strings.TrimSuffix("/"+p.language, "/") + strings.NewReplacer(
		":year", day.Format("2006"), ":month", day.Format("01"), ":day", day.Format("02"),
		":sections", path.Dir(p.plain()), ":section", section,
		":slugorcontentbasename", slug, ":slugorfilename", slug, ":contentbasename", name, ":filename", name,
		":slug", orElse(slug, title.Text), ":title", hugoSlug(title.Text),
	).Replace(pattern)
}

func orElse(text, otherwise string) string {
	if text == "" {
		return hugoSlug(otherwise)
	}
	return text
}

// hugoSlug writes a title as Hugo does in addresses: umlauts stay.
func hugoSlug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case strings.ContainsRune(`"'.,;:!?()[]{}<>|&%$§=`, r):
			return -1
		}
		return r
	}, strings.ToLower(title))
}

// code converts the shortcodes that mean the same in Markdown.
func (hugo) code(c code, m *move, p *page) (string, int, bool) {
	if c.open != "{{<" && c.open != "{{%" {
		return "", 0, false
	}
	if inner, found := strings.CutPrefix(strings.TrimSpace(c.inner), "/*"); found { // an example of an instruction
		return c.open + strings.TrimSuffix(inner, "*/") + c.whole[len(c.whole)-len("}}>"):], 0, true
	}
	name, args := c.words()
	switch name {
	case "figure":
		return figure(args)
	case "ref", "relref":
		link, ok := m.reference(p, args.at(0, "path"))
		return link, 0, ok
	case "highlight":
		return c.highlight(args.at(0, "lang"), "{{< /highlight >}}", "{{</ highlight >}}", "{{% /highlight %}}")
	}
	link, ok := embedded(name, args)
	return link, 0, ok
}

// figure is a picture; a title and a caption become its caption.
func figure(args arguments) (string, int, bool) {
	src := args.at(-1, "src")
	if src == "" || args.at(-1, "link") != "" {
		return "", 0, false
	}
	caption := strings.TrimSpace(strings.Join([]string{args.at(-1, "title"), args.at(-1, "caption")}, " "))
	if attr := args.at(-1, "attr"); attr != "" {
		caption = strings.TrimSpace(caption + " (" + attr + ")")
	}
	return picture(src, args.at(-1, "alt"), caption), 0, true
}

// picture writes a picture in Markdown.
func picture(src, alt, caption string) string {
	if strings.ContainsAny(src, " ()") {
		src = "<" + src + ">"
	}
	out := "![" + strings.NewReplacer("[", `\[`, "]", `\]`).Replace(alt) + "](" + src
	if caption != "" {
		out += ` "` + strings.ReplaceAll(caption, `"`, `\"`) + `"`
	}
	return out + ")"
}

// embedded returns the link that stands for something of another site: nothing
// of that is loaded any more.
func embedded(name string, args arguments) (string, bool) {
	id := args.at(0, "id")
	if id == "" {
		return "", false
	}
	switch name {
	case "youtube":
		return "[Video auf YouTube](https://www.youtube.com/watch?v=" + id + ")", true
	case "vimeo":
		return "[Video auf Vimeo](https://vimeo.com/" + id + ")", true
	case "instagram":
		return "[Beitrag auf Instagram](https://www.instagram.com/p/" + id + "/)", true
	case "tweet", "x", "twitter":
		if user := args.at(-1, "user"); user != "" {
			return "[Beitrag von " + user + "](https://x.com/" + user + "/status/" + id + ")", true
		}
	case "gist":
		if gist := args.at(1, "gist"); gist != "" {
			return "[Gist von " + id + "](https://gist.github.com/" + id + "/" + gist + ")", true
		}
	}
	return "", false
}
