package hyphen

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// show puts hyphens where word may be divided.
func show(h *Hyphenator, word string) string {
	breaks := h.Hyphenate(word)
	for _, b := range slices.Backward(breaks) {
		if strings.HasPrefix(word[b:], "\u00ad") {
			word = word[:b] + "~" + word[b+2:]
			continue
		}
		word = word[:b] + "-" + word[b:]
	}
	return word
}

func TestGermanWordsAreDivided(t *testing.T) {
	h := New(German(), Options{})
	for _, c := range []struct{ word, want string }{
		{"Mitarbeiter", "Mit-ar-bei-ter"},
		{"veröffentlicht", "ver-öf-fent-licht"},
		{"Donaudampfschifffahrtsgesellschaft", "Do-nau-dampf-schiff-fahrts-ge-sell-schaft"},
		{"Digitalisierung", "Di-gi-ta-li-sie-rung"},
		{"Bürgermeisterin", "Bür-ger-meis-te-rin"},
		{"Straßenbeleuchtung", "Stra-ßen-be-leuch-tung"},
		{"STRASSENBELEUCHTUNG", "STRAS-SEN-BE-LEUCH-TUNG"},
		{"STRAẞENBAHN", "STRA-ẞEN-BAHN"},
		{"Zucker", "Zu-cker"},
		{"Fenster", "Fens-ter"},
		{"Verwaltungsportal", "Ver-wal-tungs-por-tal"},
		{"Onlinezugangsgesetz", "On-line-zu-gangs-ge-setz"},
		{"Abend", "Abend"},
		{"aber", "aber"},
		{"Gemeindebund", "Ge-mein-de-bund"},
		{"Auflage", "Auf-lage"},
		{"„Kommunalverwaltung“,", "„Kom-mu-nal-ver-wal-tung“,"},
		{"Städte-/Gemeindebund", "Städte-/Ge-mein-de-bund"},
		{"DStGB-Hauptgeschäftsführer", "DStGB-Haupt-ge-schäfts-füh-rer"},
	} {
		if got := show(h, c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.word, got, c.want)
		}
	}
}

func TestEnglishWordsAreDivided(t *testing.T) {
	h := New(English(), Options{})
	for _, c := range []struct{ word, want string }{
		{"hyphenation", "hy-phen-ation"},
		{"computer", "com-puter"},
		{"associate", "as-so-ciate"},
		{"project", "project"},
		{"table", "ta-ble"},
		{"municipality", "mu-nic-i-pal-ity"},
	} {
		if got := show(h, c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.word, got, c.want)
		}
	}
}

func TestWhatIsNotDivided(t *testing.T) {
	h := New(German(), Options{})
	for _, word := range []string{"", "a", "DStGB", "eGovernment", "iPhone", "12345678", "Київський", "δημοκρατία", "—", "\xff\xfe", "OZG", "GmbH"} {
		if got := h.Hyphenate(word); len(got) != 0 {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestSoftHyphensDecide(t *testing.T) {
	h := New(German(), Options{})
	for _, c := range []struct{ word, want string }{
		{"Wachs\u00adtube", "Wachs~tube"},
		{"Wach\u00adstuben-Verwaltung", "Wach~stuben-Ver-wal-tung"},
		{"\u00adKommune\u00ad", "\u00adKommune\u00ad"},
	} {
		if got := show(h, c.word); got != c.want {
			t.Errorf("%q: %q, want %q", c.word, got, c.want)
		}
	}
}

func TestExceptionsAndLeastLetters(t *testing.T) {
	h := New(German(), Options{Exceptions: []string{"Wach-stube", "Digitalisierung", "groß-es"}, Left: 3, Right: 4})
	for _, c := range []struct{ word, want string }{
		{"WACHSTUBE", "WACH-STUBE"},
		{"Digitalisierung", "Digitalisierung"},
		{"GROẞES", "GROẞ-ES"},
		{"Wachstube-Mitarbeiter", "Wach-stube-Mit-ar-beiter"},
		{"Mitarbeiter", "Mit-ar-beiter"},
	} {
		if got := show(h, c.word); got != c.want {
			t.Errorf("%s: %s, want %s", c.word, got, c.want)
		}
	}
}

func TestLoadingIsFree(t *testing.T) {
	begin := time.Now()
	German()
	if d := time.Since(begin); d > 20*time.Millisecond {
		t.Errorf("loading takes %v", d)
	}
}

func FuzzHyphenate(f *testing.F) {
	for _, s := range []string{"Mitarbeiter", "Städte-Bund", "a\u00adb", "\xc3", "ẞẞẞẞẞẞẞẞ", strings.Repeat("ö", 300)} {
		f.Add(s)
	}
	h := New(German(), Options{Exceptions: []string{"Wach-stube", "-", "a-"}})
	f.Fuzz(func(t *testing.T, word string) {
		last := 0
		for _, b := range h.Hyphenate(word) {
			if b <= last || b >= len(word) || !utf8.RuneStart(word[b]) {
				t.Fatalf("%q: break at %d", word, b)
			}
			last = b
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	h := New(German(), Options{})
	words := strings.Fields(`Der Städteverband und das Unternehmen setzen ihre Zusammenarbeit für digitale Kommunen fort
		Einzelne Bausteine einer vernetzten Gemeinde sollen künftig betrachtet werden dort entstehen konkrete Lösungen
		Bürgermeisterinnen Verwaltungsmitarbeiter Straßenbeleuchtung Haushaltssatzung`)
	buf := make([]int, 0, 32)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, w := range words {
			buf = h.Append(buf[:0], w)
		}
		n += len(words)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/word")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		German()
	}
}
