// Package redirect leads readers from former addresses to present ones: by a
// small HTML page that works on every host, and by lists for the servers that
// can do better: _redirects (Netlify, Cloudflare Pages, Codeberg Pages), a map
// for Apache and one for nginx.
package redirect

import (
	"fmt"
	"html"
	"io"
	"iter"
	"net/url"
	"path"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/site"
)

// New returns the kind of everything that redirects.
func New() output.Kind { return kind{} }

type kind struct{}

func (kind) Name() string { return "redirect" }

// Plan yields a page for each former address that a browser would show as a
// page, and, if the configuration asks for them, the lists for servers.
func (kind) Plan(s *site.Site) iter.Seq[output.File] {
	return func(yield func(output.File) bool) {
		for _, r := range s.Redirects {
			name := s.File(r.From)
			if !shownAsPage(name) {
				continue
			}
			if !yield(text(name, r.Origin, page(s, r))) {
				return
			}
		}
		if !s.Config.Outputs.Redirects || len(s.Redirects) == 0 {
			return
		}
		for _, list := range []struct{ name, text string }{
			{"_redirects", netlify(s.Redirects)},
			{"redirects-apache.txt", apache(s.Redirects)},
			{"redirects-nginx.conf", nginx(s.Redirects)},
		} {
			if !yield(text(list.name, config.File, list.text)) {
				return
			}
		}
	}
}

// shownAsPage reports whether servers send a file of that name as HTML. A
// former address such as "/alt.php" can only be redirected by the server.
func shownAsPage(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending == ".html" || ending == ".htm"
}

// text returns a file that is made already.
func text(name, origin, content string) output.File {
	return output.File{
		Path:   name,
		Origin: origin,
		Inputs: []output.Input{{Name: "text", Sum: digest.String(content)}},
		Make: func(w io.Writer) error {
			if _, err := io.WriteString(w, content); err != nil {
				return fmt.Errorf("writing %s: %w", name, err)
			}
			return nil
		},
	}
}

// page returns the page at a former address. It works without JavaScript,
// says in words what happens, and asks search engines for the new address.
func page(s *site.Site, r site.Redirect) string {
	language, title, lead := "de", "Diese Seite ist umgezogen", "Sie finden sie jetzt hier:"
	if s.Config.Language == "en" {
		language, title, lead = "en", "This page has moved", "You find it here now:"
	}
	to := html.EscapeString(r.To)
	canonical := html.EscapeString(s.Absolute(r.To))
	return `<!doctype html>
<html lang="` + language + `">
<head>
<meta charset="utf-8">
<title>` + title + `</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=` + to + `">
<link rel="canonical" href="` + canonical + `">
</head>
<body>
<main>
<h1>` + title + `</h1>
<p>` + lead + ` <a href="` + to + `">` + canonical + `</a></p>
</main>
</body>
</html>
`
}

// netlify returns the list that Netlify and its like read. Those match with
// and without a slash at the end.
func netlify(redirects []site.Redirect) string {
	var b strings.Builder
	for _, r := range redirects {
		b.WriteString(r.From + " " + r.To + " 301\n")
	}
	return b.String()
}

// apache returns a map for Apache's RewriteMap, whose keys are decoded paths.
func apache(redirects []site.Redirect) string {
	var b strings.Builder
	b.WriteString("# RewriteEngine On\n" +
		"# RewriteMap stadtbote \"txt:/path/to/redirects-apache.txt\"\n" +
		"# RewriteCond ${stadtbote:%{REQUEST_URI}} ^(.+)$\n" +
		"# RewriteRule ^ %1 [R=301,L,NE]\n")
	for _, r := range redirects {
		for _, from := range spellings(r.From) {
			if from = decoded(from); !strings.ContainsAny(from, " \t") { // a blank ends the key
				b.WriteString(from + " " + r.To + "\n")
			}
		}
	}
	return b.String()
}

// nginx returns the body of a map block, whose keys are decoded paths. A "$"
// in a value would begin a variable, so it is percent-encoded.
func nginx(redirects []site.Redirect) string {
	var b strings.Builder
	b.WriteString("# map $uri $stadtbote { include redirects-nginx.conf; }\n" +
		"# server { if ($stadtbote) { return 301 $stadtbote; } }\n")
	for _, r := range redirects {
		for _, from := range spellings(r.From) {
			b.WriteString(quoted(decoded(from)) + " " + quoted(strings.ReplaceAll(r.To, "$", "%24")) + ";\n")
		}
	}
	return b.String()
}

// spellings returns an address with and without the slash at its end.
func spellings(from string) []string {
	if bare := strings.TrimSuffix(from, "/"); bare != from && bare != "" {
		return []string{from, bare}
	}
	return []string{from}
}

func decoded(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}

// quoted returns a text as nginx reads it literally.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
