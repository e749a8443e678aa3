package serve

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// inject puts into a page what the preview needs: what is to be mended, what
// readers would not see of it, and the script that hears of changes. It stands
// in a shadow root, so that the site's styles and the preview's do not meet,
// and at the end of the page, so that the page itself stays as it is.
func (s *stage) inject(a *answer) []byte {
	var b bytes.Buffer
	at := bytes.LastIndex(a.body, []byte("</body>"))
	if at < 0 {
		at = len(a.body)
	}
	b.Grow(len(a.body) + len(a.show.overlay) + 512)
	b.Write(a.body[:at])
	fmt.Fprintf(&b, `<stadtbote-preview lang="%s"><template shadowrootmode="open"><link rel="stylesheet" href="%spreview.css">%s<div>%s</div></template></stadtbote-preview>`,
		s.language(), reserved, s.marked(a), a.show.overlay)
	fmt.Fprintf(&b, `<script src="%spreview.js" data-events="%[1]sevents" data-stand="%s"></script>`, reserved, a.stand())
	b.WriteByte('\n')
	b.Write(a.body[at:])
	return b.Bytes()
}

func (s *stage) language() string {
	if s.Language == "en" {
		return "en"
	}
	return "de"
}

// marked says why readers do not see this page yet.
func (s *stage) marked(a *answer) string {
	m, hidden := a.show.marks[a.origin]
	if !hidden {
		return ""
	}
	var words []string
	if m.draft {
		words = append(words, s.say("Entwurf", "Draft"))
	}
	if !m.embargo.IsZero() {
		words = append(words, fmt.Sprintf(s.say("Sperrfrist bis %s, %s", "Embargoed until %s, %s"),
			lang.LongDate(m.embargo, s.language()), lang.ClockTime(m.embargo, s.language())))
	}
	words = append(words, s.say("nur in der Vorschau zu sehen", "to be seen in the preview only"))
	return `<aside role="note">` + html.EscapeString(strings.Join(words, " · ")) + `</aside>`
}

// frame is a page of the preview's own, for when the site has none to show.
const frame = `<!doctype html>
<html lang="%s">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
<body><h1>%[2]s</h1><p>%s</p></body>
</html>
`

func (s *stage) framed(title, text string) []byte {
	return fmt.Appendf(nil, frame, s.language(), html.EscapeString(title), html.EscapeString(text))
}

func (s *stage) notFound() []byte {
	return s.framed(s.say("Seite nicht gefunden", "Page not found"),
		s.say("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."))
}

// apologise answers where no page could be made. The page comes by itself as
// soon as there is one.
func (s *stage) apologise(w http.ResponseWriter, _ *http.Request, err error) {
	a := s.apology(s.shown.Load(), err)
	w.Header().Set("Content-Type", mimeType(a.path))
	w.WriteHeader(a.status)
	_, _ = w.Write(s.inject(a)) // who does not listen any more misses nothing
}

// apology is what stands where no page could be made.
func (s *stage) apology(now *show, err error) *answer {
	a := &answer{status: http.StatusServiceUnavailable, path: "503.html", show: now}
	title := s.say("Noch nichts zu zeigen", "Nothing to show yet")
	text := s.say("Sobald die Fehler behoben sind, erscheint hier die Seite.", "As soon as the mistakes are mended, the page appears here.")
	if now.overlay == "" {
		title = s.say("Diese Seite ließ sich nicht machen", "This page could not be made")
		text = err.Error()
		if d, ok := findingIn(err); ok {
			a.show = s.blaming(now, d)
			text = s.say("Was zu berichtigen ist, steht unten.", "What is to be mended is told below.")
		}
	}
	a.body = s.framed(title, text)
	return a
}

// blaming is a show with a mistake that came to light only when a page was made,
// unless others are told of already.
func (s *stage) blaming(now *show, d diag.Diagnostic) *show {
	if now.overlay != "" {
		return now
	}
	copied := *now
	copied.overlay = s.findings(diag.List{d})
	return &copied
}
