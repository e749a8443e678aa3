// Package palette knows the colours of the theme: which there are, what they
// are by default, which of them stand on which, and whether that can be read.
//
// A town names few colours; the others follow from them. What follows always
// passes, what a town names is judged: text has a contrast of 7:1 with its
// ground (WCAG 2.2, 1.4.6), borders and the focus ring have 3:1 (1.4.11).
package palette

import (
	"maps"
	"strings"
)

// Token is one of the colours.
type Token int

// The colours, each with its duty.
const (
	Paper   Token = iota // ground of every page
	Ink                  // text
	Soft                 // dates, captions
	Link                 // links
	Plate                // street signs: sections, the name of the site, buttons
	OnPlate              // text on them
	Sign                 // place signs
	OnSign               // text on them
	Edge                 // borders of controls
	Rim                  // rim of buttons, mark of the current page
	Focus                // focus ring
	Stop                 // the red stroke through what is over
	Tokens               // how many there are
)

// names are the keys in stadtbote.yaml, in the order of the tokens.
var names = [Tokens]string{"paper", "ink", "soft", "link", "plate", "on_plate", "sign", "on_sign", "edge", "rim", "focus", "stop"}

// String is the token's key in stadtbote.yaml: "on_plate".
func (t Token) String() string { return names[t] }

// Variable is the token's custom property in site.css: "--on-plate".
func (t Token) Variable() string { return "--" + strings.ReplaceAll(names[t], "_", "-") }

// Scheme is a colour for each token.
type Scheme [Tokens]Color

// Light returns the colours of the theme by day.
func Light() Scheme {
	return scheme("#ffffff #15181c #454c55 #0e3c8f #123f94 #ffffff #fdc600 #15181c #69727c #123f94 #0e3c8f #c2131b")
}

// Dark returns the colours of the theme by night.
func Dark() Scheme {
	return scheme("#0f1317 #eceff2 #b6bec8 #a6c6ff #1a4db0 #ffffff #ffcd1c #0f1317 #808a96 #7b9ce0 #ffcd1c #c2131b")
}

func scheme(colors string) (s Scheme) {
	for i, color := range strings.Fields(colors) {
		s[i], _ = Parse(color)
	}
	return s
}

// Pair is a colour that stands on another one.
type Pair struct {
	Front, Ground Token
	Least         float64 // contrast that it must have
}

// The contrasts that text and shapes must have.
const (
	text  = 7
	shape = 3
)

// Pairs returns all pairs that occur on a page.
func Pairs() []Pair {
	return []Pair{
		{Ink, Paper, text},
		{Soft, Paper, text},
		{Link, Paper, text},
		{OnPlate, Plate, text},
		{OnSign, Sign, text},
		{Edge, Paper, shape},
		{Rim, Paper, shape},
		{Focus, Paper, shape},
		{Stop, Sign, shape},
		{Stop, Paper, shape},
	}
}

// Named are the colours that a town names.
type Named map[Token]Color

// Day returns the colours by day of a town that names some of them.
func Day(day Named) Scheme {
	s := Light().with(day)
	if _, own := day[Plate]; own {
		s.follow(day, Focus, s[Link])
	}
	return s
}

// Night returns the colours by night. The signs of the day, which are as bright
// by night, are used again.
func Night(day, night Named) Scheme {
	light, named := Day(day), Named{}
	for _, sign := range [][2]Token{{Plate, OnPlate}, {Sign, OnSign}} {
		if _, own := day[sign[0]]; own {
			named[sign[0]], named[sign[1]] = light[sign[0]], light[sign[1]]
		}
		if _, own := night[sign[0]]; own {
			delete(named, sign[1])
		}
	}
	maps.Copy(named, night)
	s := Dark().with(named)
	if _, own := named[Sign]; own {
		s.follow(night, Focus, Nearest(s[Sign], s[Paper], shape))
	}
	return s
}

// with returns the scheme with the named colours and what follows from them.
func (s Scheme) with(named Named) Scheme {
	for token := range Tokens {
		if c, own := named[token]; own {
			s[token] = c
		}
	}
	if plate, own := named[Plate]; own {
		s.follow(named, OnPlate, better(s[OnPlate], Readable(plate), plate))
		s.follow(named, Link, Nearest(plate, s[Paper], text))
		s.follow(named, Rim, Nearest(plate, s[Paper], shape))
	}
	if sign, own := named[Sign]; own {
		s.follow(named, OnSign, better(s[OnSign], Readable(sign), sign))
	}
	return s
}

// follow gives a token a colour, unless the town names one itself.
func (s *Scheme) follow(named Named, token Token, c Color) {
	if _, own := named[token]; !own {
		s[token] = c
	}
}

// better is the first colour if it can be read on the ground, else the second.
func better(first, second, ground Color) Color {
	if Contrast(first, ground) >= text {
		return first
	}
	return second
}

// CSS is what a style sheet must say after its own tokens, so that pages have
// these colours. It is nothing for the theme's own.
func CSS(day, night Scheme) string {
	if day == Light() && night == Dark() {
		return ""
	}
	return "\n@layer tokens{:root{" + day.variables() + "}@media (prefers-color-scheme:dark){:root{" + night.variables() + "}}}\n"
}

// variables are the custom properties of all colours.
func (s Scheme) variables() string {
	var css strings.Builder
	for token := range Tokens {
		css.WriteString(token.Variable() + ":" + s[token].String() + ";")
	}
	return css.String()
}
