package matterhorn_test

import (
	"strings"
	"testing"

	"stadtbote/internal/pdf/matterhorn"
	"stadtbote/internal/pdf/pdftest"
)

// FuzzCheck: whatever the bytes are, there is a report or an error.
func FuzzCheck(f *testing.F) {
	small := pdftest.Rewrite(f, pdftest.Write(f, pdftest.Plain(f), pdftest.Describe()), func(s string) string {
		if strings.Contains(s, "/Length1") {
			return "null" // the fonts would be most of the file
		}
		return s
	})
	f.Add(small)
	f.Add([]byte("%PDF-1.4\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := matterhorn.Check(data)
		if (r == nil) == (err == nil) {
			t.Errorf("report %v with error %v", r, err)
		}
	})
}

// TestDamagedFilesDoNotPanic cuts and scrambles a whole file, fonts included.
func TestDamagedFilesDoNotPanic(t *testing.T) {
	file := pdftest.Rewrite(t, pdftest.Write(t, pdftest.Plain(t), pdftest.Describe()), func(s string) string { return s })
	for i := 0; i < len(file); i += 97 {
		damaged := append([]byte(nil), file...)
		damaged[i] ^= byte(1 + i%255)
		_, _ = matterhorn.Check(damaged)
	}
}

func BenchmarkCheck(b *testing.B) {
	file := pdftest.Write(b, pdftest.Rich(b), pdftest.Describe(), pdftest.Picture(b))
	for b.Loop() {
		if _, err := matterhorn.Check(file); err != nil {
			b.Fatal(err)
		}
	}
}
