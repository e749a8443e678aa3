package redirect

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/site"
)

// moved returns a site with one report that had those addresses before.
func moved(t *testing.T, language string, aliases ...string) *site.Site {
	t.Helper()
	a := &article.Article{Path: "content/meldungen/x.md", Slug: "x", Title: "X", Date: time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)}
	for _, alias := range aliases {
		a.Aliases = append(a.Aliases, article.Value{Text: alias})
	}
	c := config.Default()
	c.BaseURL, c.Language = "https://land.example/stadt/", language
	s, ds := site.Assemble(site.Input{Config: c, Articles: []*article.Article{a}, Now: a.Date.AddDate(0, 1, 0)})
	if ds.HasErrors() {
		t.Fatalf("findings: %v", ds)
	}
	return s
}

func made(t *testing.T, s *site.Site) (files map[string]string, paths string) {
	t.Helper()
	files = map[string]string{}
	var order []string
	for f := range New().Plan(s) {
		var b bytes.Buffer
		if err := f.Make(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.String()
		order = append(order, f.Path)
	}
	return files, strings.Join(order, " ")
}

func TestEachFormerAddressGetsAPage(t *testing.T) {
	files, paths := made(t, moved(t, "de", "/alt/", "/2018/alt.html", "/Bürger/", "/alt.php"))
	if want := "2018/alt.html Bürger/index.html alt/index.html _redirects redirects-apache.txt redirects-nginx.conf"; paths != want {
		t.Errorf("files: %s", paths)
	}
	for _, part := range []string{
		`<html lang="de">`, `<title>Diese Seite ist umgezogen</title>`, `<meta name="robots" content="noindex">`,
		`<meta http-equiv="refresh" content="0; url=/stadt/2024/05/x/">`,
		`<link rel="canonical" href="https://land.example/stadt/2024/05/x/">`,
		`<a href="/stadt/2024/05/x/">https://land.example/stadt/2024/05/x/</a>`,
	} {
		if !strings.Contains(files["alt/index.html"], part) {
			t.Errorf("the page lacks %s:\n%s", part, files["alt/index.html"])
		}
	}
	english, _ := made(t, moved(t, "en", "/old/"))
	if !strings.Contains(english["old/index.html"], `<html lang="en">`) || !strings.Contains(english["old/index.html"], "has moved") {
		t.Error("the English page is not English")
	}
}

func TestServersGetLists(t *testing.T) {
	files, _ := made(t, moved(t, "de", "/alt/", "/2018/alt.html", "/Bürger Büro/", `/a$b/`))
	const to = " /stadt/2024/05/x/"
	for name, lines := range map[string][]string{
		"_redirects": {"/stadt/alt/" + to + " 301", "/stadt/2018/alt.html" + to + " 301", "/stadt/B%C3%BCrger%20B%C3%BCro/" + to + " 301"},
		"redirects-apache.txt": {
			"/stadt/alt/" + to, "/stadt/alt" + to, "/stadt/2018/alt.html" + to,
		},
		"redirects-nginx.conf": {
			`"/stadt/alt/" "/stadt/2024/05/x/";`, `"/stadt/alt" "/stadt/2024/05/x/";`, `"/stadt/Bürger Büro" "/stadt/2024/05/x/";`,
			`"/stadt/a$b/" "/stadt/2024/05/x/";`,
		},
	} {
		for _, line := range lines {
			if !strings.Contains("\n"+files[name], "\n"+line+"\n") {
				t.Errorf("%s lacks %q:\n%s", name, line, files[name])
			}
		}
	}
	if strings.Contains(files["redirects-apache.txt"], "Büro") {
		t.Error("a key with a blank would be cut by Apache")
	}
}

func TestListsAreMadeOnlyWhereThereIsSomethingToRedirect(t *testing.T) {
	if _, paths := made(t, moved(t, "de")); paths != "" {
		t.Errorf("files: %s", paths)
	}
	s := moved(t, "de", "/alt/")
	s.Config.Outputs.Redirects = false
	if _, paths := made(t, s); paths != "alt/index.html" {
		t.Errorf("files: %s", paths)
	}
}
