package theme

import (
	"errors"
	"html/template"
	"strings"
	"testing"
	"testing/fstest"
)

// town is the view of these tests.
type town struct {
	Name     string
	URL      string
	Count    int
	Large    bool
	Body     template.HTML
	Mail     template.URL
	Data     template.JS
	Mayor    *person
	Streets  []string
	Partners []*town
	Extra    map[string]any
}

type person struct{ Name string }

// filesOf makes a file system of templates.
func filesOf(files ...string) fstest.MapFS {
	fsys := make(fstest.MapFS)
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func options() Options {
	return Options{Language: "de", Assets: map[string]Asset{
		"css/site.css": {URL: "/css/site.12ab.css", Integrity: "sha384-abc+/="},
	}}
}

// load loads templates that must be right.
func load(t testing.TB, files ...string) *Theme {
	t.Helper()
	th, ds := Load(filesOf(files...), nil, options())
	for _, d := range ds {
		t.Fatalf("finding: %+v", d)
	}
	return th
}

func render(t testing.TB, th *Theme, name string, data any) string {
	t.Helper()
	var out strings.Builder
	if err := th.Render(&out, name, data); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestRender(t *testing.T) {
	krähwinkel := &town{Name: "Krähwinkel <an der Muster>", URL: "/orte/krähwinkel/?a=1&b=2", Count: 3}
	for _, test := range []struct {
		name  string
		files []string
		data  any
		want  string
	}{
		{
			"a page that defines a block is executed through the frame",
			[]string{"base.html", `<b>{{ block "main" . }}nothing{{ end }}</b>`, "x.html", `{{ define "main" }}{{ .Name }}{{ end }}`},
			krähwinkel, "<b>Krähwinkel &lt;an der Muster&gt;</b>",
		},
		{
			"a page that defines nothing shows the frame's own block",
			[]string{"base.html", `<b>{{ block "main" . }}nothing{{ end }}</b>`, "x.html", ``},
			krähwinkel, "<b>nothing</b>",
		},
		{
			"a page with text of its own stands alone",
			[]string{"base.html", `<b>{{ block "main" . }}{{ end }}</b>`, "x.html", `<i>{{ .Count }}</i>`},
			krähwinkel, "<i>3</i>",
		},
		{
			"words of the theme are in the site's language",
			[]string{"x.html", `<p title="{{ word "more" }}">{{ word "page-of" 2 .Count }}</p>`},
			krähwinkel, `<p title="mehr…">Seite 2 von 3</p>`,
		},
		{
			"addresses and integrity of static files are written out",
			[]string{"x.html", `<link href="{{ asset "css/site.css" }}" integrity="{{ integrity "css/site.css" }}">`},
			nil, `<link href="/css/site.12ab.css" integrity="sha384-abc+/=">`,
		},
		{
			"an address is encoded for where it stands",
			[]string{"x.html", `<a href="{{ .URL }}">`},
			krähwinkel, `<a href="/orte/kr%c3%a4hwinkel/?a=1&amp;b=2">`,
		},
		{
			"an address that runs code is refused",
			[]string{"x.html", `<a href="{{ .URL }}">`},
			&town{URL: "javascript:alert(1)"}, `<a href="#ZgotmplZ">`,
		},
		{
			"a partial of its own may be included",
			[]string{"x.html", `<p>{{ template "partials/p.html" . }}</p>`, "partials/p.html", `{{ .Name }}!`},
			&town{Name: "Schilda"}, "<p>Schilda!</p>",
		},
		{
			"cached gives nothing for a nil pointer",
			[]string{"x.html", `<p>{{ cached "partials/p.html" .Mayor }}</p>`, "partials/p.html", `{{ .Name }}!`},
			&town{}, "<p></p>",
		},
		{
			"cached gives the partial's HTML",
			[]string{"x.html", `<p>{{ cached "partials/p.html" .Mayor }}</p>`, "partials/p.html", `<b>{{ .Name }}</b>`},
			&town{Mayor: &person{"Müller & Söhne"}}, "<p><b>Müller &amp; Söhne</b></p>",
		},
		{
			"first gives at most so many items",
			[]string{"x.html", `{{ range first 2 .Streets }}{{ . }};{{ end }}{{ range first 9 .Streets }}{{ . }},{{ end }}`},
			&town{Streets: []string{"a", "b", "c"}}, "a;b;a,b,c,",
		},
		{
			"maps are left to html/template",
			[]string{"x.html", `{{ range $k, $v := .Extra }}{{ $k }}={{ $v }} {{ end }}{{ .Extra.zwei }}`},
			&town{Extra: map[string]any{"eins": 1, "zwei": "<2>"}}, "eins=1 zwei=&lt;2&gt; &lt;2&gt;",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := render(t, load(t, test.files...), "x.html", test.data); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestCachedRendersOnceForEachPointer(t *testing.T) {
	th := load(t, "x.html", `{{ range .Partners }}{{ cached "partials/p.html" . }}{{ end }}`, "partials/p.html", `{{ .Name }},`)
	a, b := &town{Name: "a"}, &town{Name: "b"}
	page := &town{Partners: []*town{a, b, a}}
	if got := render(t, th, "x.html", page); got != "a,b,a," {
		t.Errorf("got %s", got)
	}
	a.Name = "changed"
	if got := render(t, th, "x.html", page); got != "a,b,a," {
		t.Errorf("rendered again: %s", got)
	}
}

func TestOwnFilesReplaceEmbeddedOnesOneByOne(t *testing.T) {
	embedded := filesOf("x.html", `{{ template "partials/a.html" }}{{ template "partials/b.html" }}`, "partials/a.html", "a", "partials/b.html", "b")
	own := filesOf("partials/b.html", "\ufeffown\r\n", "notes.txt", "{{", "partials/.swp.html", "{{")
	th, ds := Load(embedded, own, options())
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	if got := render(t, th, "x.html", nil); got != "aown\n" {
		t.Errorf("got %q", got)
	}
}

func TestMistakeWritesNothing(t *testing.T) {
	th := load(t, "x.html", "before {{ .Mayor.Name }} after")
	var out strings.Builder
	if err := th.Render(&out, "x.html", &town{}); err == nil || out.Len() > 0 {
		t.Errorf("error %v, written %q", err, out.String())
	}
}

// broken is a writer whose disk is full.
type broken struct{}

var errFull = errors.New("disk full")

func (broken) Write([]byte) (int, error) { return 0, errFull }

func TestWritersErrorIsNoFinding(t *testing.T) {
	err := load(t, "x.html", "x").Render(broken{}, "x.html", nil)
	var failure *Failure
	if errors.As(err, &failure) || !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

func TestSum(t *testing.T) {
	files := []string{
		"base.html", `{{ block "main" . }}{{ end }}{{ cached "partials/a.html" . }}`,
		"x.html", `{{ define "main" }}{{ word "more" }}{{ end }}`,
		"y.html", `y {{ asset "css/site.css" }}`,
		"partials/a.html", "a", "partials/b.html", "b",
	}
	before := load(t, files...)
	changed := func(name, text string, o Options) (x, y bool) {
		fsys := filesOf(files...)
		if name != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		after, _ := Load(fsys, nil, o)
		return after.Sum("x.html") != before.Sum("x.html"), after.Sum("y.html") != before.Sum("y.html")
	}
	english := options()
	english.Language = "en"
	asset := options()
	asset.Assets = map[string]Asset{"css/site.css": {URL: "/css/site.99.css"}}
	for _, test := range []struct {
		name       string
		file, text string
		options    Options
		x, y       bool
	}{
		{"nothing changed", "", "", options(), false, false},
		{"its own text", "x.html", `{{ define "main" }}!{{ end }}`, options(), true, false},
		{"the frame", "base.html", `{{ block "main" . }}{{ end }}`, options(), true, false},
		{"a partial of the frame", "partials/a.html", "A", options(), true, false},
		{"a partial that nobody includes", "partials/b.html", "B", options(), false, false},
		{"the words' language", "", "", english, true, false},
		{"a static file's address", "", "", asset, false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if x, y := changed(test.file, test.text, test.options); x != test.x || y != test.y {
				t.Errorf("changed: x %v, y %v; want %v, %v", x, y, test.x, test.y)
			}
		})
	}
	if before.Sum("none.html").Hex() != strings.Repeat("0", 32) {
		t.Error("an unknown page has a sum")
	}
}

func TestMentions(t *testing.T) {
	th := load(t, "x.html", `{{ with $p := .Page }}{{ (index $p.List 0).Deep }}{{ end }}{{ cached "partials/a.html" .Rail }}`,
		"partials/a.html", "{{ range .Cards }}{{ end }}", "partials/b.html", "{{ .Never }}")
	for field, want := range map[string]bool{"Page": true, "List": true, "Deep": true, "Rail": true, "Cards": true, "Never": false} {
		if th.Mentions("x.html", field) != want {
			t.Errorf("Mentions(%s) = %v", field, !want)
		}
	}
}

func TestWordsAreCompleteInBothLanguages(t *testing.T) {
	seen := make(map[string]bool)
	for _, entry := range vocabulary {
		if seen[entry.key] {
			t.Errorf("%s is there twice", entry.key)
		}
		seen[entry.key] = true
		if entry.de == "" || entry.en == "" {
			t.Errorf("%s lacks a language", entry.key)
		}
		for n := '1'; n <= '3'; n++ {
			hole := "{" + string(n) + "}"
			if strings.Contains(entry.de, hole) != strings.Contains(entry.en, hole) {
				t.Errorf("%s: %s stands in one language only", entry.key, hole)
			}
		}
	}
}
