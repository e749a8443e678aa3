package palette

import (
	"fmt"
	"math"
	"strconv"
)

// Color is an opaque colour of sRGB.
type Color struct{ R, G, B uint8 }

// Parse reads "#123f94" or "#fff" and reports whether it is one of these.
func Parse(s string) (Color, bool) {
	if len(s) == 4 {
		s = string([]byte{s[0], s[1], s[1], s[2], s[2], s[3], s[3]})
	}
	if len(s) != 7 || s[0] != '#' || s[1] == '+' {
		return Color{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 24)
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

// String is the colour as CSS has it: "#123f94".
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Contrast is the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3).
func Contrast(a, b Color) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return float64(light+flare) / float64(dark+flare)
}

// one is the luminance of white; flare is what a screen reflects, 5 % of it.
// Luminances are whole numbers, so that every processor sees the same ratios.
const (
	one   = 1_000_000_000
	flare = one / 20
)

// luminance is the relative luminance (WCAG 2.2, definition).
func (c Color) luminance() int64 {
	return (2126*linear(c.R) + 7152*linear(c.G) + 722*linear(c.B)) / 10_000
}

func linear(value uint8) int64 {
	v := float64(value) / 255
	if v <= 0.04045 {
		return int64(math.Round(v / 12.92 * one))
	}
	return int64(math.Round(math.Pow((v+0.055)/1.055, 2.4) * one))
}

// Nearest is the colour most like c that has at least that contrast with the
// ground: c itself, or c with as little black or white in it as will do.
// Where nothing will do, it is black or white, whichever is better.
func Nearest(c, ground Color, least float64) Color {
	for part := range 256 {
		for _, end := range []Color{{}, {255, 255, 255}} {
			if mixed := c.mixed(end, part); Contrast(mixed, ground) >= least {
				return mixed
			}
		}
	}
	return Readable(ground)
}

// Readable is black or white, whichever is easier to read on a ground.
func Readable(ground Color) Color {
	black, white := Color{}, Color{255, 255, 255}
	if Contrast(black, ground) > Contrast(white, ground) {
		return black
	}
	return white
}

// mixed is the colour with so many parts of 255 of another in it.
func (c Color) mixed(other Color, part int) Color {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(255-part) + int(b)*part + 127) / 255) } //nolint:gosec // between a and b
	return Color{mix(c.R, other.R), mix(c.G, other.G), mix(c.B, other.B)}
}
