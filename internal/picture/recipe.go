package picture

import (
	"bytes"
	"fmt"
	"image"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture/metadata"
)

// Recipe is how pictures become files for pages.
type Recipe struct {
	Widths  []int // of versions, in pixels, rising; the last is that of the largest
	Quality int   // of JPEG, 1 to 100
	WebP    bool  // drawings as lossless WebP as well, where that is smaller
}

// Version is one file that is made of a picture.
type Version struct {
	Type          string // as in Info
	Width, Height int    // pixels
	Kept          bool   // the pixels of the source as they are stored there
}

// edition changes whenever the same recipe makes other bytes.
const edition = "pictures 1"

// Sum names the recipe.
func (r Recipe) Sum() digest.Sum { return digest.String(fmt.Sprint(edition, r)) }

// Versions returns what is published of a picture, narrowest first; those of
// another type stand behind. A picture is never enlarged. What is as wide as a
// version stays as it is, unless it would be a waste: more than half a byte a
// pixel is what cameras need and readers do not see.
func (r Recipe) Versions(i *Info) []Version {
	if !i.Pixels() {
		return []Version{{Type: i.Type, Width: i.Width, Height: i.Height, Kept: true}}
	}
	kind := i.Type
	if kind == "png" && i.Has(Photo) || kind == "webp" && i.Has(Opaque) {
		kind = "jpeg"
	}
	versions := r.of(i, kind)
	last := &versions[len(versions)-1]
	if last.Width == i.Width && i.sound() {
		last.Type, last.Kept = i.Type, true
	}
	if r.WebP && kind == "png" && i.Has(Crisp) {
		versions = append(versions, r.of(i, "webp")...)
	}
	return versions
}

// sound reports whether the pixels of a source are fit to be published.
func (i *Info) sound() bool {
	frugal := i.Type == "png" || 2*int64(i.Size) <= int64(i.Width)*int64(i.Height) || i.Size < 64<<10
	return frugal && i.Traits&(Turned|Press|Photo) == 0
}

// of returns the versions of one type. A width that is nearly that of the
// largest version has no use.
func (r Recipe) of(i *Info, kind string) []Version {
	largest := i.Width
	if n := len(r.Widths); n > 0 {
		largest = min(largest, r.Widths[n-1])
	}
	var versions []Version
	for _, width := range r.Widths {
		if 10*width < 9*largest {
			versions = append(versions, i.version(kind, width))
		}
	}
	return append(versions, i.version(kind, largest))
}

func (i *Info) version(kind string, width int) Version {
	return Version{Type: kind, Width: width, Height: rounded(i.Height, width, i.Width)}
}

// The size of pictures in previews on other sites: what all of them show large.
const (
	previewWidth  = 1200
	widestPreview = 1400
	leastPreview  = 600
)

// Preview returns the JPEG version for previews on other sites; false if the
// picture is not fit for that.
func (r Recipe) Preview(i *Info) (Version, bool) {
	if !i.Pixels() || i.Width < leastPreview {
		return Version{}, false
	}
	for _, v := range r.Versions(i) {
		if v.Type == "jpeg" && v.Width >= min(previewWidth, i.Width) && v.Width <= widestPreview {
			return v, true
		}
	}
	return i.version("jpeg", min(previewWidth, i.Width)), true
}

// Make returns the bytes of versions of a picture. Each has the colour profile
// of the source, and nothing else beside its pixels; of a version that is kept
// content itself is returned.
func (r Recipe) Make(i *Info, content []byte, versions []Version) ([][]byte, error) {
	files := make([][]byte, len(versions))
	widest := 0
	for n, v := range versions {
		if v.Kept {
			files[n] = content
		} else {
			widest = max(widest, v.Width)
		}
	}
	if widest == 0 {
		return files, nil
	}
	source, err := decode(i.Type, content)
	if err != nil {
		return nil, fmt.Errorf("decoding %s: %w", i.Path, err)
	}
	said := metadata.Read(content)
	if i.Has(Press) {
		said.Profile = nil // of colours that are no more
	}
	w := work{recipe: r, source: source, base: base(i, source, said.Orientation, widest), profile: said.Profile}
	for n, v := range versions {
		if v.Kept {
			continue
		}
		if files[n], err = w.version(v); err != nil {
			return nil, fmt.Errorf("encoding %s: %w", i.Path, err)
		}
	}
	return files, nil
}

// base returns a picture as it is to be seen, that wide: all versions are made
// from it.
func base(i *Info, source image.Image, orientation, width int) image.Image {
	height := rounded(i.Height, width, i.Width)
	if orientation >= 5 {
		return Turn(Scale(source, height, width), orientation)
	}
	return Turn(Scale(source, width, height), orientation)
}

// work is a picture being made into its versions.
type work struct {
	recipe  Recipe
	source  image.Image
	base    image.Image
	profile []byte
}

func (w *work) version(v Version) ([]byte, error) {
	m := w.base
	if m.Bounds().Size() != image.Pt(v.Width, v.Height) {
		m = Scale(m, v.Width, v.Height)
	}
	var b bytes.Buffer
	var err error
	switch v.Type {
	case "png":
		err = encodePNG(&b, likeSource(m, w.source))
	case "webp":
		err = encodeWebP(&b, likeSource(m, w.source))
	default:
		err = encodeJPEG(&b, m, w.recipe.Quality)
	}
	if err != nil {
		return nil, err
	}
	if w.profile == nil || !fitting(w.profile, m) {
		return b.Bytes(), nil
	}
	return metadata.Write(b.Bytes(), metadata.Data{Profile: w.profile})
}

// fitting reports whether a profile is one of the colours that a picture has
// (ICC.1:2022, 7.2.6).
func fitting(profile []byte, m image.Image) bool {
	if len(profile) < 20 {
		return false
	}
	space := "RGB "
	if _, grey := m.(*image.Gray); grey {
		space = "GRAY"
	}
	return string(profile[16:20]) == space
}
