// Package picture knows what pages need to know of a picture, and makes the
// versions of it that they show.
//
// An Info tells of a source file. A Recipe decides which Versions of it are
// published, and makes them: scaled, turned as they are to be seen, in colours
// that browsers know. What a file says beside its pixels is the business of
// package metadata.
package picture

import (
	"stadtbote/internal/digest"
	"stadtbote/internal/picture/metadata"
)

// Info is what is known of a picture file.
type Info struct {
	Path          string // slash-separated, relative to the site's folder
	Width, Height int    // pixels, as displayed (orientation applied); zero for SVG without a size
	Type          string // "jpeg", "png", "gif", "webp", "svg"
	Digest        digest.Sum
	Size          int // bytes
	Traits        Traits
	Notes         metadata.Notes // what the file says of its origin
}

// Traits are what decides on the versions of a picture.
type Traits uint8

// The traits of a picture file.
const (
	Turned Traits = 1 << iota // its rows are not stored as they are to be seen
	Moving                    // an animation
	Press                     // colours of the printing press (CMYK)
	Opaque                    // nothing shines through
	Photo                     // a photograph in a format for drawings: JPEG is a third of it or less
	Crisp                     // a drawing that lossless WebP holds in fewer bytes than PNG
)

// Has reports whether a picture has all of those traits.
func (i *Info) Has(t Traits) bool { return i.Traits&t == t }

// Pixels reports whether a picture consists of pixels that may be scaled.
func (i *Info) Pixels() bool {
	return (i.Type == "jpeg" || i.Type == "png" || i.Type == "webp") && !i.Has(Moving)
}
