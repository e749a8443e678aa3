package site_test

import (
	"fmt"
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
)

// town is a site with a bit of everything that links can lead to.
func town(more ...*article.Article) *story {
	articles := []*article.Article{
		report("2018/start", "2018-11-09", bundle, heading("hintergrund"), heading("kosten"), anchor("karte"), tags("Brücke"), aliases("/alt/")),
		report("2018/geheim", "2018-11-10", draft),
		report("2019/weg", "2019-01-01", withdrawn),
		page("impressum", heading("anschrift")),
	}
	s := newStory(append(articles, more...)...)
	s.asset("formulare/antrag.pdf", "css/site.css")
	s.in.Files["content/meldungen/2019/plan.pdf"] = digest.String("plan")
	return s
}

func TestLinks(t *testing.T) {
	const file = "content/meldungen/2019/frage.md:20: "
	cases := []struct{ name, dest, url, finding string }{
		{"to another site", "https://www.krähwinkel.example/x?y=1#z", "https://www.krähwinkel.example/x?y=1#z", ""},
		{"without a scheme", "//krähwinkel.example/", "//krähwinkel.example/", ""},
		{"by mail", "mailto:rat@musterstadt.example", "mailto:rat@musterstadt.example", ""},
		{"to a file", "../2018/start/index.md", "/2018/11/start/", ""},
		{"to a file's heading", "../2018/start/index.md#kosten", "/2018/11/start/#kosten", ""},
		{"to an id that the author gave", "../2018/start/index.md#karte", "/2018/11/start/#karte", ""},
		{"to a bundle's folder", "../2018/start/", "/2018/11/start/", ""},
		{"to a file without its ending", "../2018/start", "/2018/11/start/", ""},
		{"to a page", "../../seiten/impressum.md#anschrift", "/impressum/#anschrift", ""},
		{"from content/", "/meldungen/2018/start/index.md", "/2018/11/start/", ""},
		{"from the site's folder", "/content/seiten/impressum.md", "/impressum/", ""},
		{"by address", "/impressum/", "/impressum/", ""},
		{"by address without the slash", "/impressum", "/impressum/", ""},
		{"by address with capitals", "/Impressum/", "/impressum/", ""},
		{"by address with a query", "/suche/?q=br%C3%BCcke#liste", "/suche/?q=br%C3%BCcke#liste", ""},
		{"by relative address", "../../../impressum/", "/impressum/", ""},
		{"by a former address", "/alt/", "/2018/11/start/", ""},
		{"with this site's own host", "https://musterstadt.example/impressum/", "/impressum/", ""},
		{"to a print version", "/2018/11/start/druck/", "/2018/11/start/druck/", ""},
		{"to the start page", "/", "/", ""},
		{"to a tag", "/stichwoerter/bruecke/", "/stichwoerter/bruecke/", ""},
		{"to a feed", "/feed.atom", "/feed.atom", ""},
		{"to a month", "/archiv/2018/11/", "/archiv/2018/11/", ""},
		{"to a static file", "/formulare/antrag.pdf", "/formulare/antrag.pdf", ""},
		{"to a static file by its path", "../../../static/formulare/antrag.pdf", "/formulare/antrag.pdf", ""},
		{"to a file beside the article", "plan.pdf", "/2019/02/frage/plan.pdf", ""},
		{"to a heading of its own", "#eigenes", "#eigenes", ""},
		{"to the top", "#top", "#top", ""},
		{"to a withdrawn report's heading", "weg.md#was", "/2019/01/weg/#was", ""},
		{"nowhere, by file", "../2018/strat/index.md", "", "SB320 " + file + "../2018/strat/index.md | ../2018/start/index.md"},
		{"nowhere, beside the article", "frge.md", "", "SB320 " + file + "frge.md | frage.md"},
		{"nowhere, near a former address", "/altt/", "", "SB320 " + file + "/altt/ | /2018/11/start/"},
		{"nowhere, by address", "/impresum/", "", "SB320 " + file + "/impresum/ | /impressum/"},
		{"nowhere, in a folder that exists", "/archiv/2018/13/", "", "SB320 " + file + "/archiv/2018/13/ | /archiv/2018/11/"},
		{"nowhere at all", "/quatsch/mit/sosse/", "", "SB320 " + file + "/quatsch/mit/sosse/ | "},
		{"to an empty address", "", "", "SB320 " + file + " | "},
		{"to a page of a list that is not there", "/stichwoerter/bruecke/seite/2/", "", "SB320 " + file + "/stichwoerter/bruecke/seite/2/ | /stichwoerter/bruecke/"},
		{"to a print version of a notice", "/2019/01/weg/druck/", "", "SB320 " + file + "/2019/01/weg/druck/ | /2019/01/weg/"},
		{"to a draft", "../2018/geheim.md", "", "SB322 " + file + "../2018/geheim.md | content/meldungen/2018/geheim.md"},
		{"to a wrong heading", "../2018/start/index.md#koste", "/2018/11/start/#koste", "SB321 " + file + "../2018/start/index.md#koste | #kosten"},
		{"to a wrong heading of its own", "#eigens", "#eigens", "SB321 " + file + "#eigens | #eigenes"},
		{"out of the folder", "../../../../../etc/passwd", "", "SB304 " + file + "../../../../../etc/passwd"},
		{"to a style sheet that exists, by a wrong name", "/css/seite.css", "", "SB320 " + file + "/css/seite.css | "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var findings []string
			if c.finding != "" {
				findings = []string{c.finding}
			}
			s := town(report("2019/frage", "2019-02-02", heading("eigenes"), link(c.dest))).tell(t, findings...)
			expect(t, "target", entry(t, s, "frage").Targets[0].URL, c.url)
		})
	}
}

func TestLinksLeadToFurtherPagesOfAList(t *testing.T) {
	s := newStory(report("a", "2024-01-01", tags("Bau"), link("/stichwoerter/bau/seite/2/")), report("b", "2024-01-02", tags("Bau")))
	s.in.Config.Lists.PageSize = 1
	expect(t, "target", entry(t, s.tell(t), "a").Targets[0].URL, "/stichwoerter/bau/seite/2/")
}

func TestASiteBelowAPathHasItInEveryAddress(t *testing.T) {
	s := newStory(
		report("a", "2024-01-01", tags("Bau"), link("/b/"), link("/stadt/b/"), link("../seiten/b.md"), image("a.jpg"), aliases("/alt/", "/stadt/aelter")),
		page("b"),
	).picture("content/meldungen/a.jpg")
	s.in.Config.BaseURL = "https://land.example/stadt/"
	made := s.tell(t)
	for _, address := range addresses(made) {
		if !strings.HasPrefix(address, "/stadt/") {
			t.Errorf("%s lies outside the site", address)
		}
	}
	e := entry(t, made, "a")
	for i, want := range []string{"/stadt/b/", "/stadt/b/", "/stadt/b/", made.Pictures[0].URL} {
		expect(t, "target", e.Targets[i].URL, want)
	}
	expect(t, "file", made.File(e.URL), "2024/01/a/index.html")
	expect(t, "file of a former address", made.File(made.Redirects[0].From), "aelter/index.html")
	expect(t, "absolute", made.Absolute(e.URL), "https://land.example/stadt/2024/01/a/")
	expect(t, "home", made.Home()+" "+made.File(made.Home()), "/stadt/ index.html")
}

func TestPictures(t *testing.T) {
	const file = "content/meldungen/2019/frage/index.md:20: "
	cases := []struct{ name, dest, file, finding string }{
		{"in the bundle", "foto.jpg", "content/meldungen/2019/frage/foto.jpg", ""},
		{"in the bundle, with a dot", "./foto.jpg", "content/meldungen/2019/frage/foto.jpg", ""},
		{"in a folder of the bundle", "bilder/eins.jpg", "content/meldungen/2019/frage/bilder/eins.jpg", ""},
		{"in another folder", "../nachbar.jpg", "content/meldungen/2019/nachbar.jpg", ""},
		{"with blanks and umlauts", "Schöne%20Brücke.jpg", "content/meldungen/2019/frage/Schöne Brücke.jpg", ""},
		{"spelled by a Mac", "Größe.jpg", "content/meldungen/2019/frage/Gro\u0308ße.jpg", ""},
		{"in static/", "/bilder/rathaus.jpg", "static/bilder/rathaus.jpg", ""},
		{"in static/ without a slash", "bilder/rathaus.jpg", "static/bilder/rathaus.jpg", ""},
		{"in static/ by its path", "../../../../static/bilder/rathaus.jpg", "static/bilder/rathaus.jpg", ""},
		{"from content/", "/meldungen/2019/nachbar.jpg", "content/meldungen/2019/nachbar.jpg", ""},
		{"missing", "fotto.jpg", "", "SB323 " + file + "fotto.jpg | foto.jpg"},
		{"missing, and nothing is like it", "ganz-anderes-bild.png", "", "SB323 " + file + "ganz-anderes-bild.png | "},
		{"missing, with other capitals", "Foto.JPG", "", "SB323 " + file + "Foto.JPG | foto.jpg"},
		{"missing here, but elsewhere", "rathaus.jpg", "", "SB323 " + file + "rathaus.jpg | static/bilder/rathaus.jpg"},
		{"unreadable", "kaputt.jpg", "", "SB324 " + file + "content/meldungen/2019/frage/kaputt.jpg"},
		{"no picture", "text.doc", "", "SB324 " + file + "content/meldungen/2019/frage/text.doc"},
		{"on another server", "https://krähwinkel.example/foto.jpg", "", "SB325 " + file + "https://krähwinkel.example/foto.jpg"},
		{"out of the folder", "../../../../../../etc/foto.jpg", "", "SB304 " + file + "../../../../../../etc/foto.jpg"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var findings []string
			if c.finding != "" {
				findings = []string{c.finding}
			}
			const folder = "content/meldungen/2019/frage/"
			s := newStory(report("2019/frage", "2019-02-02", bundle, image(c.dest))).picture(
				folder+"foto.jpg", folder+"bilder/eins.jpg", "content/meldungen/2019/nachbar.jpg",
				folder+"Schöne Brücke.jpg", folder+"Gro\u0308ße.jpg", "static/bilder/rathaus.jpg", folder+"kaputt.jpg")
			info := s.in.Pictures[folder+"kaputt.jpg"]
			info.Type = ""
			s.in.Pictures[folder+"kaputt.jpg"] = info
			s.in.Files[folder+"text.doc"] = digest.String("text")
			made := s.tell(t, findings...)
			target := entry(t, made, "frage").Targets[0]
			expect(t, "address known", target.URL != "", c.file != "")
			expect(t, "pictures", len(made.Pictures) == 1, c.file != "")
			if target.Picture != nil {
				expect(t, "file", target.Picture.Path, c.file)
			}
		})
	}
}

func TestAPictureIsPublishedOnceHoweverManyShowIt(t *testing.T) {
	s := newStory(
		report("a", "2024-01-01", lead("foto.jpg"), image("foto.jpg"), link("foto.jpg")),
		report("b", "2024-01-02", lead("foto.jpg")),
		report("c", "2024-01-03"),
	).picture("content/meldungen/foto.jpg", "content/meldungen/unbenutzt.jpg").tell(t)
	expect(t, "pictures", len(s.Pictures), 1)
	expect(t, "linked", s.Linked, "[{content/meldungen/foto.jpg /2024/01/a/foto.jpg "+fmt.Sprint(digest.String("content/meldungen/foto.jpg"))+"}]")
	e := entry(t, s, "a")
	url := "/bilder/" + s.Pictures[0].Name + "-800.jpg"
	expect(t, "addresses", e.Images[0].URL+" "+e.Targets[0].URL+" "+e.Targets[1].URL, url+" "+url+" /2024/01/a/foto.jpg")
	expect(t, "one value for all", e.Images[0].Shown == entry(t, s, "b").Images[0].Shown, true)
	var versions []string
	for _, v := range s.Pictures[0].Files() {
		versions = append(versions, strings.TrimPrefix(v.URL, "/bilder/"+s.Pictures[0].Name))
	}
	expect(t, "versions", strings.Join(versions, " "), "-480.jpg -640.jpg -800.jpg")
}

func TestAnotherCreditMakesOtherFiles(t *testing.T) {
	credited := func(credit string) func(*article.Article) {
		return func(a *article.Article) {
			lead("foto.jpg")(a)
			a.Pictures[0].Credit = credit
		}
	}
	s := newStory(
		report("a", "2024-01-01", credited("Vera")), report("b", "2024-01-02", credited("Erika")), report("c", "2024-01-03", credited("Vera")),
	).picture("content/meldungen/foto.jpg").tell(t)
	expect(t, "pictures", len(s.Pictures), 2)
	expect(t, "the same for the same credit", entry(t, s, "a").Images[0].Shown == entry(t, s, "c").Images[0].Shown, true)
}

func TestTheSameBytesInTwoFoldersAreOnePicture(t *testing.T) {
	s := newStory(report("x/a", "2024-01-01", image("eins/foto.jpg"), image("zwei/foto.jpg"))).
		picture("content/meldungen/x/eins/foto.jpg", "content/meldungen/x/zwei/foto.jpg")
	one, two := s.in.Pictures["content/meldungen/x/eins/foto.jpg"], s.in.Pictures["content/meldungen/x/zwei/foto.jpg"]
	expect(t, "other bytes", len(s.tell(t).Pictures), 2)
	two.Digest = one.Digest
	s.in.Pictures["content/meldungen/x/zwei/foto.jpg"] = two
	expect(t, "the same bytes", len(s.tell(t).Pictures), 1)
}

func TestEveryFindingHasACatalogueEntryWithAsManyWords(t *testing.T) {
	_, ds := site.Assemble(town(report("2019/frage", "2019-02-02", link("/quatsch/"), image("fehlt.jpg"), section("X"), tags("?"))).in)
	if len(ds) != 3 {
		t.Fatalf("findings: %v", told(ds))
	}
	for _, d := range ds {
		entry, _ := diag.Lookup(d.Code)
		for _, text := range []string{entry.DE.Message, entry.EN.Message} {
			if !strings.Contains(text, "{1}") {
				t.Errorf("%s does not name the value: %s", d.Code, text)
			}
		}
	}
}
