package leak

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever a file is put together from, and whatever was read before: a search
// finds what reading the whole file finds.
func TestASearchFindsWhatAWholeReadingFinds(t *testing.T) {
	body := "am Hafen entsteht bis zum Sommer ein neues Bad mit drei Becken und einer Rutsche für alle Kinder"
	set := Compile([]Phrase{
		{Secret: "a.md", Kind: Headline, Words: title},
		{Secret: "a.md", Kind: Text, Words: body},
		{Secret: "a.md", Kind: Address, Words: "2018/11/ein-neues-bad"},
	})
	pieces := append(strings.Fields(body), strings.Fields(title)...)
	pieces = append(pieces, "<p>", "</p>\n", "<a title='", "'>\n", "\n", "\n\n", "\r\n ", "&shy;", "f&uuml;r", "&", "%20", `\n`, "<wbr>", "\u00ad",
		body, title, "2018/11/ein-neues-bad/", strings.Repeat("Der Rat tagt.\n", 30), strings.Repeat("<li><a href='/'>Rathaus</a>\n", 20))
	search := set.Search()
	rapid.Check(t, func(t *rapid.T) {
		file := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 120).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", "\n"}).Draw(t, "between"))
		for range 2 { // the second time its blocks may be known
			want, got := set.Find([]byte(file)), search.Find([]byte(file))
			if !slices.Equal(want, got) {
				t.Fatalf("found %v, not %v, in %q", got, want, file)
			}
		}
	})
}

// A phrase that lies over any seam is found, however the blocks fall.
func TestAPhraseOverASeamIsFound(t *testing.T) {
	set := Compile(headline(title))
	search := set.Search()
	frame := strings.Repeat("<li>Der Rat tagt am Montag im Rathaus.\n", 300)
	words := strings.Fields(title)
	for at := 0; at < len(frame); at += 7 {
		for split := range words {
			file := "<html>" + frame[:at] + " " + strings.Join(words[:split], " ") + "\n" + strings.Join(words[split:], "\n") + " " + frame[at:]
			if want := len(set.Find([]byte(file))); len(search.Find([]byte(file))) != want {
				t.Fatalf("not found at %d, divided behind word %d", at, split)
			}
		}
	}
}

// Later lines take the places of earlier ones, and that does no harm.
func TestASearchForgets(t *testing.T) {
	set := Compile(headline(title))
	search := set.Search()
	for i := range 2 * remembered {
		search.Find([]byte(strings.Repeat("Zeile "+strconv.Itoa(i), 12)))
	}
	if len(search.Find([]byte("Heute: "+title))) != 1 {
		t.Error("not found")
	}
}

// The short way for "ä" and blanks and the long way for all characters agree.
func TestShortWaysAgreeWithTheLongOne(t *testing.T) {
	for char := range rune(0x250) {
		for _, text := range []string{"a" + string(char) + "b", string(char), string(char) + "b " + string(char)} {
			var short, long reader
			short.walk([]byte(text), false)
			for i := 0; i < len(text); {
				if low := classes[text[i]]; low != 0 {
					long.letter(i, low)
					i++
				} else {
					i = long.other([]byte(text), i)
				}
			}
			long.end(len(text))
			if !slices.EqualFunc(short.text, long.text, func(a, b word) bool { return a.hash == b.hash }) {
				t.Errorf("%q: %v, not %v", text, short.text, long.text)
			}
		}
	}
}
