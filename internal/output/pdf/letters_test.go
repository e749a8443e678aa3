package pdf_test

import (
	"testing"

	"stadtbote/internal/diag"
)

func TestCharactersThatNoFontHasAreFindings(t *testing.T) {
	letters := builtin(t)
	for name, c := range map[string]struct {
		text string
		want []diag.Pos
	}{
		"German":              {"„Grüße“ – 5 € …", nil},
		"European names":      {"Łódź, Győr, Bülent Ecevit, Çiğdem, Ștefan, Þingvellir", nil},
		"what the spare has":  {"a → b, 5 ≥ 4, α, x\u2011y, z\u202f€", nil},
		"an emoji":            {"eins\nzwei 😀 drei 😀", []diag.Pos{{Line: 2, Col: 6}}},
		"an emoji of several": {"👩\u200d👧\ufe0f", []diag.Pos{{Line: 1, Col: 1}, {Line: 1, Col: 3}}},
		"Chinese":             {"ä你好", []diag.Pos{{Line: 1, Col: 2}, {Line: 1, Col: 3}}},
		"nothing":             {"", nil},
	} {
		ds := letters.Findings("content/meldungen/a.md", []byte(c.text))
		if len(ds) != len(c.want) {
			t.Errorf("%s: %v", name, ds)
			continue
		}
		for i, d := range ds {
			if d.Pos != c.want[i] || d.Code != diag.GlyphMissing {
				t.Errorf("%s: %v, not at %v", name, d, c.want[i])
			}
		}
	}
}

func TestScriptsWithoutAFontAreToldBriefly(t *testing.T) {
	letters := builtin(t)
	if ds := letters.Findings("a.md", []byte("שלום עולם ברוכים הבאים לעיר החדשה שלנו")); len(ds) != 10 {
		t.Errorf("%d findings", len(ds))
	}
}
