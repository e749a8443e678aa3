package font

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func sofia(t testing.TB) Family {
	t.Helper()
	f, err := Sofia()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSofia(t *testing.T) {
	f := sofia(t)
	for _, c := range []struct {
		name string
		face *Face
		want Metrics
	}{
		{"regular", f.Regular, Metrics{Name: "SofiaSans-Regular", Family: "Sofia Sans", Weight: 400, CapHeight: 655, XHeight: 488}},
		{"italic", f.Italic, Metrics{Name: "SofiaSans-Italic", Family: "Sofia Sans", Weight: 400, CapHeight: 655, XHeight: 488}},
		{"bold", f.Bold, Metrics{Name: "SofiaSans-Bold", Family: "Sofia Sans", Weight: 700, CapHeight: 655, XHeight: 488}},
		{"head", f.Head, Metrics{Name: "SofiaSansCondensed-ExtraBold", Family: "Sofia Sans Condensed", Weight: 800, CapHeight: 655, XHeight: 487}},
	} {
		m := c.face.Metrics()
		if m.Name != c.want.Name || m.Weight != c.want.Weight || m.CapHeight != c.want.CapHeight || m.XHeight != c.want.XHeight {
			t.Errorf("%s: %+v", c.name, m)
		}
		if m.Italic() != (c.name == "italic") {
			t.Errorf("%s: italic angle %d", c.name, m.ItalicAngle)
		}
	}
	for _, r := range "ŁőşžÄÖÜäöüßẞ„“‚‘–…€§†\u00ad\u00a0\u2011\u2009\u202f" {
		for i, face := range []*Face{f.Regular, f.Italic, f.Bold, f.Head} {
			if face.Glyph(r) == 0 || face.Rune(face.Glyph(r)) != r {
				t.Errorf("face %d lacks %q", i, r)
			}
		}
	}
	for _, r := range "→☑☐✓ΩΔ≤≠№" {
		if f.Regular.Glyph(r) == 0 && f.Spare.Glyph(r) == 0 {
			t.Errorf("no face has %q", r)
		}
	}
	if f.Regular.Glyph('世') != 0 || f.Spare.Glyph('😀') != 0 {
		t.Error("found what is not there")
	}
}

// TestAgainstFonttools compares advances, kerning and subsets with the
// reading of Python's fonttools, where it is installed.
func TestAgainstFonttools(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || exec.Command(python, "-c", "import fontTools").Run() != nil {
		t.Skip("python3 with fonttools is not installed")
	}
	f := sofia(t)
	dir := t.TempDir()
	for _, c := range []struct {
		file string
		face *Face
	}{
		{"sofia/regular.ttf", f.Regular},
		{"sofia/italic.ttf", f.Italic},
		{"sofia/bold.ttf", f.Bold},
		{"sofia/head.ttf", f.Head},
		{"spare/mono.ttf", f.Mono},
		{"spare/spare.ttf", f.Spare},
	} {
		var set Set
		for _, r := range "Österreich/Łódź: „Ähre“ – 12 %\u00ad" {
			set.Add(c.face.Glyph(r))
		}
		s := c.face.Subset(&set)
		name := filepath.Join(dir, "subset.ttf")
		if err := os.WriteFile(name, s.TTF, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, "testdata/compare.py", c.file, name, string(s.Runes[1:])).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", c.file, err, out)
		}
	}
}

// TestKerning compares with what HarfBuzz 12 gives for the same pairs.
func TestKerning(t *testing.T) {
	f := sofia(t)
	for _, c := range []struct {
		pair string
		face *Face
		want int32
	}{
		{"Te", f.Regular, -80},
		{"AV", f.Regular, -38},
		{"„W", f.Regular, -50},
		{"r,", f.Regular, -43},
		{"nn", f.Regular, 0},
		{"Ta", f.Italic, -80},
		{"To", f.Bold, -71},
		{"P,", f.Bold, -142},
		{"Vo", f.Head, -39},
		{"L“", f.Head, -71},
		{"Fö", f.Head, -20},
	} {
		r := []rune(c.pair)
		if k := c.face.Kern(c.face.Glyph(r[0]), c.face.Glyph(r[1])); k != c.want {
			t.Errorf("%s in %s: %d, want %d", c.pair, c.face.Metrics().Name, k, c.want)
		}
	}
	if k := f.Regular.Kern(0, f.Regular.Glyph('A')); k != 0 {
		t.Errorf("kerning with no glyph: %d", k)
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse(sofiaRegular); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKern(b *testing.B) {
	f := sofia(b).Regular
	text := []Glyph{}
	for _, r := range "Der Deutsche Städte- und Gemeindebund" {
		text = append(text, f.Glyph(r))
	}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := 1; i < len(text); i++ {
			f.Kern(text[i-1], text[i])
		}
		n += len(text) - 1
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/pair")
}

func BenchmarkSubset(b *testing.B) {
	f := sofia(b).Regular
	var set Set
	for _, r := range "ABCDEFGHIJKLMNOPRSTUVWZabcdefghijklmnopqrstuvwxyzäöüß0123456789.,:()-–„“/\u00ad" {
		set.Add(f.Glyph(r))
	}
	b.ReportAllocs()
	for b.Loop() {
		f.Subset(&set)
	}
}
