package asset

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
)

func folderOf(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

// input lays own files over embedded ones.
func input(embedded, own map[string]string) Input {
	in := Input{Config: config.Default(), Embedded: folderOf(embedded), Folder: folderOf(own)}
	in.Config.BaseURL = "https://land.example/stadt/"
	for name := range own {
		in.Files = append(in.Files, name)
	}
	return in
}

func scanned(t *testing.T, in Input) (map[string]site.Asset, diag.List) {
	t.Helper()
	assets, ds, err := Scan(in)
	if err != nil {
		t.Fatal(err)
	}
	return assets, ds
}

// published returns what the output folder holds.
func published(t *testing.T, in Input) map[string]string {
	t.Helper()
	assets, _ := scanned(t, in)
	s, _ := site.Assemble(site.Input{Config: in.Config, Assets: assets})
	s.Linked = []site.Published{{Source: "content/meldungen/foto.jpg", URL: "/stadt/2024/05/x/foto%20eins.jpg"}}
	files := map[string]string{}
	for f := range New(in).Plan(s) {
		if f.Path == "2024/05/x/foto eins.jpg" && in.Folder.(fstest.MapFS)["content/meldungen/foto.jpg"] == nil {
			continue
		}
		var b bytes.Buffer
		if err := f.Make(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.String()
	}
	return files
}

var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

func TestTheSitesOwnFileLiesOverTheEmbeddedOne(t *testing.T) {
	in := input(map[string]string{"a.txt": "ours", "b.txt": "ours"}, map[string]string{
		"static/a.txt": "theirs", "static/c.txt": "theirs", "content/meldungen/foto.jpg": "JPEG",
	})
	files := published(t, in)
	for name, want := range map[string]string{
		"a.txt": "theirs", "b.txt": "ours", "c.txt": "theirs", "2024/05/x/foto eins.jpg": "JPEG",
	} {
		if files[name] != want {
			t.Errorf("%s: %q, want %q", name, files[name], want)
		}
	}
	if len(files) != 4 {
		t.Errorf("files: %v", files)
	}
}

func TestNamesGetADigestOfTheContent(t *testing.T) {
	assets, _ := scanned(t, input(map[string]string{
		"css/site.css": "p{}", "bilder/foto.jpg": "x", "a b/Größe.svg": "<svg/>", "LICENSE": "x", "f.woff2": "x", "f.woff2.license": "x", "leer.css": "", "leer.js": "",
	}, nil))
	for name, want := range map[string]string{
		"css/site.css":    "/stadt/css/site.#.css",
		"bilder/foto.jpg": "/stadt/bilder/foto.jpg",
		"a b/Größe.svg":   "/stadt/a%20b/Gr%C3%B6%C3%9Fe.#.svg",
		"LICENSE":         "/stadt/LICENSE",
		"f.woff2":         "/stadt/f.#.woff2",
		"leer.css":        "/stadt/leer.#.css",
		"leer.js":         "/stadt/leer.#.js",
	} {
		if got := hashed.ReplaceAllString(assets[name].URL, ".#."); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if len(assets) != 7 {
		t.Errorf("files: %v", assets)
	}
	other, _ := scanned(t, input(map[string]string{"css/site.css": "q{}"}, nil))
	if other["css/site.css"].URL == assets["css/site.css"].URL {
		t.Error("another content has the same name")
	}
}

func TestAFolderWithAPageOfItsOwnKeepsItsNames(t *testing.T) {
	assets, _ := scanned(t, input(nil, map[string]string{
		"static/admin/index.html": "x", "static/admin/editor.js": "x", "static/admin/teile/1.js": "x", "static/andere/a.js": "x",
	}))
	for name, kept := range map[string]bool{"admin/editor.js": true, "admin/teile/1.js": true, "andere/a.js": false} {
		if got := assets[name].URL == "/stadt/"+name; got != kept {
			t.Errorf("%s is published as %s", name, assets[name].URL)
		}
	}
}

func TestIntegrityIsThatOfThePublishedBytes(t *testing.T) {
	in := input(map[string]string{"css/site.css": "p{background:url(../p.svg)}", "p.svg": "<svg/>", "a.js": "x()"}, nil)
	assets, _ := scanned(t, in)
	files := published(t, in)
	for _, name := range []string{"css/site.css", "a.js"} {
		sum := sha512.Sum384([]byte(files[strings.TrimPrefix(assets[name].URL, "/stadt/")]))
		if want := "sha384-" + base64.StdEncoding.EncodeToString(sum[:]); assets[name].Integrity != want {
			t.Errorf("%s: %s, want %s", name, assets[name].Integrity, want)
		}
	}
	if assets["p.svg"].Integrity != "" {
		t.Error("a picture needs no integrity")
	}
}

func TestStyleSheetsReferToThePublishedNames(t *testing.T) {
	cases := []struct{ name, css, want string }{
		{"plain", `@font-face{src:url(../fonts/a.woff2)}`, `@font-face{src:url(../fonts/a.#.woff2)}`},
		{"quoted", `x{src:url("../fonts/a.woff2")} y{src:url( '../fonts/a.woff2' )}`, `x{src:url("../fonts/a.#.woff2")}y{src:url( '../fonts/a.#.woff2' )}`},
		{"with a fragment", `x{src:url(../img/p.svg#teil)}`, `x{src:url(../img/p.#.svg#teil)}`},
		{"from the start page", `x{src:url(/img/p.svg)}`, `x{src:url(/stadt/img/p.#.svg)}`},
		{"with encoded characters", `x{src:url("../img/gr%C3%B6%C3%9Fe%201.svg")}`, `x{src:url("../img/gr%C3%B6%C3%9Fe%201.#.svg")}`},
		{"imported", `@import "mehr.css"; @import url(mehr.css) print;`, `@import "mehr.#.css";@import url(mehr.#.css) print;`},
		{"not renamed", `x{src:url(../img/f.jpg)}`, `x{src:url(../img/f.jpg)}`},
		{"in a comment", `/*! url(../img/p.svg) */`, `/*! url(../img/p.svg) */`},
		{"in a string", `x{content:"url(../img/p.svg)"}`, `x{content:"url(../img/p.svg)"}`},
		{"data", `x{src:url(data:image/svg+xml;utf8,<svg/>)}`, `x{src:url(data:image/svg+xml;utf8,<svg/>)}`},
		{"elsewhere", `x{src:url(//cdn.example/p.svg)}`, `x{src:url(//cdn.example/p.svg)}`},
		{"another function", `x{a:myurl(../img/p.svg)}`, `x{a:myurl(../img/p.svg)}`},
		{"unfinished", `x{src:url(../img/p.svg`, `x{src:url(../img/p.#.svg`},
		{"an unfinished string", `x{content:"url(`, `x{content:"url(`},
		{"an unfinished comment", `/*! url(../img/p.svg)`, `/*! url(../img/p.svg)`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := input(map[string]string{
				"css/site.css": c.css, "css/mehr.css": "p{}", "fonts/a.woff2": "font", "img/p.svg": "<svg/>", "img/f.jpg": "jpeg",
				"img/größe 1.svg": "<svg></svg>",
			}, nil)
			assets, ds := scanned(t, in)
			if len(ds) > 0 {
				t.Errorf("findings: %v", ds)
			}
			css := published(t, in)[strings.TrimPrefix(assets["css/site.css"].URL, "/stadt/")]
			if got := hashed.ReplaceAllString(css, ".#."); got != c.want {
				t.Errorf("css: %s\nwant: %s", got, c.want)
			}
		})
	}
}

func TestAChangedFontRenamesTheStyleSheet(t *testing.T) {
	url := func(font string) string {
		assets, _ := scanned(t, input(map[string]string{"css/site.css": `@import "b.css"`, "css/b.css": `x{src:url(../a.woff2)}`, "a.woff2": font}, nil))
		return assets["css/site.css"].URL
	}
	if url("one") == url("two") {
		t.Error("browsers would keep the old font for ever")
	}
}

func TestStyleSheetsThatAreWrongAreTold(t *testing.T) {
	cases := []struct {
		name string
		own  map[string]string
		want string
	}{
		{
			"a missing font",
			map[string]string{"static/css/a.css": "p{}\nx{src:url(../fehlt.woff2)}"},
			"SB350 static/css/a.css:2:11 [../fehlt.woff2 static/fehlt.woff2]",
		},
		{
			"a circle",
			map[string]string{"static/a.css": `@import "b.css"`, "static/b.css": `@import "a.css"`},
			"SB351 static/b.css:1:10 [a.css → b.css → a.css]",
		},
		{"itself", map[string]string{"static/a.css": `@import "a.css"`}, "SB351 static/a.css:1:10 [a.css → a.css]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := scanned(t, input(nil, c.own))
			if len(ds) != 1 {
				t.Fatalf("findings: %v", ds)
			}
			d := ds[0]
			if got := fmt.Sprintf("%s %s:%d:%d %v", d.Code, d.File, d.Pos.Line, d.Pos.Col, d.Args); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// watched notes which files are opened.
type watched struct {
	fs.FS
	opened map[string]bool
	deny   string
}

func (w watched) Open(name string) (fs.File, error) {
	w.opened[name] = true
	if name == w.deny {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return w.FS.Open(name)
}

func TestKnownFilesAreNotReadAgain(t *testing.T) {
	in := input(nil, map[string]string{"static/foto.jpg": "x", "static/neu.jpg": "y"})
	folder := watched{in.Folder, map[string]bool{}, ""}
	in.Folder = folder
	in.Known = func(path string) (digest.Sum, bool) { return digest.String("known"), path == "static/foto.jpg" }
	assets, _ := scanned(t, in)
	if folder.opened["static/foto.jpg"] || !folder.opened["static/neu.jpg"] {
		t.Errorf("opened: %v", folder.opened)
	}
	if assets["foto.jpg"].Sum != digest.String("known") || assets["neu.jpg"].Sum != digest.String("y") {
		t.Error("wrong sums")
	}
}

func TestAFileThatMayNotBeReadIsTold(t *testing.T) {
	in := input(nil, map[string]string{"static/a.css": "x", "static/b.txt": "y"})
	in.Folder = watched{in.Folder, map[string]bool{}, "static/a.css"}
	assets, ds := scanned(t, in)
	if len(assets) != 1 || len(ds) != 1 || ds[0].Code != diag.Unreadable || ds[0].File != "static/a.css" {
		t.Errorf("assets: %v, findings: %v", assets, ds)
	}
	in.Files = append(in.Files, "static/weg.txt")
	if _, _, err := Scan(in); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a vanished file: %v", err)
	}
}

func FuzzReferences(f *testing.F) {
	for _, css := range []string{`@import "a"; url(b)`, `url('`, `/*`, `"\`, `\`, `url("a\"b")`, `@import url( "x" )`} {
		f.Add(css)
	}
	f.Fuzz(func(t *testing.T, css string) {
		last := 0
		for _, ref := range references([]byte(css)) {
			if ref.from < last || ref.to < ref.from || ref.to > len(css) || css[ref.from:ref.to] != ref.dest {
				t.Fatalf("wrong place: %+v in %q", ref, css)
			}
			last = ref.to
		}
		if got := rewrite("a.css", []byte(css), references([]byte(css)), "/", nil); string(got) != css {
			t.Fatalf("%q became %q", css, got)
		}
	})
}
