package frontmatter_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
)

// told returns findings as "line:col code args".
func told(ds diag.List) []string {
	out := []string{}
	for _, d := range ds {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", d.Pos.Line, d.Pos.Col, d.Code, strings.Join(d.Args, " | "))))
	}
	return out
}

// parse reads a front matter in YAML.
func parse(text string) (frontmatter.Matter, diag.List) {
	m, _, ds := frontmatter.Parse("x.md", []byte("---\n"+text+"---\nText\n"))
	return m, ds
}

const full = `---
titel: Neues Rathaus
dachzeile: Stadtrat
unterzeile: Der Bau beginnt
datum: 9.11.2018
teaser: "Kurz: es geht los."
rubrik: Politik
stichwörter: [Rathaus, Bau]
orte: [Posemuckel]
kürzel: ve
bild: {datei: rathaus.jpg, alt: Das Rathaus, unterschrift: Ansicht, quelle: Stadt, fotograf: A. Muster, lizenz: CC0}
links:
  - https://www.musterstadt.example/
  - {url: https://rat.musterstadt.example/, titel: Rat}
siehe_auch: [planung.md]
sperrfrist: 2018-11-09 10:00
ablauf: 2019-11-09
entwurf: nein
aktualisiert: 10.11.2018
korrekturen:
  - {datum: 11.11.2018, text: Die Höhe war falsch.}
status: zurückgezogen
anzeige: ja
slug: rathaus
weiterleitungen: [/alt/]
sprache: de
vorlage: breit
---
Text
`

// english is the same in the words of other generators, and in TOML.
const english = `+++
title = "Neues Rathaus"
kicker = 'Stadtrat'
subtitle = "Der Bau beginnt"
date = 2018-11-09
summary = "Kurz: es geht los."
categories = ["Politik"]
tags = [
  "Rathaus",
  "Bau", # zwei
]
places = ["Posemuckel"]
author = "ve"
related = ["planung.md"]
publishDate = 2018-11-09T10:00:00+01:00
expiryDate = "2019-11-09"
draft = false
lastmod = "10.11.2018"
status = "withdrawn"
sponsored = true
slug = "rathaus"
aliases = ["/alt/"]
lang = "de"
vorlage = "breit"

[[links]]
url = "https://www.musterstadt.example/"
[[links]]
url = "https://rat.musterstadt.example/"
title = "Rat"

[image]
file = "rathaus.jpg"
alt = "Das Rathaus"
caption = "Ansicht"
credit = "Stadt"
photographer = "A. Muster"
license = "CC0"

[[corrections]]
date = 2018-11-11
text = "Die Höhe war falsch."
+++
Text
`

const object = `{
  "titel": "Neues Rathaus", "dachzeile": "Stadtrat", "unterzeile": "Der Bau beginnt", "datum": "2018-11-09",
  "vorspann": "Kurz: es geht los.", "section": "Politik", "keywords": ["Rathaus", "Bau"], "orte": "Posemuckel",
  "authors": ["ve"], "images": [{"src": "rathaus.jpg", "alt": "Das Rathaus", "caption": "Ansicht", "credit": "Stadt",
    "photographer": "A. Muster", "licence": "CC0", "decorative": false}],
  "links": ["https://www.musterstadt.example/", {"url": "https://rat.musterstadt.example/", "name": "Rat"}],
  "related": "planung.md", "embargo": "2018-11-09T09:00:00Z", "ablauf": "9.11.2019", "draft": false,
  "updated": "2018-11-10", "corrections": [{"date": "2018-11-11", "text": "Die Höhe war falsch."}],
  "status": "retracted", "anzeige": true, "slug": "rathaus", "aliases": "/alt/", "lang": "de", "template": 1, "vorlage": "breit"
}

Text
`

func TestEveryKeyIsReadInEveryFormat(t *testing.T) {
	const want = "Neues Rathaus|Stadtrat|Der Bau beginnt|2018-11-09 00:00 false|Kurz: es geht los.|Politik|Rathaus,Bau|Posemuckel|ve|" +
		"rathaus.jpg Das Rathaus Ansicht Stadt A. Muster CC0 false|https://www.musterstadt.example/ ,https://rat.musterstadt.example/ Rat|" +
		"planung.md|2018-11-09 10:00 true|2019-11-09 00:00 false|2018-11-10 00:00 false|2018-11-11 00:00 Die Höhe war falsch.|" +
		"rathaus|/alt/|de|breit|false true true"
	for name, text := range map[string]string{
		"YAML": full, "TOML": english, "JSON": object,
		"YAML with a named fence":  "---yaml" + full[3:],
		"TOML with a named fence":  "---toml" + strings.ReplaceAll(english, "+++", "---")[3:],
		"JSON between fences":      ";;;\n" + strings.Replace(object, "\n}\n", "\n}\n;;;\n", 1),
		"JSON with a named fence":  "---json\n" + strings.Replace(object, "\n}\n", "\n}\n---\n", 1),
		"keys in capitals":         strings.NewReplacer("titel:", "Titel:", "stichwörter", "STICHWÖRTER", "siehe_auch", "Siehe-auch").Replace(full),
		"keys without umlauts":     strings.NewReplacer("stichwörter", "stichwoerter", "kürzel", "kuerzel").Replace(full),
		"keys in two-part umlauts": strings.NewReplacer("stichwörter", "stichwo\u0308rter", "kürzel", "ku\u0308rzel").Replace(full),
		"YAML below empty lines":   "\n \n" + full,
	} {
		t.Run(name, func(t *testing.T) {
			m, body, ds := frontmatter.Parse("x.md", []byte(text))
			if len(ds) > 0 {
				t.Errorf("findings: %q", told(ds))
			}
			if got := summary(m); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
			if got := strings.TrimLeft(string(body.Text), "\n"); got != "Text\n" {
				t.Errorf("body %q", body.Text)
			}
			if lines := strings.Count(text[:len(text)-len(body.Text)], "\n") + 1; body.Line != lines {
				t.Errorf("the body begins in line %d, not %d", lines, body.Line)
			}
		})
	}
}

// summary is all that a matter says, without places.
func summary(m frontmatter.Matter) string {
	date := func(d frontmatter.Date) string {
		return d.Time.Format("2006-01-02 15:04") + fmt.Sprintf(" %t", d.HasTime)
	}
	texts := func(values []frontmatter.Value) string {
		var out []string
		for _, v := range values {
			out = append(out, v.Text)
		}
		return strings.Join(out, ",")
	}
	var pictures, links, corrections []string
	for _, p := range m.Pictures {
		pictures = append(pictures, fmt.Sprint(p.File.Text, " ", p.Alt, " ", p.Caption, " ", p.Credit, " ", p.Photographer, " ", p.Licence, " ", p.Decorative))
	}
	for _, l := range m.Links {
		links = append(links, l.URL.Text+" "+l.Title)
	}
	for _, c := range m.Corrections {
		corrections = append(corrections, c.Date.Time.Format("2006-01-02 15:04 ")+c.Text)
	}
	return strings.Join([]string{
		m.Title.Text, m.Kicker.Text, m.Subtitle.Text, date(m.Date), m.Teaser.Text, m.Section.Text, texts(m.Tags), texts(m.Places),
		texts(m.Sigils), strings.Join(pictures, ","), strings.Join(links, ","), texts(m.Related), date(m.Embargo), date(m.Expiry),
		date(m.Updated), strings.Join(corrections, ","), m.Slug.Text, texts(m.Aliases), m.Language.Text, m.Layout.Text,
		fmt.Sprint(m.Draft, m.Withdrawn, m.Paid),
	}, "|")
}

func TestValuesHaveTheirPlaceInTheWholeFile(t *testing.T) {
	tests := []struct{ name, text, place string }{
		{"in YAML read fast", "---\ntitel: A\nstichwörter: [B, Übung,  C]\n---\n", "2:8 3:15 3:18 3:26"},
		{"in YAML read by the library", "---\ntitel: A\nx: {}\nstichwörter: [B, Übung,  C]\n---\n", "2:8 4:15 4:18 4:26"},
		{"in a list of lines", "---\ntitel: A\nstichwörter:\n- B\n- \"Übung\"\n---\n", "2:8 4:3 5:3"},
		{"in TOML", "+++\ntitel = 'A'\n\"stichwörter\" = [\"B\", \"Übung\"]\n+++\n", "2:9 3:18 3:23"},
		{"in JSON", "{\n\"titel\": \"A\",\n\"x\": \"ü\", \"stichwörter\": [\"B\",\"Übung\"]\n}\n", "2:10 3:27 3:31"},
		{"below empty lines", "\n\n---\ntitel: A\nstichwörter: [B]\n---\n", "4:8 5:15"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, _, _ := frontmatter.Parse("x.md", []byte(test.text))
			got := []string{place(m.Title)}
			for _, v := range m.Tags {
				got = append(got, place(v))
			}
			if strings.Join(got, " ") != test.place {
				t.Errorf("got %v, want %s", got, test.place)
			}
		})
	}
}

func place(v frontmatter.Value) string { return fmt.Sprintf("%d:%d", v.Pos.Line, v.Pos.Col) }

func TestTheBlockIsFoundOrItsAbsenceExplained(t *testing.T) {
	tests := []struct {
		name, text string
		told       []string
		body       string
	}{
		{"no front matter", "Nur Text.\n", []string{"1:1 SB101"}, ""},
		{"nothing but white space", " \n\n", []string{"1:1 SB101"}, ""},
		{"no front matter, but a rule", "Text\n\n---\n\nmehr\n", []string{"1:1 SB101"}, ""},
		{"an open fence", "---\ntitel: A\nentwurf: true\n\nText\n", []string{"1:1 SB102 --- | ---"}, ""},
		{"an open fence of TOML below an empty line", "\n+++\ntitel = 'A'\n", []string{"2:1 SB102 +++ | +++"}, ""},
		{"a fence at the end only", "---", []string{"1:1 SB102 --- | ---"}, ""},
		{"text before the fence", "Hallo\n---\ntitel: A\n---\nText\n", []string{"1:1 SB103 2"}, ""},
		{"a remark before the fence", "<!-- x -->\n\n---\ntitle: A\ndate: 2018-11-09\n---\nText\n", []string{"1:1 SB103 3"}, ""},
		{"an empty block", "---\n---\nText\n", nil, "Text\n"},
		{"a block of remarks", "---\n# nichts\n---\nText\n", nil, "Text\n"},
		{"spaces behind the fences", "---  \ntitel: A\n--- \nText", nil, "Text"},
		{"no text", "---\ntitel: A\n---", nil, ""},
		{"a fence within a text", "---\nteaser: |\n  eins\n  ---\n  zwei\ntitel: A\n---\nText\n", nil, "Text\n"},
		{"a bracket within an object", "{\n\"titel\": \"A\", \"params\": {\n\"b\": 1\n}\n\n}\n\nText\n", nil, "Text\n"},
		{"text right behind an object", "{\n\"titel\": \"A\"\n}\nText\n", nil, "Text\n"},
		{"a rule in the text", "---\ntitel: A\n---\na\n\n---\nb\n", nil, "a\n\n---\nb\n"},
		{"too much", "---\n" + strings.Repeat("# x\n", 70_000) + "---\nText\n", []string{"2:1 SB123 256 kB"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, body, ds := frontmatter.Parse("x.md", []byte(test.text))
			if got := told(ds); !slices.Equal(got, test.told) {
				t.Errorf("\n got %q\nwant %q", got, test.told)
			}
			if strings.TrimLeft(string(body.Text), "\n") != test.body {
				t.Errorf("body %q, want %q", body.Text, test.body)
			}
			if below := frontmatter.Below("x.md", []byte(test.text)); len(ds) == 0 && string(below.Text) != string(body.Text) {
				t.Errorf("Below returns %q, Parse %q", below.Text, body.Text)
			}
		})
	}
}

func TestWhatOtherGeneratorsMean(t *testing.T) {
	tests := []struct {
		name, text, want string
		get              func(m frontmatter.Matter) any
	}{
		{"tags and keywords are joined", "tags: [A]\nkeywords: [B]\n", "A,B", tags},
		{"tags may be one text with commas", "tags: A, B b; C\n", "A,B b,C", tags},
		{"further categories are tags", "categories: [A, B]\ntags: [C]\n", "B,C", tags},
		{"a category beside tags stays one", "tags: [C]\ncategories: A\n", "C", tags},
		{"summary goes before description", "description: B\nsummary: A\n", "A", teaser},
		{"summary goes before a description below", "summary: A\ndescription: B\n", "A", teaser},
		{"an excerpt is a teaser", "excerpt: A\n", "A", teaser},
		{"authors may be groups", "author: {name: A, email: b@c.example}\n", "A", sigils},
		{"authors may be a list of groups", "authors: [{name: A}, B]\n", "A,B", sigils},
		{"authors with commas are one", "author: Muster, Anna\n", "Muster, Anna", sigils},
		{"published: false is a draft", "published: false\n", "true", draft},
		{"published: true is none", "published: true\n", "false", draft},
		{"what either key calls a draft is one", "published: true\ndraft: true\n", "true", draft},
		{"in either order", "draft: true\npublished: true\n", "true", draft},
		{"a status of draft is one", "status: Entwurf\n", "true", draft},
		{"in either order with the key", "status: draft\nentwurf: false\n", "true", draft},
		{"pictures may be names", "images: [a.jpg, b.jpg]\n", "a.jpg,b.jpg", files},
		{"a picture may be a name", "image: a.jpg\n", "a.jpg", files},
		{"a title may be a number", "titel: 2018\n", "2018", title},
		{"a title may be a word of YAML", "titel: Nein\n", "Nein", title},
		{"a title may be a date", "titel: 2018-11-09\n", "2018-11-09", title},
		{"a title may be folded", "titel: >\n  A\n  B\n", "A B", title},
		{"a title of nothing is none", "titel: ~\n", "", title},
		{"what is quoted may be escaped", "titel: \"\\u00dcber \\\"uns\\\"\"\n", "Über \"uns\"", title},
		{"an alias is followed", "x: &a Über uns\ntitel: *a\n", "Über uns", title},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, ds := parse(test.text)
			if got := fmt.Sprint(test.get(m)); got != test.want || ds.HasErrors() {
				t.Errorf("got %q, want %q; findings %q", got, test.want, told(ds))
			}
		})
	}
}

func texts(values []frontmatter.Value) string {
	var out []string
	for _, v := range values {
		out = append(out, v.Text)
	}
	return strings.Join(out, ",")
}

func tags(m frontmatter.Matter) any   { return texts(m.Tags) }
func sigils(m frontmatter.Matter) any { return texts(m.Sigils) }
func teaser(m frontmatter.Matter) any { return m.Teaser.Text }
func title(m frontmatter.Matter) any  { return m.Title.Text }
func draft(m frontmatter.Matter) any  { return m.Draft }

func files(m frontmatter.Matter) any {
	var out []frontmatter.Value
	for _, p := range m.Pictures {
		out = append(out, p.File)
	}
	return texts(out)
}

// Whatever the bytes: no panic, the body is the end of the file, and every
// finding has a place in it.
func FuzzParse(f *testing.F) {
	for _, text := range []string{full, english, object, "---\ntitel: &a [*a]\n---\n", "{\n\"a\": {\n}\n\n", "+++\n[[a]]\nb=1\n[a.c]\nd=2\n+++\n", "---\n" + bomb + "---\n"} {
		f.Add(uint8(0), []byte(text))
	}
	for fence, text := range []string{"", "a: &a [*a, {b: c}]\ntitel: |\n  x\n", "a.b = {c = [1, 2018-11-09]}\n[[d]]\n[d.e]\n", "{\"titel\": [null, {\"a\": 1.5}]}"} {
		f.Add(uint8(fence), []byte(text))
	}
	if raw, err := os.ReadFile("../../content/meldungen/2018/initiative-geht-in-die-fortsetzung/index.md"); err == nil {
		f.Add(uint8(0), raw)
	}
	fences := []string{"", "---\n", "+++\n", ";;;\n"}
	f.Fuzz(func(t *testing.T, kind uint8, text []byte) {
		if fence := fences[int(kind)%len(fences)]; fence != "" {
			text = slices.Concat([]byte(fence), text, []byte("\n"+fence+"Text\n"))
		}
		_, body, ds := frontmatter.Parse("x.md", text)
		if !strings.HasSuffix(string(text), string(body.Text)) {
			t.Errorf("the body %q is not the end of %q", body.Text, text)
		}
		lines := 1
		for _, end := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} { // YAML knows them all
			lines += strings.Count(string(text), end)
		}
		if body.Line < 1 || body.Line > lines {
			t.Errorf("the body begins in line %d of %d", body.Line, lines)
		}
		for _, d := range ds {
			if d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Col < 1 || d.Pos.Col > len(text)+1 {
				t.Errorf("%s at %v, which is not in the file", d.Code, d.Pos)
			}
		}
	})
}

func TestEscapesBringInNoControlCharacters(t *testing.T) {
	for name, text := range map[string]string{
		"YAML": "---\ntitel: \"Rot\\x1b[31m\\0\\uFFFE und\\nzwei\"\ndatum: 1.2.2026\n---\n",
		"TOML": "+++\ntitel = \"Rot\\u001b[31m\\u0000\\uFFFE und\\nzwei\"\n+++\n",
		"JSON": "{\n\"titel\": \"Rot\\u001b[31m\\u0000\\uFFFE und\\nzwei\"\n}\n",
	} {
		m, _, ds := frontmatter.Parse("a.md", []byte(text))
		if want := "Rot[31m und\nzwei"; m.Title.Text != want {
			t.Errorf("%s: %q, want %q (%v)", name, m.Title.Text, want, ds)
		}
	}
}
