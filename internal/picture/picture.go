// Package picture reads what pages need to know of a picture without decoding it.
package picture

import "stadtbote/internal/digest"

// Info is what a page needs to know of a picture.
type Info struct {
	Path          string // slash-separated, relative to the site's folder
	Width, Height int    // pixels, as displayed (orientation applied); zero for SVG without a size
	Type          string // "jpeg", "png", "gif", "webp", "svg"
	Digest        digest.Sum
}
