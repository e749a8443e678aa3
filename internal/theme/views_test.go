package theme_test

import (
	"fmt"
	"html/template"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stadtbote/internal/theme"
	"stadtbote/internal/view"
)

// views has the view of every page of the theme.
var views = map[string]reflect.Type{
	"accessibility.html":  reflect.TypeFor[view.Legal](),
	"corrections.html":    reflect.TypeFor[view.Corrections](),
	"credits.html":        reflect.TypeFor[view.Credits](),
	"imprint.html":        reflect.TypeFor[view.Legal](),
	"municipalities.html": reflect.TypeFor[view.Municipalities](),
	"privacy.html":        reflect.TypeFor[view.Legal](),
	"404.html":            reflect.TypeFor[view.NotFound](),
	"archive.html":        reflect.TypeFor[view.Archive](),
	"article.html":        reflect.TypeFor[view.Article](),
	"event.html":          reflect.TypeFor[view.Event](),
	"events.html":         reflect.TypeFor[view.Events](),
	"home.html":           reflect.TypeFor[view.Home](),
	"list.html":           reflect.TypeFor[view.List](),
	"page.html":           reflect.TypeFor[view.Text](),
	"places.html":         reflect.TypeFor[view.Index](),
	"print.html":          reflect.TypeFor[view.Print](),
	"search.html":         reflect.TypeFor[view.Archive](),
	"tags.html":           reflect.TypeFor[view.Index](),
}

// always are the pointers that no view lacks.
var always = []string{"Page", "Site", "Masthead", "Article", "Term", "Event.Card", "HomeSection.Section", "First"}

// filler gives the fields of a view values.
type filler struct {
	random *rand.Rand
	filled func() bool // whether the next optional field is filled
	serial int
}

func (f *filler) fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.String:
		f.text(v, name)
	case reflect.Int:
		if f.filled() {
			v.SetInt(int64(1 + f.random.IntN(3)))
		}
	case reflect.Bool:
		v.SetBool(f.filled())
	case reflect.Pointer:
		if slices.ContainsFunc(always, func(a string) bool {
			return strings.HasSuffix(name, "."+a) || strings.HasSuffix(name, a) && strings.Contains(a, ".")
		}) || f.filled() {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), name)
		}
	case reflect.Slice:
		if f.filled() {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range v.Len() {
				f.item(v.Index(i), name)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
		}
	}
}

// item fills one item of a list, which is never nil.
func (f *filler) item(v reflect.Value, name string) {
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	f.fill(v, name)
}

func (f *filler) text(v reflect.Value, name string) {
	f.serial++
	switch {
	case strings.HasSuffix(name, ".ID"), name == "ArchiveYear.Name":
		v.SetString(fmt.Sprint("id", f.serial))
	case name == "List.Kind":
		v.SetString([]string{"section", "tag", "place", "year", "month"}[f.random.IntN(5)])
	case v.Type() == reflect.TypeFor[template.JS]():
		if f.filled() {
			v.SetString(`{"@type":"NewsArticle"}`)
		}
	case strings.HasPrefix(name, "Article.Body"):
		v.SetString(map[string]string{"Article.Body": "<p>Text", "Article.BodyEnd": "</p>"}[name])
	case v.Type() == reflect.TypeFor[template.HTML]():
		v.SetString("<p>Text</p>")
	case f.filled():
		v.SetString(fmt.Sprintf("Müller & „Söhne“ <%d> +\"'", f.serial))
	}
}

// newView returns a view of that type with its fields filled.
func (f *filler) newView(typ reflect.Type) any {
	v := reflect.New(typ)
	f.fill(v.Elem(), typ.Name())
	if home, is := v.Interface().(*view.Home); is {
		home.Page.Masthead.Front = true // its search box stands in the content
	}
	return v.Interface()
}

func ownTheme(t testing.TB, language string) *theme.Theme {
	t.Helper()
	assets := make(map[string]theme.Asset)
	for _, name := range []string{"css/site.css", "fonts/sofia-text-latin.woff2", "fonts/sofia-head-latin.woff2"} {
		assets[name] = theme.Asset{URL: "/" + name, Integrity: "sha384-x"}
	}
	th, ds := theme.Load(os.DirFS("../../templates"), nil, theme.Options{Language: language, Assets: assets})
	if len(ds) > 0 {
		t.Fatalf("%+v", ds)
	}
	return th
}

func TestEveryPageHasItsView(t *testing.T) {
	names := ownTheme(t, "de").Names()
	for _, name := range names {
		if views[name] == nil {
			t.Errorf("no test data for %s", name)
		}
	}
	if len(names) != len(views) {
		t.Errorf("pages %v", names)
	}
}

func TestEveryPageWithEveryFieldEmptyAndFilled(t *testing.T) {
	th := ownTheme(t, "de")
	for name, typ := range views {
		random := rand.New(rand.NewPCG(1, 2))
		ways := map[string]func() bool{
			"empty":  func() bool { return false },
			"filled": func() bool { return true },
			"random": func() bool { return random.IntN(3) > 0 },
		}
		for way, filled := range ways {
			t.Run(name+" "+way, func(t *testing.T) {
				f := &filler{random: random, filled: filled}
				for range 50 {
					checkPage(t, th, name, f.newView(typ))
				}
			})
		}
	}
}

// checkPage executes a page both ways and looks at its markup.
func checkPage(t *testing.T, th *theme.Theme, name string, data any) {
	t.Helper()
	compiled, interpreted, ended, err := th.Both(name, data)
	if err != nil {
		t.Fatal(err)
	}
	if !ended {
		t.Errorf("%s is not compiled, or gives up", name)
	} else if compiled != interpreted {
		t.Fatalf("compiled:\n%s\ninterpreted:\n%s", compiled, interpreted)
	}
	for _, fault := range faults(interpreted) {
		t.Fatalf("%s\n%s", fault, interpreted)
	}
}

// faults returns what is wrong with a page's markup: tags that do not match,
// an id twice, not exactly one h1, values that a template forgot to look at.
func faults(page string) []string {
	var found, open []string
	ids := make(map[string]bool)
	headings := 0
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				found = append(found, fmt.Sprintf("not closed: %v", open))
			}
			if headings != 1 {
				found = append(found, fmt.Sprintf("%d h1", headings))
			}
			return found
		case html.StartTagToken:
			token := z.Token()
			if token.Data == "h1" {
				headings++
			}
			if !slices.Contains([]string{"meta", "link", "img", "input", "br", "hr", "source"}, token.Data) {
				open = append(open, token.Data)
			}
			for _, a := range token.Attr {
				if a.Key == "id" && ids[a.Val] {
					found = append(found, "id twice: "+a.Val)
				}
				ids[a.Val] = ids[a.Val] || a.Key == "id"
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					found = append(found, "inline "+a.Key)
				}
			}
		case html.EndTagToken:
			tag := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != tag {
				return append(found, fmt.Sprintf("</%s> closes %v", tag, open))
			}
			open = open[:len(open)-1]
		}
	}
}
