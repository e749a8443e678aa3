package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"German letters are written out", "Straße für Ämter & Öl", "strasse-fuer-aemter-oel"},
		{"capital umlauts too", "ÜBERMÄẞIG", "uebermaessig"},
		{"decomposed umlauts are umlauts", "Stra\u00dfe fu\u0308r A\u0308mter", "strasse-fuer-aemter"},
		{"accents are dropped", "Café à la carte, Łódź, Şişli, Čapek", "cafe-a-la-carte-lodz-sisli-capek"},
		{"Nordic letters", "Ærø, Ålesund, Malmö, Þingvellir", "aeroe-alesund-malmoe-thingvellir"},
		{"marks at the ends are dropped", "  „Nur gemeinsam“! ", "nur-gemeinsam"},
		{"apostrophes vanish", "Hans’ Garten und Land's End", "hans-garten-und-lands-end"},
		{"soft hyphens vanish", "Digi\u00adtal", "digital"},
		{"numbers stay", "E-Government 2.0 – § 5", "e-government-2-0-5"},
		{"Greek and Cyrillic get Latin letters", "Αθήνα Київ Москва", "athina-kijiw-moskwa"},
		{"nothing may be left", "…", ""},
		{"other alphabets leave nothing", "東京", ""},
		{"paths lose their meaning", "../../etc/passwd", "etc-passwd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Slug(c.in); got != c.want {
				t.Errorf("Slug(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func FuzzSlug(f *testing.F) {
	for _, seed := range []string{"Straße", "a--b", "\xff\xfe", "ﬁ", "Ǆ", "㎏", "ά"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("Slug(%q) = %q has other letters", s, slug)
		}
		if strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--") {
			t.Errorf("Slug(%q) = %q has a hyphen too many", s, slug)
		}
		if again := Slug(slug); again != slug {
			t.Errorf("Slug(%q) = %q, and of that %q", s, slug, again)
		}
	})
}

func TestGermanOrder(t *testing.T) {
	want := []string{
		"10 Fragen", "Abend", "Arzt", "Ärzte", "Bad Aibling", "Bad Zwesten", "Badeweiher", "Gosse", "Goßlar", "Gößnitz",
		"Muller", "Müller", "Mullers", "ungern", "Unna", "Zürich", "Zwickau",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCompareIsATotalOrder(t *testing.T) {
	words := rapid.StringOf(rapid.RuneFrom([]rune("aAäÄbsSßzł -.'1é\u0308")))
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := words.Draw(t, "a"), words.Draw(t, "b"), words.Draw(t, "c")
		if sign(Compare(a, b)) != -sign(Compare(b, a)) {
			t.Errorf("%q and %q are each before the other", a, b)
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q count as equal", a, b)
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Errorf("%q ≤ %q ≤ %q, but not the first before the last", a, b, c)
		}
	})
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestInitial(t *testing.T) {
	for in, want := range map[string]string{
		"Ärzte": "A", "öffentlich": "O", "„Zoo“": "Z", "5G": "0–9", "…": "#", "": "#", "Łódź": "L", "Øre": "O", "ẞ": "S",
		"Яндекс": "Я",
	} {
		if got := Initial(in); got != want {
			t.Errorf("Initial(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"titel", "teaser", "datum", "rubrik", "stichwörter"}
	for _, c := range []struct{ word, want string }{
		{"titl", "titel"},
		{"Titel", "titel"},
		{"tietl", "titel"},
		{"rubirk", "rubrik"},
		{"stichworte", "stichwörter"},
		{"datun", "datum"},
		{"wetter", ""},
		{"x", ""},
		{"", ""},
	} {
		got, ok := Nearest(c.word, known)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", c.word, got, ok, c.want)
		}
	}
}

func TestNearestIsNeverFartherThanTheDistanceAllows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := []rune(rapid.StringN(0, 8, -1).Draw(t, "a"))
		b := []rune(rapid.StringN(0, 8, -1).Draw(t, "b"))
		d := distance(a, b, 100)
		if d != distance(b, a, 100) || d > max(len(a), len(b)) || d < len(a)-len(b) || d < len(b)-len(a) {
			t.Errorf("distance of %q and %q is %d", string(a), string(b), d)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("\xff", "\u0308")
	f.Fuzz(func(t *testing.T, a, b string) {
		if (Compare(a, b) == 0) != (a == b) || sign(Compare(a, b)) != -sign(Compare(b, a)) {
			t.Errorf("Compare(%q, %q) = %d, the other way %d", a, b, Compare(a, b), Compare(b, a))
		}
		if utf8.ValidString(a) && Initial(a) == "" {
			t.Errorf("Initial(%q) is empty", a)
		}
	})
}
