package metadata

import (
	"bytes"
	"encoding/binary"
)

// The markers of JPEG that matter here, each after 0xFF (ITU-T T.81, B.1.1.3).
const (
	startOfImage = 0xD8
	endOfImage   = 0xD9
	startOfScan  = 0xDA
	app0         = 0xE0 // JFIF
	app1         = 0xE1 // EXIF, XMP
	app2         = 0xE2 // ICC profile, and previews
	app13        = 0xED // Photoshop, with IPTC
	app14        = 0xEE // Adobe: how colours are stored
	app15        = 0xEF
	comment      = 0xFE
)

// What the segments that hold metadata begin with.
const (
	exifMark      = "Exif\x00\x00"
	xmpMark       = "http://ns.adobe.com/xap/1.0/\x00"
	profileMark   = "ICC_PROFILE\x00"
	photoshopMark = "Photoshop 3.0\x00"
	jfifMark      = "JFIF\x00"
	adobeMark     = "Adobe"
)

// most is how many bytes a segment holds beside its length.
const most = 0xFFFF - 2

// segment is one part of a JPEG file: a marker with its body, or compressed
// data.
type segment struct {
	marker byte
	body   []byte // without marker and length
	whole  []byte // as it stands in the file, compressed data behind it included
}

// segments calls see for each segment up to and with the end marker. What
// cameras append behind it, previews and films, is never seen.
func segments(data []byte, see func(segment)) error {
	for at := 2; ; {
		for at+1 < len(data) && (data[at] != 0xFF || data[at+1] == 0xFF || data[at+1] == 0) { // padding, and rubbish that decoders pass over
			at++
		}
		if at+2 > len(data) {
			return ErrDamaged
		}
		marker, end := data[at+1], at+2
		if marker == endOfImage {
			see(segment{marker, nil, data[at:end]})
			return nil
		}
		if marker == 0x01 || marker >= 0xD0 && marker <= 0xD7 { // stand alone
			see(segment{marker, nil, data[at:end]})
			at = end
			continue
		}
		if end+2 > len(data) {
			return ErrDamaged
		}
		length := int(binary.BigEndian.Uint16(data[end:]))
		if length < 2 || end+length > len(data) {
			return ErrDamaged
		}
		body := data[end+2 : end+length]
		end += length
		if marker == startOfScan {
			end += scan(data[end:])
		}
		see(segment{marker, body, data[at:end]})
		at = end
	}
}

// scan returns the length of compressed data: up to a marker that is neither a
// stuffed byte nor a restart.
func scan(data []byte) int {
	for i := 0; ; {
		next := bytes.IndexByte(data[i:], 0xFF)
		if next < 0 || i+next+1 >= len(data) {
			return len(data)
		}
		i += next
		if m := data[i+1]; m != 0 && m != 0xFF && (m < 0xD0 || m > 0xD7) {
			return i
		}
		i++
	}
}

func readJPEG(data []byte) Data {
	var d Data
	var iptc, xmp, exif Notes
	_ = segments(data, func(s segment) { // what is there before the damage counts
		switch s.marker {
		case app1:
			if body, ok := bytes.CutPrefix(s.body, []byte(exifMark)); ok && d.Orientation == 0 {
				d.Orientation, exif = readEXIF(body)
			} else if body, ok := bytes.CutPrefix(s.body, []byte(xmpMark)); ok {
				xmp = readXMP(body)
			}
		case app2:
			if body, ok := bytes.CutPrefix(s.body, []byte(profileMark)); ok && len(body) > 2 {
				d.Profile = append(d.Profile, body[2:]...)
			}
		case app13:
			if body, ok := bytes.CutPrefix(s.body, []byte(photoshopMark)); ok {
				iptc = readPhotoshop(body)
			}
		}
	})
	d.Notes = iptc.Over(xmp).Over(exif)
	return d
}

func writeJPEG(data []byte, d Data) ([]byte, error) {
	out := append(make([]byte, 0, len(data)+4096), 0xFF, startOfImage)
	written, pixels := false, false
	err := segments(data, func(s segment) {
		if s.marker != app0 && !written {
			out, written = appendJPEG(out, d), true
		}
		if needed(s, d) {
			out = append(out, s.whole...)
		}
		pixels = pixels || s.marker == startOfScan
	})
	if err != nil || !pixels {
		return nil, ErrDamaged
	}
	return out, nil
}

// needed reports whether pixels cannot be shown as they were without a segment.
func needed(s segment, d Data) bool {
	switch {
	case s.marker == app0:
		return bytes.HasPrefix(s.body, []byte(jfifMark))
	case s.marker == app2:
		return d.Profile == nil && bytes.HasPrefix(s.body, []byte(profileMark))
	case s.marker == app14:
		return bytes.HasPrefix(s.body, []byte(adobeMark))
	}
	return s.marker != comment && (s.marker < app1 || s.marker > app15)
}

// appendJPEG appends the segments that say what d says.
func appendJPEG(out []byte, d Data) []byte {
	if d.Orientation > 1 {
		out = appendSegment(out, app1, exifMark, appendEXIF(nil, d.Orientation))
	}
	if d.Notes != (Notes{}) {
		if packet := appendXMP(nil, d.Notes); len(xmpMark)+len(packet) <= most {
			out = appendSegment(out, app1, xmpMark, packet)
		}
		if record := appendPhotoshop(nil, d.Notes); len(photoshopMark)+len(record) <= most {
			out = appendSegment(out, app13, photoshopMark, record)
		}
	}
	const room = most - len(profileMark) - 2
	pieces := (len(d.Profile) + room - 1) / room
	if pieces > 255 {
		return out
	}
	for i := range pieces {
		piece := d.Profile[i*room : min((i+1)*room, len(d.Profile))]
		out = appendSegment(out, app2, profileMark, append([]byte{byte(i + 1), byte(pieces)}, piece...))
	}
	return out
}

func appendSegment(out []byte, marker byte, mark string, body []byte) []byte {
	out = append(out, 0xFF, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(2+len(mark)+len(body)))
	return append(append(out, mark...), body...)
}
