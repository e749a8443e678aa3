package moving

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
)

// eleventy lets every site choose its folders; these are the usual ones.
type eleventy struct{}

func (eleventy) made() []string { return []string{"_site", "dist"} }

func (eleventy) bare() bool { return false }

func (eleventy) configs() []string {
	var all []string
	for _, folder := range []string{"", "src/", "content/"} {
		for _, name := range []string{"metadata", "site", "meta"} {
			for _, ending := range []string{".json", ".yaml", ".yml"} {
				all = append(all, folder+"_data/"+name+ending)
			}
		}
	}
	return all
}

func (eleventy) role(file string, _ *settings) (role, string, diag.Code) {
	rest := file
	for _, root := range []string{"content/", "src/", "input/"} {
		if after, found := strings.CutPrefix(file, root); found {
			rest = after
			break
		}
	}
	for part := range strings.SplitSeq(path.Dir(rest), "/") {
		switch {
		case part == "_data":
			return passedOver, "", diag.MoveData
		case strings.HasPrefix(part, "_"):
			return passedOver, "", diag.MoveTemplate
		}
	}
	switch base := path.Base(rest); {
	case strings.Contains(base, ".11tydata."):
		return passedOver, "", diag.MoveDataCode
	case strings.HasPrefix(base, "eleventy.config.") || base == ".eleventy.js":
		return passedOver, "", diag.MoveProgram
	case isText(rest) && !isProgram(rest):
		return inContent(rest)
	case isTemplate(rest):
		return passedOver, "", diag.MoveTemplate
	case isProgram(rest) || path.Ext(rest) == ".js":
		return passedOver, "", diag.MoveProgram
	}
	for _, through := range []string{"public/", "static/"} { // copied by Eleventy without the folder's name
		if after, found := strings.CutPrefix(rest, through); found {
			return asset, after, ""
		}
	}
	return asset, rest, ""
}

// address is the path of the file, without the day of its name.
func (eleventy) address(p *page, _ *settings) string {
	_, name := dated(path.Base(p.name))
	return "/" + path.Join(path.Dir(p.name), name) + "/"
}

// code converts the Nunjucks and Liquid that mean the same in Markdown.
func (eleventy) code(c code, m *move, p *page) (string, int, bool) {
	if c.open == "{{" {
		return filtered(c)
	}
	name, args := c.words()
	switch name {
	case "highlight":
		return c.highlight(args.at(0, ""), "{% endhighlight %}")
	case "raw":
		return c.raw("{% endraw %}")
	case "image":
		if src := args.at(0, "src"); src != "" {
			return picture(src, args.at(1, "alt"), ""), 0, true
		}
		return "", 0, false
	case "link":
		link, ok := m.reference(p, args.at(0, ""))
		return link, 0, ok
	}
	link, ok := embedded(name, args)
	return link, 0, ok
}
