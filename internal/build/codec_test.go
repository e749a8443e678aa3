package build

import (
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/publish"
	"stadtbote/internal/site"
)

func someManifest() *manifest {
	until := time.Date(2026, 7, 1, 12, 0, 0, 5, lang.Berlin())
	return &manifest{
		sight: digest.String("a"), young: true, now: until.Add(-time.Hour), next: until,
		diags:   diag.List{diag.New("content/a.md", diag.Pos{Line: 3, Col: 9}, diag.SameOutput, "x", "ä", "")},
		left:    []site.Omission{{Path: "content/b.md", Title: "B", Reason: site.Embargoed, Until: until}},
		secrets: digest.String("s"), tidy: "1", excused: []uint64{0, 1 << 63},
		files: []record{
			{path: "a/index.html", inputs: digest.String("i"), bytes: digest.String("b"), stat: publish.Stat{Size: 7, ModTime: -1}, spot: spot{3, 1000}, recipe: recipe{"article", "template"}, tags: "\x01\x00\x00\x00\x00\x00\x00\x80"},
			{path: "b", recipe: recipe{}},
		},
	}
}

// kept returns what the cache would hold.
func kept(what io.WriterTo) string {
	var text strings.Builder
	_, _ = what.WriteTo(&text) // a Builder never fails
	return text.String()
}

// sealed returns data as if the program had kept it.
func sealed(data []byte) string {
	var text strings.Builder
	k := keeping{to: &text}
	k.write(data)
	_, _ = k.end()
	return text.String()
}

func TestManifestComesBackAsItWas(t *testing.T) {
	want := someManifest()
	got := decodeManifest(kept(want), 2)
	if got == nil {
		t.Fatal("not understood")
	}
	for _, m := range []*manifest{got, want} { // one moment has many forms
		m.now, m.next, m.left[0].Until = m.now.UTC(), m.next.UTC(), m.left[0].Until.UTC()
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestFragmentComesBackAsItWas(t *testing.T) {
	for _, want := range []markdown.Fragment{
		{HTML: []byte("<p>Text</p>")},
		{HTML: []byte(`<a href="">`), Holes: []markdown.Hole{{At: 9, Ref: 0}, {At: 300, Ref: 1000}}},
	} {
		got, err := decodeFragment(appendFragment(nil, want))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
	}
}

// Whatever lies in the cache: it is understood or refused, and costs no more
// memory than its size allows.
func FuzzDecodeManifest(f *testing.F) {
	f.Add([]byte(kept(someManifest())))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		decodeManifest(string(data), 1)
		if m := decodeManifest(sealed(data), 1); m != nil && decodeManifest(kept(m), 1) == nil {
			t.Error("what was understood is refused when written again")
		}
	})
}

func FuzzDecodeSources(f *testing.F) {
	f.Add([]byte(kept(keptSources{&sources{}, "v"})))
	f.Fuzz(func(_ *testing.T, data []byte) {
		decodeSources(string(data), "v", 1)
		decodeSources(sealed(data), "v", 1)
	})
}
