package frontmatter_test

import (
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/frontmatter"
)

func TestMistakesAreNamedWithTheirPlace(t *testing.T) {
	tests := []struct {
		name, text string
		told       []string
	}{
		{"a colon in a value", "titel: Rathaus: es geht los\n", []string{"2:15 SB115 titel | Rathaus: es geht los"}},
		{"a colon in a value with a quotation mark", "titel: Ein \"Wort: los\n", []string{`2:17 SB115 titel | Ein \"Wort: los`}},
		{"a colon in a value further down", "titel: A\nx: {}\nteaser: Kurz: lang\n", []string{"4:13 SB115 teaser | Kurz: lang"}},
		{"a tab", "titel: A\norte:\n\t- B\n", []string{"4:1 SB116"}},
		{"an open quotation mark", "titel: \"A\ndatum: 2018-11-09\n", []string{"2:8 SB117 titel | \""}},
		{"quotation marks within such", "titel: \"Das \"neue\" Rathaus\"\n", []string{"2:13 SB118 titel | \""}},
		{"a value that begins with a star", "titel: *Neu* im Rat\n", []string{"2:8 SB119 titel | * | *Neu* im Rat"}},
		{"a value that begins with an at sign", "kürzel: @ve\n", []string{"2:9 SB119 kürzel | @ | @ve"}},
		{"a value that begins with a percent sign", "titel: %5 mehr\n", []string{"2:8 SB119 titel | % | %5 mehr"}},
		{"no space behind the colon", "titel:Rathaus\ndatum: 2018-11-09\n", []string{"2:7 SB120 titel | Rathaus"}},
		{"a line without a key", "titel: A\nhallo\n", []string{"3:1 SB121 hallo"}},
		{"text alone", "Hallo Welt\n", []string{"2:1 SB121 Hallo Welt"}},
		{"a list alone", "- a\n- b\n", []string{"2:1 SB121 […]"}},
		{"an open bracket", "stichwörter: [a, b\ntitel: x\n", []string{"2:14 SB020"}},
		{"a key twice", "titel: A\nteaser: B\ntitel: C\n", []string{"4:1 SB111 titel | 2 | 4"}},
		{"a key twice, of no meaning", "x: A\nx: C\n", []string{"3:1 SB111 x | 2 | 3", "2:1 SB109 x"}},
		{"one thing by two names", "datum: 9.11.2018\ndate: 2018-11-10\n", []string{"3:1 SB112 datum | 2 | date | 3"}},
		{"one thing by two of our names", "teaser: A\nvorspann: B\n", []string{"3:1 SB112 teaser | 2 | vorspann | 3"}},
		{"the second name without a value", "bild: a.jpg\nimage:\n", nil},
		{"a mistyped key", "titl: A\nTITEL: A\n", []string{"2:1 SB108 titl | titel"}},
		{"unknown keys", "titel: A\nwetter: B\nmannschaft: C\n", []string{"3:1 SB109 wetter, mannschaft"}},
		{"keys of other generators", "type: post\nweight: 3\nmenu: main\nparams: {a: b}\ncascade: {}\n", nil},
		{"keys of other generators that hide a page", "headless: true\npermalink: false\n", []string{"2:1 SB109 headless, permalink"}},
		{"another generator's address", "url: /alt/\npermalink: /x.html\n", []string{"2:1 SB126 url | /alt/", "3:1 SB126 permalink | /x.html"}},
		{"a list for a text", "titel: [A, B]\n", []string{"2:8 SB113 titel | titel: \"…\" | […]"}},
		{"a group for a text", "teaser: {a: b}\n", []string{"2:9 SB113 teaser | teaser: \"…\" | {…}"}},
		{"a group for a list", "stichwörter: {a: b}\n", []string{"2:14 SB113 stichwörter | stichwörter: [A, B] | {…}"}},
		{"a list in a list", "orte: [[A]]\n", []string{"2:8 SB113 orte | orte: [A, B] | […]"}},
		{"neither yes nor no", "entwurf: vielleicht\n", []string{"2:10 SB113 entwurf | entwurf: true | vielleicht"}},
		{"a list for yes or no", "entwurf: []\n", []string{"2:10 SB113 entwurf | entwurf: true | […]"}},
		{"no such day", "datum: 2017-09-31\n", []string{"2:8 SB104 datum | 2017-09-31"}},
		{"a date to be filled in", "datum: 202X-MM-TT\n", []string{"2:8 SB104 datum | 202X-MM-TT"}},
		{"a word for a date", "sperrfrist: bald\n", []string{"2:13 SB104 sperrfrist | bald"}},
		{"no such hour", "datum: 2018-11-09 25:00\n", []string{"2:8 SB104 datum | 2018-11-09 25:00"}},
		{"empty tags", "stichwörter:\n", []string{"2:1 SB125 stichwörter"}},
		{"empty tags as a text", "stichwörter: \"\"\n", []string{"2:1 SB125 stichwörter"}},
		{"an empty tag among others", "stichwörter: [A, null, \"\", B]\n", []string{"2:18 SB124 stichwörter", "2:24 SB124 stichwörter"}},
		{"an empty list of tags", "stichwörter: []\n", nil},
		{"several sections", "categories: [A, B, C]\n", []string{"2:17 SB127 A | B, C"}},
		{"a status of another theme", "status: laufend\n", []string{"2:9 SB128 status | laufend"}},
		{"a picture without a file", "bild: {alt: Das Rathaus}\n", []string{"2:7 SB129 bild"}},
		{"a mistyped part of a picture", "bild: {datei: a.jpg, qelle: B}\n", []string{"2:22 SB108 qelle | quelle"}},
		{"an unknown part of a picture", "bild: {datei: a.jpg, breite: 3}\n", []string{"2:22 SB110 bild | breite | datei, alt, dekorativ, unterschrift, quelle, fotograf, lizenz"}},
		{"a part of a picture twice", "bild: {datei: a.jpg, datei: b.jpg}\n", []string{"2:22 SB111 datei | 2 | 2"}},
		{"a list for a part of a picture", "bild: {datei: [a.jpg]}\n", []string{"2:15 SB113 datei | datei: \"…\" | […]", "2:7 SB129 bild"}},
		{"a picture that is a list", "bilder: [[a.jpg]]\n", []string{"2:10 SB113 bilder | {datei: foto.jpg, alt: \"…\"} | […]"}},
		{"a decoration that is none", "bild: {datei: a.jpg, dekorativ: wohl}\n", []string{"2:33 SB113 dekorativ | dekorativ: true | wohl"}},
		{"a link without an address", "links: [{titel: A}, '']\n", []string{"2:9 SB130 links", "2:21 SB130 links"}},
		{"a correction without a date", "korrekturen: [{text: A}]\n", []string{"2:15 SB132 korrekturen"}},
		{"a correction on no day", "korrekturen: [{datum: 31.2.2018, text: A}]\n", []string{"2:23 SB104 datum | 31.2.2018", "2:15 SB132 korrekturen"}},
		{"deep nesting", "params: " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n", []string{"2:33 SB122 24 | 20000"}},
		{"a YAML bomb", bomb, []string{"6:8 SB122 24 | 20000"}},
		{"an alias of itself", "titel: &a [*a]\n", []string{"2:12 SB122 24 | 20000"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, ds := parse(test.text)
			if got := told(ds); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
		})
	}
}

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
stichwörter: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
`

func TestAKeyTwiceStopsOnlyWhereItMatters(t *testing.T) {
	if _, ds := parse("titel: A\ntitel: B\n"); !ds.HasErrors() {
		t.Error("two titles are published")
	}
	if _, ds := parse("wetter: A\nwetter: B\n"); ds.HasErrors() {
		t.Errorf("an article is not published for a key without meaning: %q", told(ds))
	}
}

func TestMistakesInTOMLAndJSONAreNamedWithTheirPlace(t *testing.T) {
	tests := []struct {
		name, text string
		told       []string
	}{
		{"an open quotation mark in TOML", "+++\ntitel = \"A\n+++\n", []string{"2:9 SB021"}},
		{"a key twice in TOML", "+++\ntitel = 'A'\ndatum = 2018-11-09\ntitel = 'B'\n+++\n", []string{"4:1 SB111 titel | 2 | 4"}},
		{"no such day in TOML", "+++\ntitel = 'A'\ndatum = 2017-09-31\n+++\n", []string{"3:9 SB104 datum | 2017-09-31"}},
		{"an umlaut in a bare key of TOML", "+++\ntitel = 'A'\nstichwörter = ['B']\n+++\n", []string{"3:1 SB139 stichwörter | stichwoerter"}},
		{"a number for a text in TOML", "+++\ntitel = 2018\n+++\n", nil},
		{"a table for a text in TOML", "+++\n[titel]\na = 1\n+++\n", []string{"2:2 SB113 titel | titel: \"…\" | {…}"}},
		{"a comma missing in JSON", "{\n\"titel\": \"A\"\n\"datum\": 1\n}\n", []string{"3:1 SB020"}},
		{"a key twice in JSON", "{\n\"titel\": \"A\",\n\"titel\": \"B\"\n}\n", []string{"3:1 SB111 titel | 2 | 3"}},
		{"an object that never ends", "{\n\"titel\": \"A\"\n", []string{"1:1 SB102 { | }"}},
		{"a list between fences of JSON", ";;;\n[1]\n;;;\n", []string{"2:4 SB038"}},
		{"deep nesting in JSON", "{\n\"x\": " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n}\n", []string{"2:30 SB122 24 | 20000"}},
		{"deep nesting in TOML", "+++\nx = " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n+++\n", []string{"2:1 SB122 24 | 20000"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, ds := frontmatter.Parse("x.md", []byte(test.text))
			if got := told(ds); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
		})
	}
}
