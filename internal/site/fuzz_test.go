package site_test

import (
	"io/fs"
	"net/url"
	"testing"
	"unicode/utf8"

	"stadtbote/internal/site"
)

// Whatever an author writes as an address: nothing panics, and no file of the
// site lies outside of it.
func FuzzAddresses(f *testing.F) {
	for _, text := range []string{
		"/alt/", "../x.md#y", "https://musterstadt.example/a", "//x", "C:\\x", "%2e%2e/%2e%2e", "a%zz", "?", "#", "con.txt", "a//b", "/",
		"https://[::1", "mailto:", "x:y", "foto.jpg?x=1", "\x00", "../../../../x", "/stadt/../..", ".", "..", "a/./b", "index.html", "%00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("package source lets nothing else in")
		}
		s := newStory(report("a/x", "2024-01-01", link(text), image(text), lead(text), aliases(text), related(text), tags(text), section(text)),
			report("a/y", "2024-01-02", slug(text)), page("p")).
			picture("content/meldungen/a/foto.jpg", "content/meldungen/a/"+text)
		s.in.Config.BaseURL = "https://musterstadt.example/stadt/"
		made, _ := site.Assemble(s.in)
		for _, address := range addresses(made) {
			if address == "" {
				continue // a slug from which nothing is left
			}
			file := made.File(address)
			if u, err := url.Parse(address); err != nil || u.EscapedPath() != address || u.RawQuery != "" {
				t.Fatalf("%q makes the address %q", text, address)
			}
			if !fs.ValidPath(file) || file == "." {
				t.Fatalf("%q makes the file %q", text, file)
			}
		}
		site.Salvage(s.in)
	})
}
