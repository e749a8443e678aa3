package metadata

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// The tags of EXIF that are read (Exif 2.32, table 4).
const (
	tagOrientation = 0x0112
	tagArtist      = 0x013B
	tagCopyright   = 0x8298
)

// readEXIF returns what the first directory of a TIFF structure says.
func readEXIF(tiff []byte) (orientation int, n Notes) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(tiff, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 0, Notes{}
	}
	if len(tiff) < 8 {
		return 0, Notes{}
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0, Notes{}
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			break
		}
		switch order.Uint16(entries) {
		case tagOrientation:
			orientation = int(order.Uint16(entries[8:]))
		case tagArtist:
			n.Photographer = ascii(tiff, entries, order)
		case tagCopyright:
			n.Rights = ascii(tiff, entries, order)
		}
		entries = entries[12:]
	}
	if orientation < 1 || orientation > 8 {
		orientation = 0
	}
	return orientation, n
}

// ascii returns the text of a directory's entry.
func ascii(tiff, entry []byte, order binary.ByteOrder) string {
	count := uint64(order.Uint32(entry[4:]))
	if order.Uint16(entry[2:]) != 2 {
		return ""
	}
	text := entry[8:12]
	if count > 4 {
		at := uint64(order.Uint32(entry[8:]))
		if at+count > uint64(len(tiff)) {
			return ""
		}
		text = tiff[at : at+count]
	} else {
		text = text[:count]
	}
	text, _, _ = bytes.Cut(text, []byte{0})
	return tidy(text)
}

// appendEXIF appends a TIFF structure that says nothing but the orientation.
func appendEXIF(out []byte, orientation int) []byte {
	out = append(out, "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"...)
	return append(out, byte(orientation), 0, 0, 0, 0, 0, 0)
}

// longest is how many bytes a note has at most: nobody writes more, and a file
// may hold anything.
const longest = 2000

// tidy returns a text from a file as it can be shown: UTF-8, else taken for
// Latin-1, in one line, without control characters.
func tidy(text []byte) string {
	var s string
	if utf8.Valid(text) {
		s = string(text)
	} else {
		runes := make([]rune, len(text))
		for i, c := range text {
			runes[i] = rune(c)
		}
		s = string(runes)
	}
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r <= ' ' || r >= 0x7F && r <= 0xA0 || r == utf8.RuneError || r > 0xFFFD && r <= 0xFFFF
	}), " ")
	for len(s) > longest {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}
