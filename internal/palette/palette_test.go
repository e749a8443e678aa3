package palette

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func hex(t testing.TB, s string) Color {
	t.Helper()
	c, ok := Parse(s)
	if !ok {
		t.Fatalf("%s is no colour", s)
	}
	return c
}

func TestColorsAreReadAsCSSWritesThem(t *testing.T) {
	for text, want := range map[string]string{
		"#123f94": "#123f94", "#FFF": "#ffffff", "#abc": "#aabbcc", "123f94": "", "#12345": "", "blau": "", "": "", "#+12345": "", "#12é": "", "#gggggg": "", "#-12": "",
	} {
		c, ok := Parse(text)
		if ok != (want != "") || ok && c.String() != want {
			t.Errorf("%q: %v %v", text, c, ok)
		}
	}
}

// The ratios are those that WCAG's own examples and calculators give.
func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"#000", "#fff", "21.00"},
		{"#fff", "#fff", "1.00"},
		{"#777777", "#ffffff", "4.48"},
		{"#ff0000", "#ffffff", "4.00"},
		{"#123f94", "#ffffff", "9.70"},
	} {
		if got := fmt.Sprintf("%.2f", Contrast(hex(t, c.a), hex(t, c.b))); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestTheThemesOwnColorsPass(t *testing.T) {
	for name, s := range map[string]Scheme{"light": Light(), "dark": Dark()} {
		for _, p := range Pairs() {
			if ratio := Contrast(s[p.Front], s[p.Ground]); ratio < p.Least {
				t.Errorf("%s: %v on %v: %.2f", name, p.Front, p.Ground, ratio)
			}
		}
	}
	if CSS(Day(nil), Night(nil, nil)) != "" {
		t.Error("the theme's own colours are said twice")
	}
}

// The style sheet is what readers get; these are the same colours for the
// program to reckon with.
func TestTheColorsAreThoseOfTheStyleSheet(t *testing.T) {
	css, err := os.ReadFile("../../static/css/site.css")
	if err != nil {
		t.Fatal(err)
	}
	_, tokens, _ := strings.Cut(string(css), "@layer tokens {")
	light, dark, _ := strings.Cut(tokens, "@media (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, "@layer")
	values := func(text string, s Scheme) Scheme {
		for token := range Tokens {
			if found := regexp.MustCompile(regexp.QuoteMeta(token.Variable()) + `: (#[0-9a-f]+)`).FindStringSubmatch(text); found != nil {
				s[token] = hex(t, found[1])
			}
		}
		return s
	}
	if got := values(light, Scheme{}); got != Light() {
		t.Errorf("light: %v, want %v", got, Light())
	}
	if got := values(dark, Light()); got != Dark() {
		t.Errorf("dark: %v, want %v", got, Dark())
	}
}

func TestAProposalIsNearAndPasses(t *testing.T) {
	white := hex(t, "#fff")
	for _, c := range []struct{ color, want string }{
		{"#123f94", "#123f94"}, // passes already
		{"#00a0e0", "#005f86"}, // darker
		{"#fff", "#595959"},
	} {
		if got := Nearest(hex(t, c.color), white, 7).String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.color, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := Color{rapid.Byte().Draw(t, "r"), rapid.Byte().Draw(t, "g"), rapid.Byte().Draw(t, "b")}
		ground := Color{rapid.Byte().Draw(t, "R"), rapid.Byte().Draw(t, "G"), rapid.Byte().Draw(t, "B")}
		if near := Nearest(c, ground, 4.5); Contrast(near, ground) < 4.5 {
			t.Fatalf("%v on %v: %v has %.2f", c, ground, near, Contrast(near, ground))
		}
	})
}

// Whatever plate and sign a town names: links, rims, focus and the text on the
// signs pass without a word, as far as black or white can be read on them.
func TestWhatFollowsFromATownsColorsPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		named := Named{
			Plate: Color{rapid.Byte().Draw(t, "r"), rapid.Byte().Draw(t, "g"), rapid.Byte().Draw(t, "b")},
			Sign:  Color{rapid.Byte().Draw(t, "R"), rapid.Byte().Draw(t, "G"), rapid.Byte().Draw(t, "B")},
		}
		day, night := Day(named), Night(named, nil)
		if day[Plate] != named[Plate] || night[Sign] != named[Sign] {
			t.Fatal("what the town names is changed")
		}
		for _, s := range []Scheme{day, night} {
			for _, p := range Pairs() {
				ratio := Contrast(s[p.Front], s[p.Ground])
				given := p.Ground == Plate || p.Ground == Sign // the town's own colour, judged when it is read
				if ratio < p.Least && (!given || p.Front != Stop && ratio < Contrast(Readable(s[p.Ground]), s[p.Ground])) {
					t.Fatalf("%v on %v: %.2f", p.Front, p.Ground, ratio)
				}
			}
		}
		if CSS(day, night) == "" {
			t.Fatal("the style sheet has nothing of it")
		}
	})
}

func TestTheNightMayHaveColorsOfItsOwn(t *testing.T) {
	day := Named{Plate: hex(t, "#00543a"), Sign: hex(t, "#ffe600")}
	night := Night(day, Named{Plate: hex(t, "#b7e4c7"), Focus: hex(t, "#ffffff")})
	for token, want := range map[Token]string{Plate: "#b7e4c7", OnPlate: "#000000", Sign: "#ffe600", OnSign: "#15181c", Focus: "#ffffff", Ink: "#eceff2"} {
		if got := night[token].String(); got != want {
			t.Errorf("%v: %s, want %s", token, got, want)
		}
	}
}
