package moving

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// jekyll lays out a site as _posts/, _drafts/, _layouts/ and pages beside them.
type jekyll struct{}

func (jekyll) made() []string { return []string{"_site", "vendor"} }

func (jekyll) bare() bool { return false }

func (jekyll) configs() []string { return []string{"_config.yml", "_config.yaml", "_config.toml"} }

func (jekyll) role(file string, s *settings) (role, string, diag.Code) {
	for part := range strings.SplitSeq(path.Dir(file), "/") {
		switch {
		case part == "_posts" || part == "_drafts":
			if !isText(file) {
				return passedOver, "", diag.MoveTemplate
			}
			return writing, "posts/" + stem(file), ""
		case part == "_data":
			return passedOver, "", diag.MoveData
		case strings.HasPrefix(part, "_") && s.collections[part[1:]]:
			return inContent(part[1:] + "/" + strings.SplitN(file, part+"/", 2)[1])
		case strings.HasPrefix(part, "_"):
			return passedOver, "", diag.MoveTemplate
		}
	}
	switch {
	case isText(file) && !isProgram(file):
		return inContent(file)
	case isTemplate(file):
		return passedOver, "", diag.MoveTemplate
	case isProgram(file):
		return passedOver, "", diag.MoveProgram
	}
	return asset, file, ""
}

// address fills Jekyll's patterns; "date" is its own default.
func (jekyll) address(p *page, s *settings) string {
	if !p.report || !strings.Contains(p.from, "_posts/") {
		return "/" + p.name + ".html"
	}
	pattern := s.permalinks[""]
	if own, there := p.get("permalink"); there && own.Text != "" {
		pattern = own.Text
	}
	switch pattern {
	case "", "date":
		pattern = "/:categories/:year/:month/:day/:title.html"
	case "pretty":
		pattern = "/:categories/:year/:month/:day/:title/"
	case "ordinal":
		pattern = "/:categories/:year/:y_day/:title.html"
	case "none":
		pattern = "/:categories/:title.html"
	}
	_, title := dated(path.Base(p.name))
	if own, there := p.get("slug"); there && own.Text != "" {
		title = own.Text
	}
	day, _ := p.date()
	day = day.In(lang.Berlin())
	filled := strings.NewReplacer(
		":categories", strings.ToLower(strings.Join(p.texts("categories", "category"), "/")),
		":year", day.Format("2006"), ":y_day", day.Format("002"), ":month", day.Format("01"), ":day", day.Format("02"),
		":i_month", day.Format("1"), ":i_day", day.Format("2"), ":short_year", day.Format("06"), ":title", title, ":slug", title,
	).Replace(pattern)
	return strings.ReplaceAll(filled, "//", "/")
}

// code converts the Liquid that means the same in Markdown.
func (jekyll) code(c code, m *move, p *page) (string, int, bool) {
	if c.open == "{{" {
		return filtered(c)
	}
	name, args := c.words()
	switch name {
	case "highlight":
		return c.highlight(args.at(0, ""), "{% endhighlight %}")
	case "raw":
		return c.raw("{% endraw %}")
	case "post_url":
		link, ok := m.reference(p, "_posts/"+args.at(0, "")+".md")
		return link, 0, ok
	case "link":
		link, ok := m.reference(p, args.at(0, ""))
		return link, 0, ok
	}
	link, ok := embedded(name, args)
	return link, 0, ok
}

// filtered converts an output of Liquid or Nunjucks that is but an address.
func filtered(c code) (string, int, bool) {
	inner := strings.TrimSpace(c.inner)
	switch strings.ReplaceAll(inner, " ", "") {
	case "site.baseurl", "site.url", "site.url}}{{site.baseurl", "page.root":
		return "", 0, true
	}
	first, filter, found := strings.Cut(inner, "|")
	if !found {
		return "", 0, false
	}
	switch strings.TrimSpace(filter) {
	case "relative_url", "absolute_url", "url", "prepend: site.baseurl", "prepend: site.baseurl | prepend: site.url", "htmlBaseUrl":
	default:
		return "", 0, false
	}
	first = strings.TrimSpace(first)
	if len(first) < 2 || first[0] != '"' && first[0] != '\'' || first[len(first)-1] != first[0] {
		return "", 0, false
	}
	return first[1 : len(first)-1], 0, true
}
