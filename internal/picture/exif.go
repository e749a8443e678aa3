package picture

import (
	"bytes"
	"encoding/binary"
)

// turned reports whether a JPEG is to be shown turned by a quarter, so that
// its width and height change places: EXIF orientation 5 to 8.
func turned(jpeg []byte) bool {
	orientation := orientation(exif(jpeg))
	return orientation >= 5 && orientation <= 8
}

// exif returns the TIFF structure within a JPEG's EXIF segment, or nil.
func exif(jpeg []byte) []byte {
	rest := jpeg[2:] // after the start marker
	for len(rest) >= 4 && rest[0] == 0xFF {
		marker, length := rest[1], int(binary.BigEndian.Uint16(rest[2:]))
		if marker == 0xFF { // padding
			rest = rest[1:]
			continue
		}
		if marker == 0xDA || length < 2 || 2+length > len(rest) {
			return nil // the picture itself begins, or the file is damaged
		}
		segment := rest[4 : 2+length]
		if data, found := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); marker == 0xE1 && found {
			return data
		}
		rest = rest[2+length:]
	}
	return nil
}

// orientation returns the value of tag 0x0112 in the first directory of a TIFF
// structure, or 0.
func orientation(tiff []byte) int {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 0
	}
	if len(tiff) < 8 {
		return 0
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == 0x0112 {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[12:]
	}
	return 0
}

// complete reports whether a picture's end is there: a file cut off in an
// upload has a good head.
func complete(kind string, content []byte) bool {
	switch kind {
	case "jpeg": // cameras write things behind the end marker
		return bytes.Contains(content[2:], []byte("\xFF\xD9"))
	case "png":
		return bytes.Contains(content, []byte("IEND\xAE\x42\x60\x82"))
	case "gif":
		return bytes.IndexByte(content[max(0, len(content)-64):], ';') >= 0
	case "webp":
		return uint64(binary.LittleEndian.Uint32(content[4:]))+8 <= uint64(len(content))
	}
	return true
}
