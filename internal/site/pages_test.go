package site_test

import (
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/site"
)

func office(path string) *article.Article {
	return article.Parse(path, []byte("---\ntitel: Standesamt\n---\n\nDienstags geöffnet.\n"), article.Rules{Language: "de"})
}

func TestFoldersOfPagesArePartOfTheirAddress(t *testing.T) {
	for path, address := range map[string]string{
		"content/seiten/standesamt.md":                        "/standesamt/",
		"content/seiten/Ämter/standesamt.md":                  "/aemter/standesamt/",
		"content/seiten/aemter/innere stadt/standesamt.md":    "/aemter/innere-stadt/standesamt/",
		"content/seiten/aemter/standesamt/index.md":           "/aemter/standesamt/",
		"content/seiten/standesamt/index.md":                  "/standesamt/",
		"content/seiten/aemter/standesamt/oeffnungszeiten.md": "/aemter/standesamt/oeffnungszeiten/",
	} {
		s, ds := site.Assemble(newStory(office(path)).in)
		if len(ds) != 0 || s.Pages[0].URL != address {
			t.Errorf("%s is at %s, want %s; findings: %v", path, s.Pages[0].URL, address, ds)
		}
	}
}

func TestAnUnknownTemplateOfAPageIsReportedAtItsPlace(t *testing.T) {
	a := article.Parse("content/seiten/kontakt.md", []byte("---\ntitel: Kontakt\nvorlage: kontatk\n---\n"), article.Rules{Language: "de"})
	story := newStory(a)
	story.in.Layouts = []string{"kontakt", "page"}
	s, ds := site.Assemble(story.in)
	if len(ds) != 1 || ds[0].Code != diag.LayoutUnknown || ds[0].Pos != (diag.Pos{Line: 3, Col: 10}) {
		t.Errorf("findings: %+v", ds)
	}
	if layout := s.Pages[0].Layout.Text; layout != "" {
		t.Errorf("the page still names %q; the default shall show it", layout)
	}
	if a.Layout.Text != "kontatk" {
		t.Error("the article itself was changed")
	}
}
