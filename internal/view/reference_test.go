package view

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

const reference = "../../docs/templates.md"

const referenceHead = `# Templates

<!-- Made from the comments of internal/view by: go test ./internal/view -update -->

A site looks as its templates say. Those in the folder ` + "`templates/`" + ` of this repository are built in; a file of the same
name in a site's own folder ` + "`templates/`" + ` takes the place of the built-in one, file by file. ` + "`stadtbote eject NAME`" + ` writes a
built-in one out, ready for changing.

* ` + "`base.html`" + ` is the frame of all pages. A page that only defines blocks (` + "`{{ define \"main\" }}`" + `) is shown in it; a page with
  text of its own, like ` + "`print.html`" + `, stands alone.
* ` + "`partials/…`" + ` are parts of pages: ` + "`{{ template \"partials/sign.html\" .Place }}`" + `. A template must not include itself.
* A page of content/seiten/ with ` + "`vorlage: kontakt`" + ` is shown by ` + "`templates/kontakt.html`" + `, which sees a Text.

The language is that of Go's [html/template](https://pkg.go.dev/html/template): values are escaped for the place where they stand.
A mistake is reported with file, line and column; a field that does not exist together with those that do.

## Functions

Beside those of Go (` + "`and`, `or`, `not`, `eq`, `ne`, `lt`, `gt`, `len`, `index`, `slice`, `print`, `printf`" + `):

| Function | Gives |
|---|---|
| ` + "`cached \"partials/card.html\" .Lead`" + ` | the HTML of a partial, made once for each card, term, masthead or site and used again wherever it is asked for. The name stands in quotes. Nothing for a value that is missing. For values that belong to one page use ` + "`template`" + `. |
| ` + "`word \"more\"`" + ` | one of the theme's own words, in the site's language. ` + "`word \"page-of\" 2 8`" + ` puts values into it: "Seite 2 von 8". |
| ` + "`asset \"css/site.css\"`" + ` | the address of a file of static/, with its fingerprint. |
| ` + "`integrity \"css/site.css\"`" + ` | the value of the attribute ` + "`integrity`" + ` for it. |
| ` + "`first 3 .Cards`" + ` | at most so many items of a list. |

Fields, conditions, loops over lists and these functions (not all of Go's) are compiled and cost next to nothing; a template that uses
something else is executed by html/template and is ten times as slow, which matters in article.html and print.html.

## Which template sees what

| Template | View |
|---|---|
| base.html | the view of the page that is shown: only its field Page is there for all |
| article.html | [Article](#article) |
| print.html | [Print](#print) |
| page.html, and those that pages name | [Text](#text) |
| home.html | [Home](#home) |
| list.html | [List](#list): sections, tags, places, years, months |
| tags.html, places.html | [Index](#index) |
| archive.html, search.html | [Archive](#archive) |
| events.html | [Events](#events) |
| event.html | [Event](#event) |
| municipalities.html | [Municipalities](#municipalities) |
| imprint.html, privacy.html, accessibility.html | [Legal](#legal) |
| credits.html | [Credits](#credits) |
| corrections.html | [Corrections](#corrections) |
| 404.html | [NotFound](#notfound) |

## Views
`

// The reference cannot be older than the code, since it is made from it.
func TestTheReferenceOfTheTemplatesIsComplete(t *testing.T) {
	want := referenceHead + views(t)
	if *update {
		if err := os.WriteFile(reference, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(reference)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Error("docs/templates.md is out of date: go test ./internal/view -update")
	}
}

// views returns the tables of all views, in the order of the source.
func views(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, name := range []string{"article.go", "list.go", "view.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.TYPE {
				describe(t, &b, gen)
			}
		}
	}
	return b.String()
}

// describe writes the table of one view.
func describe(t *testing.T, b *strings.Builder, gen *ast.GenDecl) {
	t.Helper()
	spec := gen.Specs[0].(*ast.TypeSpec)
	fields, ok := spec.Type.(*ast.StructType)
	if !ok || !spec.Name.IsExported() {
		return
	}
	doc := strings.Join(strings.Fields(gen.Doc.Text()), " ")
	if !strings.HasPrefix(doc, spec.Name.Name+" ") {
		t.Errorf("%s has no comment of its own", spec.Name.Name)
	}
	b.WriteString("\n### " + spec.Name.Name + "\n\n" + doc + "\n\n| Field | Type | |\n|---|---|---|\n")
	for _, field := range fields.Fields.List {
		for _, name := range field.Names {
			comment := strings.TrimSpace(field.Comment.Text())
			if comment == "" && !obvious(name.Name) {
				t.Errorf("%s.%s has no comment", spec.Name.Name, name.Name)
			}
			row := []string{"." + name.Name, typeName(field.Type), strings.ReplaceAll(comment, "|", "\\|")}
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		}
	}
}

// obvious reports whether a field's name says it all.
func obvious(name string) bool {
	return slices.Contains([]string{
		"Page", "Site", "URL", "Title", "Name", "Text", "Headline", "Teaser", "Date", "Alt", "Section",
		"Phone", "Email", "Height", "Authors", "Corrections", "Links", "Cards", "Items", "Total", "Picture", "Kicker",
		"Term", "Entries", "First", "Withdrawn", "Briefs",
	}, name)
}

// typeName returns a type as authors of templates understand it.
func typeName(expr ast.Expr) string {
	text := types.ExprString(expr)
	name := strings.TrimLeft(text, "[]*")
	switch name {
	case "string", "template.URL", "template.HTML", "template.JS":
		name = map[string]string{"string": "text", "template.URL": "address", "template.HTML": "HTML", "template.JS": "JSON"}[name]
	case "int":
		name = "number"
	case "bool":
		name = "yes or no"
	case "map[string]any":
		name = "anything by name"
	default:
		name = "[" + name + "](#" + strings.ToLower(name) + ")"
	}
	for range strings.Count(text[:len(text)-len(strings.TrimLeft(text, "[]*"))], "[]") {
		name = "list of " + name
	}
	return name
}
