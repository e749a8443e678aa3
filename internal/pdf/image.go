package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"stadtbote/internal/typeset/page"
)

// What can be wrong with a picture. NewImage wraps them with the detail.
var (
	ErrFormat    = errors.New("neither JPEG nor PNG, or of a kind that PDF cannot hold")
	ErrTruncated = errors.New("the data ends early")
	ErrBroken    = errors.New("the data contradicts itself")
	ErrTooLarge  = errors.New("too many pixels")
	ErrEmpty     = errors.New("no pixels")
)

// MaxPixels bounds a picture: more would be no sharper on paper, and be a
// burden on every reader's telephone.
const MaxPixels = 64 << 20

// Image is a picture ready to be embedded. It never changes and can be used in
// many files and by many goroutines.
type Image struct {
	Width, Height int // pixels, as the picture is to be seen

	turn     turn   // what to do to the stored rows before they are seen
	dict     string // of the image XObject, but for colour space, mask and length
	space    string // the colour space; "" if profile or palette says it
	palette  []byte // RGB triples of an indexed space
	profile  []byte // an ICC profile, deflated
	channels int    // of the profile
	data     []byte // as the dictionary's Filter says
	mask     *Image // how opaque each pixel is, or nil
}

// NewImage reads a JPEG or PNG picture. It keeps data where it can be embedded
// as it is; data must not change afterwards.
func NewImage(data []byte) (*Image, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		return newJPEG(data)
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return newPNG(data)
	case len(data) == 0:
		return nil, ErrTruncated
	}
	return nil, ErrFormat
}

// checkSize refuses dimensions that no file should have.
func checkSize(width, height int) error {
	if width <= 0 || height <= 0 {
		return ErrEmpty
	}
	if int64(width)*int64(height) > MaxPixels {
		return fmt.Errorf("%w: %d × %d", ErrTooLarge, width, height)
	}
	return nil
}

// dimensions is the part of a dictionary that tells an image's size.
func dimensions(width, height, bits int) string {
	return "/Width " + strconv.Itoa(width) + "/Height " + strconv.Itoa(height) +
		"/BitsPerComponent " + strconv.Itoa(bits)
}

// writeImages embeds the pictures that are shown and returns the XObject entry
// of the resources, with the names /I0, /I1, ….
func (d *document) writeImages() []byte {
	shown := make([]bool, len(d.pictures))
	for p := range d.pages.Pages {
		for i := range d.pages.Pages[p].Items {
			if it := &d.pages.Pages[p].Items[i]; it.Kind == page.Image {
				shown[it.Picture] = true
			}
		}
	}
	var dict []byte
	for i, m := range d.pictures {
		if !shown[i] {
			continue
		}
		if dict == nil {
			dict = []byte("/XObject<<")
		}
		dict = append(dict, "/I"...)
		dict = append(appendInt(dict, i), ' ')
		dict = appendRef(dict, d.writeImage(m))
	}
	if dict == nil {
		return nil
	}
	return append(dict, ">>"...)
}

// writeImage writes an image XObject (ISO 32000-1, 8.9.5).
func (d *document) writeImage(m *Image) ref {
	dict := []byte("/Type/XObject/Subtype/Image")
	dict = append(dict, m.dict...)
	dict = append(dict, "/ColorSpace"...)
	switch {
	case m.profile != nil:
		profile := d.ref()
		d.raw(profile, "/N "+strconv.Itoa(m.channels)+"/Filter/FlateDecode", m.profile)
		dict = append(dict, "[/ICCBased "...)
		dict = append(appendRef(dict, profile), ']')
	case m.palette != nil:
		dict = appendEntry(dict, "[/Indexed/DeviceRGB ", len(m.palette)/3-1)
		dict = append(appendBytes(dict, string(m.palette)), ']')
	default:
		dict = append(dict, m.space...)
	}
	if m.mask != nil {
		mask := d.writeImage(m.mask)
		dict = appendRef(append(dict, "/SMask "...), mask)
	}
	r := d.ref()
	d.raw(r, string(dict), m.data)
	return r
}

// turn is how a stored picture has to be turned and mirrored to be seen, 1 to
// 8 as in Exif; 0 is 1.
type turn uint8

// sideways reports whether the turn swaps width and height.
func (t turn) sideways() bool { return t >= 5 && t <= 8 }

// matrix is what the unit square of the picture becomes: the operands of cm
// that show it in a box whose lower left corner is x, y.
func (t turn) matrix(x, y, w, h page.Unit) [6]page.Unit {
	switch t {
	case 2: // mirrored left to right
		return [...]page.Unit{-w, 0, 0, h, x + w, y}
	case 3: // upside down
		return [...]page.Unit{-w, 0, 0, -h, x + w, y + h}
	case 4: // mirrored top to bottom
		return [...]page.Unit{w, 0, 0, -h, x, y + h}
	case 5: // mirrored on the falling diagonal
		return [...]page.Unit{0, -h, -w, 0, x + w, y + h}
	case 6: // to be turned clockwise
		return [...]page.Unit{0, -h, w, 0, x, y + h}
	case 7: // mirrored on the rising diagonal
		return [...]page.Unit{0, h, w, 0, x, y}
	case 8: // to be turned counter-clockwise
		return [...]page.Unit{0, h, -w, 0, x + w, y}
	}
	return [...]page.Unit{w, 0, 0, h, x, y}
}
