package theme

import (
	"errors"
	"io"
	"strings"
	"testing"

	"stadtbote/internal/diag"
)

func TestFindings(t *testing.T) {
	long := strings.Repeat("x", maxFile+1)
	for _, test := range []struct {
		name  string
		files []string
		data  any
		code  diag.Code
		file  string
		pos   diag.Pos
		args  string // part of the arguments, joined
	}{
		{
			"an action that does not end",
			[]string{"x.html", "<p>\n  {{ .Name </p>"},
			nil,
			diag.TemplateSyntax, "templates/x.html",
			diag.Pos{Line: 2, Col: 3},
			"",
		},
		{
			"an end that is missing",
			[]string{"x.html", "{{ if .Name }}"},
			nil,
			diag.TemplateSyntax, "templates/x.html",
			diag.Pos{Line: 1, Col: 1},
			"unexpected EOF",
		},
		{
			"a function that does not exist",
			[]string{"x.html", "\n{{ shout .Name }}"},
			nil,
			diag.TemplateFunction, "templates/x.html",
			diag.Pos{Line: 2, Col: 1},
			"shout",
		},
		{
			"a field that does not exist says which exist, nearest first",
			[]string{"x.html", "<p>ä {{ .Nmae }}"},
			&town{},
			diag.TemplateField, "templates/x.html",
			diag.Pos{Line: 1, Col: 9},
			"Nmae | theme.town | Name, Body, Count",
		},
		{
			"a field of a field that does not exist",
			[]string{"x.html", "{{ .Mayor.Nam }}"},
			&town{Mayor: &person{}},
			diag.TemplateField, "templates/x.html",
			diag.Pos{Line: 1, Col: 10},
			"Nam | theme.person | Name",
		},
		{
			"a field in a partial that is missing",
			[]string{"x.html", `{{ cached "partials/p.html" .Mayor }}`, "partials/p.html", "\n{{ .Title }}"},
			&town{Mayor: &person{}}, diag.TemplateField, "templates/partials/p.html",
			diag.Pos{Line: 2, Col: 4},
			"Title | theme.person | Name",
		},
		{
			"a field of nothing",
			[]string{"x.html", "{{ .Mayor.Name }}"},
			&town{},
			diag.TemplateExecution, "templates/x.html",
			diag.Pos{Line: 1, Col: 10},
			"nil pointer",
		},
		{
			"a template that does not exist",
			[]string{"x.html", "<p>\n {{ template \"partials/crad.html\" . }}", "partials/card.html", "c"},
			nil,
			diag.TemplateUnknown, "templates/x.html",
			diag.Pos{Line: 2, Col: 14},
			"partials/crad.html",
		},
		{
			"a cached template that does not exist",
			[]string{"x.html", `{{ cached "partials/x.html" . }}`},
			nil,
			diag.TemplateUnknown, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"partials/x.html",
		},
		{
			"a template that includes itself",
			[]string{"x.html", `{{ template "partials/a.html" . }}`, "partials/a.html", `{{ template "partials/b.html" . }}`, "partials/b.html", `{{ cached "partials/a.html" . }}`},
			nil,
			diag.TemplateRecursion, "templates/partials/b.html",
			diag.Pos{Line: 1, Col: 4},
			"partials/a.html → partials/b.html → partials/a.html",
		},
		{
			"a word that does not exist",
			[]string{"x.html", `{{ word "mroe" }}`},
			nil,
			diag.TemplateWord, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"mroe | more",
		},
		{
			"a static file that does not exist",
			[]string{"x.html", `{{ asset "css/sit.css" }}`},
			nil,
			diag.TemplateAsset, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"css/sit.css | css/site.css",
		},
		{
			"a word named by a field that has none",
			[]string{"x.html", `{{ word .Name }}`},
			&town{Name: "nothing"},
			diag.TemplateWord, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"nothing",
		},
		{
			"cached with a name that only execution knows",
			[]string{"x.html", `{{ cached .Name . }}`},
			nil,
			diag.TemplateCachedName, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"",
		},
		{
			"cached with a value that is no pointer",
			[]string{"x.html", `{{ cached "partials/p.html" .Name }}`, "partials/p.html", ""},
			&town{},
			diag.TemplateCachedPointer, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"partials/p.html | string",
		},
		{
			"branches that end in different places",
			[]string{"x.html", "\n<a href=\"{{ if .Large }}\">{{ end }}"},
			nil,
			diag.TemplateEscaping, "templates/x.html",
			diag.Pos{Line: 2, Col: 16},
			"branches end in different contexts",
		},
		{
			"an attribute's name that is none",
			[]string{"x.html", "<p>\n<p \">"},
			nil,
			diag.TemplateEscaping, "templates/x.html",
			diag.Pos{},
			"attribute name",
		},
		{
			"a page whose template is missing",
			[]string{"y.html", "y"},
			nil,
			diag.TemplatePage, "templates/x.html",
			diag.Pos{},
			"x.html | y.html",
		},
		{
			"a file that is too large",
			[]string{"x.html", long},
			nil,
			diag.TemplateUnreadable, "templates/x.html",
			diag.Pos{},
			"1 MiB",
		},
		{
			"a loop that prints without end",
			[]string{"x.html", `{{ range 9000000000 }}0123456789{{ end }}`},
			nil,
			diag.TemplateEndless, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"",
		},
		{
			"a loop that prints nothing, without end",
			[]string{"x.html", "{{ range 9000000000 }}{{ if . }}{{ end }}{{ end }}"},
			nil,
			diag.TemplateEndless, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"",
		},
		{
			"a text that doubles",
			[]string{"x.html", `{{ $s := "ab" }}{{ range 60 }}{{ $s = print $s $s }}{{ end }}`},
			nil,
			diag.TemplateEndless, "templates/x.html",
			diag.Pos{Line: 1, Col: 39},
			"",
		},
		{
			"a value that a function cannot use",
			[]string{"x.html", `{{ len .Count }}`},
			&town{},
			diag.TemplateExecution, "templates/x.html",
			diag.Pos{Line: 1, Col: 4},
			"len of type int",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := findingIn(t, test.files, test.data)
			if d.Code != test.code || d.File != test.file || d.Pos != test.pos {
				t.Errorf("got %s %s %v %q\nwant %s %s %v", d.Code, d.File, d.Pos, d.Args, test.code, test.file, test.pos)
			}
			if all := strings.Join(d.Args, " | "); !strings.Contains(all, test.args) {
				t.Errorf("arguments %q lack %q", all, test.args)
			}
		})
	}
}

// findingIn returns the only finding about some templates, when they are
// loaded or else when x.html is executed.
func findingIn(t *testing.T, files []string, data any) diag.Diagnostic {
	t.Helper()
	th, ds := Load(filesOf(files...), nil, options())
	if len(ds) > 1 {
		t.Fatalf("more than one finding: %+v", ds)
	}
	if len(ds) == 1 {
		return ds[0]
	}
	err := th.Render(io.Discard, "x.html", data)
	var failure *Failure
	if !errors.As(err, &failure) {
		t.Fatalf("no finding, but %v", err)
	}
	if !strings.Contains(failure.Error(), string(failure.Diag.Code)) {
		t.Errorf("the error's text lacks the code: %s", failure)
	}
	return failure.Diag
}

// A template that makes the program stumble is a finding, not the end of the
// build.
func TestAProgramThatStumblesSaysSo(t *testing.T) {
	numbers := func(func(int) bool) { panic("stumbled") }
	d := findingIn(t, []string{"x.html", "{{ range .Numbers }}{{ . }}{{ end }}"}, map[string]any{"Numbers": numbers})
	if d.Code != diag.TemplatePanic || d.File != "templates/x.html" || len(d.Args) != 1 || d.Args[0] != "stumbled" {
		t.Errorf("got %+v", d)
	}
}
