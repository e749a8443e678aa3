package metadata

import (
	"encoding/binary"
	"slices"
)

// shownByWebP are the chunks without which a WebP picture looks different.
var shownByWebP = []string{"VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"}

// The flags of a VP8X chunk (WebP container specification, Extended File
// Format).
const (
	flagProfile = 0x20
	flagAlpha   = 0x10
	flagEXIF    = 0x08
	flagXMP     = 0x04
)

// riffChunks calls see for each chunk of a WebP file; whole has the byte that
// makes its length even.
func riffChunks(data []byte, see func(name string, body []byte)) error {
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if size < 4 || size > uint64(len(data)-8) {
		return ErrDamaged
	}
	data = data[:8+size]
	for at := 12; at < len(data); {
		if at+8 > len(data) {
			return ErrDamaged
		}
		length := uint64(binary.LittleEndian.Uint32(data[at+4:]))
		if length > uint64(len(data)-at-8) {
			return ErrDamaged
		}
		end := at + 8 + int(length)
		see(string(data[at:at+4]), data[at+8:end])
		at = end + end%2
	}
	return nil
}

func readWebP(data []byte) Data {
	var d Data
	var xmp, exif Notes
	_ = riffChunks(data, func(name string, body []byte) { // what is there before the damage counts
		switch name {
		case "ICCP":
			d.Profile = body
		case "XMP ":
			xmp = readXMP(body)
		case "EXIF":
			d.Orientation, exif = readEXIF(withoutMark(body))
		}
	})
	d.Notes = xmp.Over(exif)
	return d
}

// withoutMark returns EXIF data without the mark that only JPEG asks for and
// that some programs write all the same.
func withoutMark(body []byte) []byte {
	if len(body) >= len(exifMark) && string(body[:len(exifMark)]) == exifMark {
		return body[len(exifMark):]
	}
	return body
}

func writeWebP(data []byte, d Data) ([]byte, error) {
	f := webpFile{profile: d.Profile}
	if err := riffChunks(data, f.see); err != nil {
		return nil, err
	}
	if f.pixels == nil {
		return nil, ErrDamaged
	}
	out := []byte("RIFF\x00\x00\x00\x00WEBP")
	var xmp, exif []byte
	if d.Notes != (Notes{}) {
		xmp = appendXMP(nil, d.Notes)
	}
	if d.Orientation > 1 {
		exif = appendEXIF(nil, d.Orientation)
	}
	if f.extended != nil || f.profile != nil || xmp != nil || exif != nil {
		head, ok := f.head(xmp != nil, exif != nil)
		if !ok {
			return nil, ErrDamaged
		}
		out = appendRIFF(out, "VP8X", head)
	}
	out = appendRIFF(out, "ICCP", f.profile)
	out = append(out, f.pixels...)
	out = appendRIFF(appendRIFF(out, "EXIF", exif), "XMP ", xmp)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

// webpFile is what is gathered from a WebP file.
type webpFile struct {
	extended []byte // body of VP8X
	profile  []byte
	first    []byte // body of the first VP8 or VP8L chunk
	lossless bool   // first is VP8L
	pixels   []byte // chunks as they stand in the file
}

func (f *webpFile) see(name string, body []byte) {
	switch {
	case name == "VP8X" && f.extended == nil && len(body) >= 10:
		f.extended = body[:10]
	case name == "ICCP" && f.profile == nil:
		f.profile = body
	case slices.Contains(shownByWebP, name):
		if f.first == nil && (name == "VP8 " || name == "VP8L") {
			f.first, f.lossless = body, name == "VP8L"
		}
		f.pixels = appendRIFF(f.pixels, name, body)
	}
}

// head returns the body of a VP8X chunk: flags and size.
func (f *webpFile) head(xmp, exif bool) (head []byte, ok bool) {
	head = slices.Clone(f.extended)
	if head == nil {
		width, height, alpha := f.size()
		if width == 0 || height == 0 {
			return nil, false
		}
		head = []byte{0, 0, 0, 0, byte(width - 1), byte((width - 1) >> 8), 0, byte(height - 1), byte((height - 1) >> 8), 0}
		if alpha {
			head[0] = flagAlpha
		}
	}
	head[0] &^= flagProfile | flagEXIF | flagXMP
	if f.profile != nil {
		head[0] |= flagProfile
	}
	if xmp {
		head[0] |= flagXMP
	}
	if exif {
		head[0] |= flagEXIF
	}
	return head, true
}

// size returns what the first picture of a simple file says of itself (RFC
// 9649, 2.5 and 3.4; RFC 6386, 9.1).
func (f *webpFile) size() (width, height int, alpha bool) {
	switch {
	case f.lossless && len(f.first) >= 5:
		bits := binary.LittleEndian.Uint32(f.first[1:])
		return int(bits&0x3FFF) + 1, int(bits>>14&0x3FFF) + 1, bits>>28&1 == 1
	case !f.lossless && len(f.first) >= 10:
		return int(binary.LittleEndian.Uint16(f.first[6:]) & 0x3FFF), int(binary.LittleEndian.Uint16(f.first[8:]) & 0x3FFF), false
	}
	return 0, 0, false
}

// appendRIFF appends a chunk; none for nil.
func appendRIFF(out []byte, name string, body []byte) []byte {
	if body == nil {
		return out
	}
	out = binary.LittleEndian.AppendUint32(append(out, name...), uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}
