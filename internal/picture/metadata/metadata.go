// Package metadata reads and writes what picture files say beside their pixels.
//
// Cameras write the place, the time, the serial number and a small preview into
// every photograph, and programs add their history. None of that is for
// readers. Whose picture it is must stay with it: agencies and courts look
// there. So Write leaves nothing but what is needed to show the pixels as they
// were, and the Notes, in the two forms that other programs read: IPTC-IIM and
// XMP. Pixels are not touched.
package metadata

import (
	"bytes"
	"cmp"
	"errors"
)

// Notes are what a picture says of itself to people.
type Notes struct {
	Credit       string // who provides it, as it is to be named: "Stadt Musterstadt"
	Photographer string
	Rights       string // copyright notice: "© 2024 Erika Muster"
	Licence      string // terms of use: "CC BY 4.0"
	Caption      string
}

// Over returns n with what it does not say taken from other.
func (n Notes) Over(other Notes) Notes {
	return Notes{
		Credit:       cmp.Or(n.Credit, other.Credit),
		Photographer: cmp.Or(n.Photographer, other.Photographer),
		Rights:       cmp.Or(n.Rights, other.Rights),
		Licence:      cmp.Or(n.Licence, other.Licence),
		Caption:      cmp.Or(n.Caption, other.Caption),
	}
}

// rights returns the copyright notice; a licence without one is as good.
func (n Notes) rights() string { return cmp.Or(n.Rights, n.Licence) }

// Data is what a file says, or is to say.
type Data struct {
	Notes
	Orientation int    // EXIF, 1 to 8: how the stored rows are to be turned; 0 is 1
	Profile     []byte // ICC profile of the colours; nil for none
}

// Errors that Write wraps.
var (
	ErrType    = errors.New("unknown type of picture")
	ErrDamaged = errors.New("the file ends early or contradicts itself")
)

// Read returns what a JPEG, PNG or WebP file says; of other files and of
// damaged parts nothing. IPTC goes before XMP, XMP before EXIF.
func Read(data []byte) Data {
	switch {
	case isJPEG(data):
		return readJPEG(data)
	case isPNG(data):
		return readPNG(data)
	case isWebP(data):
		return readWebP(data)
	}
	return Data{}
}

// Write returns a JPEG, PNG, WebP or GIF file with the same pixels that says
// what d says, and nothing else. Without a profile in d it keeps its own. GIF
// files have no room for notes: theirs are only taken away.
func Write(data []byte, d Data) ([]byte, error) {
	switch {
	case isJPEG(data):
		return writeJPEG(data, d)
	case isPNG(data):
		return writePNG(data, d)
	case isWebP(data):
		return writeWebP(data, d)
	case isGIF(data):
		return writeGIF(data)
	}
	return nil, ErrType
}

// Whole reports whether a file has its end: one cut off in an upload has a good
// head. Of a type that is not known it is true.
func Whole(data []byte) bool {
	_, err := Write(data, Data{})
	return err == nil || errors.Is(err, ErrType)
}

func isJPEG(data []byte) bool { return bytes.HasPrefix(data, []byte("\xFF\xD8")) }
func isPNG(data []byte) bool  { return bytes.HasPrefix(data, []byte(pngMark)) }
func isGIF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("GIF87a")) || bytes.HasPrefix(data, []byte("GIF89a"))
}

func isWebP(data []byte) bool {
	return len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP"
}
