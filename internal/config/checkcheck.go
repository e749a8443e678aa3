package config

import (
	"maps"
	"slices"
	"strings"

	"stadtbote/internal/diag"
)

// lands are the codes of the Länder, after "land:".
var lands = []string{"bw", "by", "be", "bb", "hb", "hh", "he", "mv", "ni", "nw", "rp", "sl", "sn", "st", "sh", "th"}

// checkLegal knows the laws that a site can be under.
func (d *decoder) checkLegal(l Legal) {
	land, isLand := strings.CutPrefix(l.Regime, "land:")
	if !isLand {
		d.oneOf("legal.regime", l.Regime, "bitv", "voluntary")
		return
	}
	if !slices.Contains(lands, land) {
		d.reportAt("legal.regime", diag.ConfigValue, l.Regime, "land:"+strings.Join(lands, ", land:"))
	}
}

// Weights are the words that check.severity knows, the lightest first.
func Weights() []string { return []string{"off", "note", "warning", "error"} }

// checkCheck refuses weights of findings that do not exist or cannot be
// weighed.
func (d *decoder) checkCheck(c Check) {
	for _, code := range slices.Sorted(maps.Keys(c.Severity)) {
		place := "check.severity." + code
		switch _, known := diag.Lookup(diag.Code(code)); {
		case !known:
			d.diags.Report(d.file, d.places[place], diag.AllowUnknown, code)
		case !diag.Adjustable(diag.Code(code)):
			d.diags.Report(d.file, d.places[place], diag.AllowForbidden, code)
		default:
			d.oneOf(place, c.Severity[code], Weights()...)
		}
	}
	for _, limit := range []struct {
		path  string
		value int
	}{{"check.headline", c.Headline}, {"check.teaser", c.Teaser}, {"check.picture", c.Picture}} {
		if limit.value < 0 || limit.value > 10_000 {
			d.reportAt(limit.path, diag.ConfigRange, limit.value, 0, 10_000)
		}
	}
}
