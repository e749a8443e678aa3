// Package asset publishes the files of static/ and the pictures of articles.
//
// The site's own static/ lies over the program's, file by file. Files of the
// types that the configuration names get a digest of their content in their
// name, so that a server may let browsers keep them for ever; what a style
// sheet refers to is renamed in it, and only then the style sheet gets its own
// name. Scan finds all that before the site is assembled, since pages need the
// names; the output kind copies.
package asset

import (
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/site"
)

// folder is where the site's own files lie in its folder.
const folder = "static/"

// Input is what the names of files depend on.
type Input struct {
	Config   *config.Config
	Embedded fs.FS    // the program's static/, rooted there
	Folder   fs.FS    // the site's folder
	Files    []string // of Folder: "static/css/site.css", …; others are skipped
	// Known returns the digest of an own file that has not changed since it was
	// last read, so that it need not be read again. It may be nil.
	Known func(path string) (digest.Sum, bool)
}

// Scan returns every file of static/ with its address, by its path below
// static/. The error is the machine's; an author's files are findings.
func Scan(in Input) (map[string]site.Asset, diag.List, error) {
	sources, err := in.sources()
	if err != nil {
		return nil, nil, err
	}
	s := &scan{Input: in, sources: sources, base: site.Base(in.Config), assets: make(map[string]site.Asset, len(sources))}
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := s.add(name); err != nil {
			return nil, nil, err
		}
	}
	return s.assets, s.ds, nil
}

// sources returns where each file below static/ comes from.
func (in Input) sources() (map[string]source, error) {
	all := map[string]source{}
	if in.Embedded != nil {
		err := fs.WalkDir(in.Embedded, ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && path.Ext(name) != ".license" {
				all[name] = source{in.Embedded, name}
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("listing the program's static files: %w", err)
		}
	}
	for _, file := range in.Files {
		if name, own := strings.CutPrefix(file, folder); own && path.Ext(name) != ".license" {
			all[name] = source{in.Folder, file}
		}
	}
	return all, nil
}

// source is where a file's bytes come from.
type source struct {
	fs.FS
	path string
}

// scan is one run of Scan.
type scan struct {
	Input
	sources map[string]source
	base    string
	assets  map[string]site.Asset
	loading []string // style sheets being named, outermost first
	ds      diag.List
}

// add names one file, unless that is done.
func (s *scan) add(name string) error {
	if _, done := s.assets[name]; done {
		return nil
	}
	asset := site.Asset{Path: name}
	switch ending(name) {
	case "css", "js", "mjs":
		text, err := s.text(name)
		if err != nil || text == nil {
			return err
		}
		asset.Sum = digest.Bytes(text)
		sum := sha512.Sum384(text)
		asset.Integrity = "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
	default:
		sum, found, err := s.sum(name)
		if err != nil || !found {
			return err
		}
		asset.Sum = sum
	}
	asset.URL = s.base + escaped(s.published(name, asset.Sum))
	s.assets[name] = asset
	return nil
}

// published returns the name under which a file is published.
func (s *scan) published(name string, sum digest.Sum) string {
	if !slices.Contains(s.Config.Assets.Fingerprint, ending(name)) || s.closed(name) {
		return name
	}
	dot := strings.LastIndexByte(name, '.')
	return name[:dot] + "." + sum.Hex()[:10] + name[dot:]
}

// closed reports whether a file lies in a folder with a page of its own, such
// as an editor in the browser: that page, and scripts that load others, name
// the files as they are called.
func (s *scan) closed(name string) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, own := s.sources[dir+"/index.html"]; own {
			return true
		}
	}
	return false
}

// text returns the bytes that are published of a style sheet or script.
func (s *scan) text(name string) ([]byte, error) {
	data, found, err := s.read(name)
	if err != nil || !found {
		return nil, err
	}
	if ending(name) != "css" {
		return append([]byte{}, data...), nil
	}
	data = colored(name, data, s.Config)
	s.loading = append(s.loading, name)
	text, err := s.named(name, data)
	s.loading = s.loading[:len(s.loading)-1]
	return text, err
}

// named returns a style sheet as it is published: with the published names of
// what it refers to, and slim.
func (s *scan) named(name string, css []byte) ([]byte, error) {
	refs := references(css)
	for _, ref := range refs {
		target, local := localTarget(name, ref.dest)
		if !local {
			continue
		}
		if _, exists := s.sources[target]; !exists {
			line, col := position(css, ref.from)
			s.ds.Report(folder+name, diag.Pos{Line: line, Col: col}, diag.AssetLinkDead, ref.dest, folder+target)
			continue
		}
		if slices.Contains(s.loading, target) {
			line, col := position(css, ref.from)
			circle := strings.Join(append(slices.Clone(s.loading), target), " → ")
			s.ds.Report(folder+name, diag.Pos{Line: line, Col: col}, diag.AssetImportLoop, circle)
			continue
		}
		if err := s.add(target); err != nil {
			return nil, err
		}
	}
	return slim(rewrite(name, css, refs, s.base, s.assets)), nil
}

// sum returns the digest of a file that is published as it is.
func (s *scan) sum(name string) (sum digest.Sum, found bool, err error) {
	from := s.sources[name]
	if s.Known != nil && from.path != name { // an own file
		if sum, known := s.Known(from.path); known {
			return sum, true, nil
		}
	}
	data, found, err := s.read(name)
	return digest.Bytes(data), found, err
}

// read returns a file's bytes. A file that may not be read is its owner's to
// mend.
func (s *scan) read(name string) (data []byte, found bool, err error) {
	from := s.sources[name]
	data, err = fs.ReadFile(from.FS, from.path)
	if errors.Is(err, fs.ErrPermission) {
		s.ds.Report(from.path, diag.Pos{}, diag.Unreadable, err)
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("reading %s: %w", from.path, err)
	}
	return data, true, nil
}

// ending returns a file's ending, in lower case and without the dot.
func ending(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

func escaped(name string) string {
	return (&url.URL{Path: "/" + name}).EscapedPath()[1:]
}
