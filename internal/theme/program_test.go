package theme

import (
	"fmt"
	"html/template"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

// everything is a template with all that the compiler knows.
const everything = `<title>{{ .Name }}</title><h1 title="{{ .Name }}">{{ .Name }} {{ .Count }}</h1>
{{- if .Large }}L{{ else }}S{{ end }}{{ if and .Mayor (not .Large) }}1{{ end }}{{ if or .Large .Streets }}2{{ end }}
{{- if eq .Count 3 }}3{{ else if ne .Name "x" }}4{{ end }}{{ if eq .Name .URL }}5{{ end }}
<a href="{{ .URL }}">{{ .Body }}</a><a href="/p/{{ .URL }}">p</a><a href="/?q={{ .Name }}">q</a><a href="{{ .Mail }}">m</a><a href="?{{ .Mail }}">m</a>
{{ with .Mayor }}{{ .Name }}{{ else }}nobody{{ end }}{{ with $m := .Mayor }}{{ $m.Name }}{{ $.Name }}{{ end }}
{{ range .Streets }}<i>{{ . }}</i>{{ else }}none{{ end }}{{ range $i, $s := .Streets }}{{ if $i }}, {{ end }}{{ $s }}{{ end }}
{{ range .Partners }}{{ template "partials/partner.html" . }}{{ cached "partials/partner.html" . }}{{ end }}
{{ $n := len .Streets }}{{ $n }}{{ range first 2 .Streets }}{{ . }}{{ end }}{{ word "page-of" .Count .Name }}{{ len (first 1 .Partners) }}
{{ template "partials/nothing.html" }}<script type="application/ld+json">{{ .Data }}</script>`

const partner = `<b>{{ .Name }}</b>{{ $.Count }}{{ with .Mayor }}{{ $.Name }}{{ end }}`

// FuzzProgram executes a template compiled and by html/template.
func FuzzProgram(f *testing.F) {
	th := load(f, "x.html", everything, "partials/partner.html", partner, "partials/nothing.html", `{{ word "more" }}`)
	f.Add("Krähwinkel", "/orte/?a=1&b=ü%41%zz#x", 3, true, "a+b\x00<c>\"'`")
	f.Add("x", "x", 0, false, "")
	f.Add("\xff\xed\xa0\x80\ufdd0\uffff", "JavaScript:x", -1, true, "mailto:x")
	f.Add("'; //", "a:b/c", 3, false, "{{ .Name }}")
	f.Fuzz(func(t *testing.T, name, url string, count int, large bool, text string) {
		data := &town{
			Name: name, URL: url, Count: count, Large: large,
			Body: template.HTML(text), Mail: template.URL(text), Data: template.JS(text),
		}
		if large {
			data.Mayor = &person{text}
			data.Streets = []string{text, name, url}
			data.Partners = []*town{{Name: text}, {Name: url, Mayor: &person{name}}}
		}
		compare(t, th, "x.html", data)
	})
}

// compare executes a page both ways. Whatever a program finishes must be what
// html/template makes of it.
func compare(t testing.TB, th *Theme, name string, data any) {
	t.Helper()
	p := th.pages[name]
	program := p.programs.of(th, p.entry, data)
	if program == nil {
		t.Fatalf("%s is not compiled for %T", name, data)
	}
	var fast, slow buffer
	if !program.execute(th, &fast, data) {
		return
	}
	if err := execute(p.programs.set, p.entry, &slow, data); err != nil {
		t.Fatalf("the program came to its end, html/template did not: %v", err)
	}
	if string(fast.bytes) != string(slow.bytes) {
		t.Errorf("%s:\n--- compiled\n%s\n--- html/template\n%s", name, fast.bytes, slow.bytes)
	}
}

func TestProgramOfEverythingEnds(t *testing.T) {
	th := load(t, "x.html", everything, "partials/partner.html", partner, "partials/nothing.html", "")
	data := &town{Name: "a", URL: "/b", Mayor: &person{"c"}, Streets: []string{"d"}}
	p := th.pages["x.html"]
	if program := p.programs.of(th, p.entry, data); program == nil || !program.execute(th, &buffer{}, data) {
		t.Error("the compiled template gives up on ordinary data")
	}
}

func TestBlocksInATitleAreCompiled(t *testing.T) {
	th := load(t, "base.html", `<title>{{ if .Large }}{{ block "title" . }}{{ .Name }}{{ end }} – {{ end }}X</title><p title="{{ block "hint" . }}{{ template "partials/deep.html" . }}{{ end }}">{{ block "title" . }}{{ end }}`,
		"x.html", `{{ define "title" }}{{ .Name }} <b>{{ $.Count }}{{ end }}`, "y.html", ``,
		"z.html", `{{ define "title" }}{{ $n := .Name }}{{ $n }}{{ end }}`, "partials/deep.html", `{{ .URL }}`)
	data := &town{Name: "<Schilda>", URL: "'/", Count: 2, Large: true}
	for _, name := range []string{"x.html", "y.html"} {
		compare(t, th, name, data)
	}
	if got := render(t, th, "x.html", data); got != `<title>&lt;Schilda&gt; &lt;b>2 – X</title><p title="&#39;/">&lt;Schilda&gt; <b>2` {
		t.Errorf("got %s", got)
	}
	if got := render(t, th, "z.html", data); !strings.HasPrefix(got, `<title>&lt;Schilda&gt; – X`) {
		t.Errorf("got %s", got)
	}
}

func TestWhatTheCompilerLeavesToHTMLTemplate(t *testing.T) {
	for name, text := range map[string]string{
		"a map":                     `{{ .Extra.a }}`,
		"a loop over a map":         `{{ range .Extra }}{{ end }}`,
		"a loop over a number":      `{{ range .Count }}{{ end }}`,
		"a function of Go":          `{{ printf "%d" .Count }}`,
		"a pipeline":                `{{ .Name | len }}`,
		"an assignment":             `{{ $x := 1 }}{{ $x = 2 }}`,
		"a way out of a loop":       `{{ range .Streets }}{{ break }}{{ end }}`,
		"an unquoted attribute":     `<p title={{ .Name }}>`,
		"text in a script":          `<script>{{ .Name }}</script>`,
		"HTML in an attribute":      `<p title="{{ .Body }}">`,
		"JavaScript in text":        `{{ .Data }}`,
		"an attribute's name":       `<p {{ .Name }}>`,
		"a style":                   `<style>{{ .Name }}</style>`,
		"a partial in an attribute": `<p title="{{ template "partials/p.html" .Mayor }}">`,
		"a wrong field":             `{{ .Nope }}`,
	} {
		t.Run(name, func(t *testing.T) {
			th := load(t, "x.html", text, "partials/p.html", "{{ .Name }}")
			p := th.pages["x.html"]
			data := &town{Name: "a", Mayor: &person{"b"}, Extra: map[string]any{"a": 1}}
			if p.programs.of(th, p.entry, data) != nil {
				t.Error("compiled")
			}
			if err := th.Render(new(strings.Builder), "x.html", data); err != nil && name != "a wrong field" {
				t.Error(err)
			}
		})
	}
}

// texts are values that escapers treat differently.
var texts = []string{
	"", "Müller & Söhne", "<b>fett</b>", `"a" 'b'`, "a+b=c", "/orte/krähwinkel/", "https://x.example/?a=1&b=%20%zz",
	"mailto:a@b.example?subject=x y", "javascript:alert(1)", "\x00\xff\ufdd0", "\u2028</script><!--",
}

// fillRandomly gives every field below v a random value, to a certain depth.
func fillRandomly(random *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		text := texts[random.IntN(len(texts))]
		if v.Type() == jsType {
			text = `{"a":1}`
		}
		v.SetString(text)
	case reflect.Int:
		v.SetInt(int64(random.IntN(4)))
	case reflect.Bool:
		v.SetBool(random.IntN(2) == 0)
	case reflect.Pointer:
		if depth > 0 && random.IntN(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fillRandomly(random, v.Elem(), depth-1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), random.IntN(4), 4))
		for i := range v.Len() {
			fillRandomly(random, v.Index(i), depth-1)
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			fillRandomly(random, field, depth)
		}
	}
}

// Templates of the theme itself are compared in package page, which knows
// their views; here are those of the tests, with data of every shape.
func TestCompiledAndInterpretedAgreeOnRandomData(t *testing.T) {
	th := load(t, "x.html", everything, "partials/partner.html", partner, "partials/nothing.html", "-")
	random := rand.New(rand.NewPCG(1, 2))
	finished := 0
	for range 2000 {
		data := new(town)
		fillRandomly(random, reflect.ValueOf(data).Elem(), 3)
		for i, partner := range data.Partners {
			if partner == nil {
				data.Partners[i] = &town{Name: fmt.Sprint(i)}
			}
		}
		compare(t, th, "x.html", data)
		if p := th.pages["x.html"]; p.programs.of(th, p.entry, data).execute(th, new(buffer), data) {
			finished++
		}
	}
	if finished < 500 {
		t.Errorf("only %d of 2000 programs came to their end", finished)
	}
}

func BenchmarkOrdinaryPage(b *testing.B) {
	th := load(b, "x.html", everything, "partials/partner.html", partner, "partials/nothing.html", "-")
	data := &town{Name: "Krähwinkel & Umgebung", URL: "/orte/", Count: 3, Mayor: &person{"Erika"}, Streets: []string{"a", "b", "c", "d"}}
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = th.Render(discard{}, "x.html", data)
		}
	})
	b.Run("html/template", func(b *testing.B) {
		p := th.pages["x.html"]
		b.ReportAllocs()
		for b.Loop() {
			_ = execute(p.programs.set, p.entry, new(buffer), data)
		}
	})
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// TestOwnTemplatesLoad makes sure that the folder templates/ of this
// repository has no findings; what they show is tested where their views are.
func TestOwnTemplatesLoad(t *testing.T) {
	o := options()
	for _, name := range []string{"fonts/sofia-text-latin.woff2", "fonts/sofia-head-latin.woff2"} {
		o.Assets[name] = Asset{URL: "/" + name}
	}
	for _, language := range []string{"de", "en"} {
		o.Language = language
		th, ds := Load(os.DirFS("../../templates"), nil, o)
		if len(ds) > 0 {
			t.Errorf("%+v", ds)
		}
		if len(th.Names()) < 10 {
			t.Errorf("only %v", th.Names())
		}
	}
}
