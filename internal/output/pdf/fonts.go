package pdf

import (
	"errors"
	"io/fs"
	"strings"

	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/typeset/font"
)

// Fonts are what the PDF documents of a site are set in.
type Fonts struct {
	family font.Family
	sum    digest.Sum // of the site's own fonts
}

// maxFont is the size in bytes above which a font is refused: those for all
// languages of Europe have less than one megabyte.
const maxFont = 20 << 20

// needed are the characters that every text needs.
const needed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß0123456789 .,;:!?-()/\"'„“–…§€"

// LoadFonts returns the fonts that come with the program, the site's own in
// their place where it names any, with all that is wrong with those.
func LoadFonts(folder fs.FS, c config.Fonts) (*Fonts, diag.List, error) {
	family, err := font.Sofia()
	if err != nil {
		return nil, nil, err
	}
	f := &Fonts{family: family}
	var ds diag.List
	var sum digest.Builder
	read := map[string]*font.Face{} // a file that is named twice is one font
	for _, own := range []struct {
		path string
		face **font.Face
	}{
		{c.Regular, &f.family.Regular},
		{c.Italic, &f.family.Italic},
		{c.Bold, &f.family.Bold},
		{c.Headline, &f.family.Head},
	} {
		sum.Text(own.path)
		if own.path == "" {
			continue
		}
		if _, known := read[own.path]; !known {
			read[own.path] = nil
			data, found := readFont(folder, own.path)
			if len(found) == 0 {
				sum.Data(data)
				read[own.path], found = parseFont(own.path, data)
			}
			ds = append(ds, found...)
		}
		if face := read[own.path]; face != nil {
			*own.face = face
		}
	}
	f.sum = sum.Name()
	return f, ds, nil
}

// Sum names the site's own fonts.
func (f *Fonts) Sum() digest.Sum { return f.sum }

// readFont reads the file of a font.
func readFont(folder fs.FS, path string) ([]byte, diag.List) {
	var ds diag.List
	info, err := fs.Stat(folder, path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		ds.Report(config.File, diag.Pos{}, diag.FontMissing, path)
		return nil, ds
	case err == nil && info.Size() > maxFont:
		ds.Report(path, diag.Pos{}, diag.FontBroken, path, "> 20 MB")
		return nil, ds
	}
	data, err := fs.ReadFile(folder, path)
	if err != nil {
		ds.Report(path, diag.Pos{}, diag.Unreadable, reason(err))
	}
	return data, ds
}

// reason is an error of the file system without its path.
func reason(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

// parseFont reads a font and judges whether documents can be set in it; nil if
// not.
func parseFont(path string, data []byte) (*font.Face, diag.List) {
	var ds diag.List
	face, err := font.Parse(data)
	if err != nil {
		ds.Report(path, diag.Pos{}, diag.FontBroken, path, err.Error())
		return nil, ds
	}
	if m := face.Metrics(); !m.Embeddable || !m.Subsets {
		ds.Report(path, diag.Pos{}, diag.FontLicence, path)
		return nil, ds
	}
	var lacks strings.Builder
	for _, r := range needed {
		if face.Glyph(r) == 0 {
			lacks.WriteRune(r)
		}
	}
	if lacks.Len() > 0 {
		ds.Report(path, diag.Pos{}, diag.FontPoor, path, lacks.String())
		return nil, ds
	}
	return face, ds
}
