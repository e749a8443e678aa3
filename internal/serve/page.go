package serve

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"stadtbote/internal/digest"
	"stadtbote/internal/output"
)

// reserved is where the preview keeps what is its own. No article has such an
// address: slugs have no underscore.
const reserved = "/_stadtbote/"

// handler answers everything that a browser may ask.
func (s *stage) handler(h hosts) http.Handler {
	own := http.NewServeMux()
	own.HandleFunc(reserved+"events", s.stream)
	own.HandleFunc(reserved+"preview.js", sendOwn("preview.js"))
	own.HandleFunc(reserved+"preview.css", sendOwn("preview.css"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cache-Control", "no-cache") // ask each time, the ETag makes it cheap
		switch {
		case !h.allowed(r.Host):
			s.refuse(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			header.Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		case strings.HasPrefix(r.URL.Path, reserved):
			own.ServeHTTP(w, r)
		default:
			s.page(w, r)
		}
	})
}

// page answers with a file of the site.
func (s *stage) page(w http.ResponseWriter, r *http.Request) {
	a, err := s.answer(r.Context(), r.URL.Path)
	if r.Context().Err() != nil {
		return
	}
	// From now on: who waited for the first plan of a large site gets its page.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(sendTime))
	if err != nil {
		s.apologise(w, r, err)
		return
	}
	if a.location != "" {
		http.Redirect(w, r, withQuery(a.location, r.URL), http.StatusTemporaryRedirect)
		return
	}
	body := a.body
	header := w.Header()
	header.Set("Content-Type", mimeType(a.path))
	if isPage(a.path) {
		body = s.inject(a)
	}
	if a.status != http.StatusOK {
		header.Set("Content-Length", strconv.Itoa(len(body)))
		w.WriteHeader(a.status)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body) // who does not listen any more misses nothing
		}
		return
	}
	header.Set("ETag", `"`+digest.Bytes(body).Hex()+`"`)
	serveBytes(w, r, body)
}

// serveBytes sends bytes, or a range of them, or nothing if the browser has
// them already. The type and the ETag are set before.
func serveBytes(w http.ResponseWriter, r *http.Request, body []byte) {
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// withQuery is an address with the query of another.
func withQuery(address string, asked *url.URL) string {
	if asked.RawQuery != "" {
		address += "?" + asked.RawQuery
	}
	return address
}

// answer is what belongs at an address.
type answer struct {
	status   int
	location string // where to go instead, if not ""
	path     string // of the file in the finished site
	body     []byte
	show     *show
	origin   string // file that it is mainly made from; may be ""
}

// stand names what a reader of the page sees, its pictures and styles
// included.
func (a *answer) stand() string {
	var b digest.Builder
	b.Int(int64(a.status))
	b.Data(a.body)
	b.Sum(a.show.assets)
	return b.Name().Hex()
}

// attempts is how often a page is tried whose sources change meanwhile.
const attempts = 3

// errNothing says that there is no site to show.
var errNothing = errors.New("the site has errors, and nothing of it can be shown")

// answer finds what belongs at a path, as of now.
func (s *stage) answer(ctx context.Context, asked string) (*answer, error) {
	for attempt := 1; ; attempt++ {
		now := s.current(ctx)
		a, err := s.find(now, asked)
		_, mistaken := findingIn(err)
		if err == nil || mistaken || errors.Is(err, errNothing) || attempt == attempts || ctx.Err() != nil || now.site != now.latest {
			return a, err
		}
		// Mostly a source is not what it was planned by, and the event that
		// tells of it is on its way.
		s.again()
	}
}

// find looks in one show.
func (s *stage) find(now *show, asked string) (*answer, error) {
	if now.site == nil {
		return nil, errNothing
	}
	if asked == "/" && now.base != "/" || asked+"/" == now.base {
		return &answer{location: now.base, show: now}, nil
	}
	name, inside := strings.CutPrefix(asked, now.base)
	if !inside || name != "" && !fs.ValidPath(strings.TrimSuffix(name, "/")) {
		return s.missing(now)
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if file, known := now.site.File(name); known {
		return s.made(now, file, http.StatusOK)
	}
	if _, known := now.site.File(path.Join(name, "index.html")); known {
		return &answer{location: (&url.URL{Path: asked + "/"}).EscapedPath(), show: now}, nil
	}
	return s.missing(now)
}

// missing is the answer where the site has nothing.
func (s *stage) missing(now *show) (*answer, error) {
	if file, known := now.site.File("404.html"); known {
		return s.made(now, file, http.StatusNotFound)
	}
	return &answer{status: http.StatusNotFound, path: "404.html", body: s.notFound(), show: now}, nil
}

// made makes a file, unless it has been made from the same inputs before.
func (s *stage) made(now *show, file output.File, status int) (*answer, error) {
	a := &answer{status: status, path: file.Path, show: now, origin: file.Origin}
	key := keyOf(file)
	body, known := s.pages.Load(key)
	if !known {
		var b bytes.Buffer
		if err := file.Make(&b); err != nil {
			return s.asItWas(a, err)
		}
		body = b.Bytes()
		s.pages.Save(key, body)
	}
	if isPage(file.Path) {
		s.good.Store(file.Path, key)
	}
	a.body = body
	return a, nil
}

// asItWas completes an answer by the page as it was last made, if an author's
// mistake keeps it from being made now.
func (s *stage) asItWas(a *answer, err error) (*answer, error) {
	d, mistaken := findingIn(err)
	key, known := s.good.Load(a.path)
	if !mistaken || !known {
		return nil, err
	}
	body, kept := s.pages.Load(key.(digest.Sum))
	if !kept {
		return nil, err
	}
	a.body, a.show = body, s.blaming(a.show, d)
	return a, nil
}

func isPage(name string) bool { return strings.HasSuffix(name, ".html") }
