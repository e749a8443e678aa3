package leak

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const title = "Tee für alle Bürgerinnen"

func headline(words string) []Phrase {
	return []Phrase{{Secret: "a.md", Kind: Headline, Words: words}}
}

func TestAHeadlineIsFoundHoweverAFileWritesIt(t *testing.T) {
	set := Compile(headline(title))
	for name, text := range map[string]string{
		"plainly":                          "Heute: Tee für alle Bürgerinnen!",
		"in capitals":                      "TEE FÜR ALLE BÜRGERINNEN",
		"in a title":                       "<!doctype html><title>Tee für alle Bürgerinnen · Stadt</title>",
		"in an attribute":                  `<a title="Tee für alle Bürgerinnen" href="/">mehr</a>`,
		"with named characters":            "<p>Tee&nbsp;f&uuml;r alle B&uuml;rgerinnen</p>",
		"with numbered characters":         "<p>Tee f&#252;r alle B&#xFC;rgerinnen</p>",
		"with soft hyphens":                "<h1>Tee für alle Bür\u00adge&shy;rin<wbr>nen</h1>",
		"in an address of a mail":          `<a href="mailto:?subject=Tee%20f%C3%BCr%20alle%20B%C3%BCrgerinnen">`,
		"in JSON":                          `{"title":"Tee f\u00fcr alle\nB\u00FCrgerinnen"}`,
		"in a calendar's folded line":      "SUMMARY:Tee für alle Bür\r\n gerinnen\r\n",
		"with parts emphasised":            "<p>Tee <em>für</em> alle <b>Bürgerinnen</b></p>",
		"as the name of a file":            "2026/tee-für-alle-bürgerinnen/index.html",
		"behind quotes and no-break space": "„Tee\u00a0für\u202falle ‚Bürgerinnen‘“",
	} {
		if hits := set.Find([]byte(text)); len(hits) == 0 {
			t.Errorf("%s: not found in %q", name, text)
		}
	}
}

func TestWhatOnlyLooksAlikeIsNotFound(t *testing.T) {
	set := Compile(headline(title))
	for name, text := range map[string]string{
		"the words in another order":    "Alle Bürgerinnen für Tee",
		"a word between":                "Tee für alle jungen Bürgerinnen",
		"a longer word":                 "Tee für alle Bürgerinnenräte",
		"from one tag to the next":      `<a title="Tee für">x</a><a title="alle Bürgerinnen">`,
		"half in the text, half beside": `<p>Tee für<a title="alle Bürgerinnen"></a></p>`,
		"nothing":                       "",
		"broken escapes":                `%C3%B \u12 &uuml &; %zz <`,
	} {
		if hits := set.Find([]byte(text)); len(hits) > 0 {
			t.Errorf("%s: found in %q", name, text)
		}
	}
}

func TestWhatSaysTooLittleIsNotLookedFor(t *testing.T) {
	for _, words := range []string{"", "Tee", "Der Haushalt", "Das ist es"} {
		if !Compile(headline(words)).Empty() {
			t.Errorf("%q is looked for", words)
		}
	}
	for _, words := range []string{"Bürgerhaushaltsentwurf", "Der Stadthaushalt 2027", "Neues aus Musterstadt"} {
		if Compile(headline(words)).Empty() {
			t.Errorf("%q is not looked for", words)
		}
	}
}

func TestAHitTellsThePlaceInTheFile(t *testing.T) {
	text := "<p>Heute gibt es Tee f&uuml;r alle Bürgerinnen, sagt die Stadt.</p>"
	hits := Compile(headline(title)).Find([]byte(text))
	if len(hits) != 1 || text[hits[0].At:hits[0].Upto] != "Tee f&uuml;r alle Bürgerinnen" {
		t.Fatalf("hits: %+v", hits)
	}
}

// TestEachStretchOfATextIsFound copies any part of a text into a file that
// is long enough to betray it.
func TestEachStretchOfATextIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zäöüß]{3,9}`), Window, 60).Draw(t, "text")
		from := rapid.IntRange(0, len(words)-Window).Draw(t, "from")
		upto := rapid.IntRange(from+Window, len(words)).Draw(t, "upto")
		set := Compile([]Phrase{{Secret: "a.md", Kind: Text, Words: strings.Join(words, " ")}})
		page := "<html><p>QQQ <b>" + strings.Join(words[from:upto], "</b>\u00a0<i>") + " QQQ</i></p>"
		if len(set.Find([]byte(page))) == 0 {
			t.Fatalf("not found: %s", page)
		}
		short := strings.Join(words[from:from+Window-1], " ") + " QQQ"
		if hits := set.Find([]byte(short)); len(hits) > 0 && distinct(words) {
			t.Fatalf("found in %s: %+v", short, hits)
		}
	})
}

func distinct(words []string) bool {
	seen := map[string]bool{}
	for _, word := range words {
		if seen[word] {
			return false
		}
		seen[word] = true
	}
	return true
}

func TestEqualWordsMakeEqualSums(t *testing.T) {
	one, same, other := Compile(headline(title)), Compile(headline("TEE für alle – Bürgerinnen")), Compile(headline("Tee für alle Bürger"))
	if one.Sum != same.Sum || one.Sum == other.Sum {
		t.Error("the sum does not name the words")
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"<a b='Tee", "%C3", `\u00f`, "&#x", "\r\n ", "<wbr>", "&shy;"} {
		f.Add([]byte(seed))
	}
	set := Compile(headline(title))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, hit := range set.Find(data) {
			if hit.At < 0 || hit.At >= hit.Upto || hit.Upto > len(data) {
				t.Fatalf("place %d to %d of %d", hit.At, hit.Upto, len(data))
			}
		}
		if len(set.Find(append(bytes.Clone(data), " > "+title+" "...))) == 0 && !bytes.ContainsAny(data, "<") {
			t.Fatal("not found behind this")
		}
	})
}

// BenchmarkFind reads a page of 20 KB for the phrases of 50 articles.
func BenchmarkFind(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func(words int) string {
		var s strings.Builder
		for range words {
			for range 3 + random.IntN(8) {
				s.WriteByte(byte('a' + random.IntN(26)))
			}
			s.WriteByte(' ')
		}
		return s.String()
	}
	var phrases []Phrase
	for range 50 {
		phrases = append(phrases, Phrase{Secret: "a.md", Kind: Text, Words: text(400)}, Phrase{Secret: "a.md", Kind: Headline, Words: text(6)})
	}
	set := Compile(phrases)
	page := []byte("<html><p>" + text(2800))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if len(set.Find(page)) > 0 {
			b.Fatal("found")
		}
	}
}
