package config

import (
	"fmt"
	"reflect"

	"stadtbote/internal/diag"
	"stadtbote/internal/palette"
)

// Theme is how the site looks.
type Theme struct {
	Colors Colors `yaml:"colors" de:"Eigene Farben. Wer nur plate und sign nennt, bekommt die übrigen passend dazu, auch für die Nacht."`
}

// Colors are the site's own colours.
type Colors struct {
	Light ColorSet `yaml:"light" de:"Farben bei Tag, als „#rrggbb“ in Anführungszeichen."`
	Dark  ColorSet `yaml:"dark" de:"Farben bei Nacht, für Geräte im Dunkelmodus. Ohne diese Angabe folgen sie denen des Tages."`
}

// ColorSet are the colours that a site names; "" is one that follows from the
// others.
type ColorSet struct {
	Plate   string `yaml:"plate" de:"Straßenschild: Rubriken, Name der Seite, Knöpfe, die Linie ganz oben."`
	OnPlate string `yaml:"on_plate" de:"Schrift darauf."`
	Sign    string `yaml:"sign" de:"Ortsschild."`
	OnSign  string `yaml:"on_sign" de:"Schrift darauf."`
	Link    string `yaml:"link" de:"Links."`
	Paper   string `yaml:"paper" de:"Grund der Seite."`
	Ink     string `yaml:"ink" de:"Schrift."`
	Soft    string `yaml:"soft" de:"Datum und Bildunterschriften."`
	Edge    string `yaml:"edge" de:"Rand von Eingabefeldern."`
	Rim     string `yaml:"rim" de:"Rand von Knöpfen, Strich unter dem Menüpunkt, der offen ist."`
	Focus   string `yaml:"focus" de:"Rahmen um das, was die Tastatur gewählt hat."`
}

// Schemes returns the site's colours by day and by night.
func (c Colors) Schemes() (day, night palette.Scheme) {
	return palette.Day(c.Light.named()), palette.Night(c.Light.named(), c.Dark.named())
}

// named returns the colours that are written as colours.
func (c ColorSet) named() palette.Named {
	named := palette.Named{}
	for token := range palette.Tokens {
		if color, ok := palette.Parse(c.text(token)); ok {
			named[token] = color
		}
	}
	return named
}

// text returns what is written for a token.
func (c ColorSet) text(token palette.Token) string {
	if f, _, known := field(reflect.ValueOf(c), token.String()); known {
		return f.String()
	}
	return ""
}

// checkColors reports what is no colour, and which colours cannot be read on
// each other.
func (d *decoder) checkColors(c Colors) {
	day, night := c.Schemes()
	d.checkSet("theme.colors.light", c.Light)
	d.checkSet("theme.colors.dark", c.Dark)
	d.checkPairs("theme.colors.light", c.Light.named(), day)
	// Signs that a site names by day are judged once, not again by night.
	if named := c.Dark.named(); len(named) > 0 {
		d.checkPairs("theme.colors.dark", named, night)
	}
}

// checkSet reports what is no colour. An empty value is mostly a colour without
// quotation marks: to YAML, what follows # is a remark.
func (d *decoder) checkSet(path string, c ColorSet) {
	for token := range palette.Tokens {
		at := path + "." + token.String()
		_, written := d.places[at]
		text := c.text(token)
		if _, ok := palette.Parse(text); !written || ok {
			continue
		}
		if text == "" {
			d.reportAt(at, diag.ColorEmpty)
		} else {
			d.reportAt(at, diag.ColorForm, text)
		}
	}
}

// checkPairs reports each pair that cannot be told apart, at the colour that
// the site names.
func (d *decoder) checkPairs(path string, named palette.Named, s palette.Scheme) {
	for _, pair := range palette.Pairs() {
		ratio := palette.Contrast(s[pair.Front], s[pair.Ground])
		if ratio >= pair.Least {
			continue
		}
		wrong, other := pair.Front, pair.Ground
		if _, own := named[wrong]; !own {
			wrong, other = other, wrong
		}
		if _, own := named[wrong]; !own {
			continue
		}
		code := diag.ColorText
		if pair.Least < textContrast {
			code = diag.ColorShape
		}
		d.reportAt(path+"."+wrong.String(), code, s[wrong], other, s[other], shownRatio(ratio), palette.Nearest(s[wrong], s[other], pair.Least))
	}
}

// textContrast is what text must have; shapes need less.
const textContrast = 7

// shownRatio cuts, so that 6.96 is not shown as the 7.0 that it is not.
func shownRatio(ratio float64) string { return fmt.Sprintf("%.1f", float64(int(ratio*10))/10) }
