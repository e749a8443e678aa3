package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// jpeg is what is gathered from a JPEG file (ITU-T T.81, Annex B).
type jpeg struct {
	width, height, channels int
	adobe                   bool // an Adobe marker: CMYK is stored inverted
	turn                    turn
	profile                 []byte // ICC profile, joined from its pieces
	kept                    []byte // the file without what a reader does not need
}

// newJPEG keeps the compressed data as it is (ISO 32000-1, 7.4.8) but leaves
// out Exif, thumbnails and comments: they may say where a photograph was taken
// and who took it, and a reader of the document has no use for them.
func newJPEG(data []byte) (*Image, error) {
	var j jpeg
	if err := j.read(data); err != nil {
		return nil, fmt.Errorf("JPEG: %w", err)
	}
	if err := checkSize(j.width, j.height); err != nil {
		return nil, fmt.Errorf("JPEG: %w", err)
	}
	m := &Image{
		Width: j.width, Height: j.height, turn: j.turn, data: j.kept,
		dict: dimensions(j.width, j.height, 8) + "/Filter/DCTDecode",
	}
	if j.turn.sideways() {
		m.Width, m.Height = j.height, j.width
	}
	if j.channels == 4 && j.adobe {
		m.dict += "/Decode[1 0 1 0 1 0 1 0]"
	}
	m.setSpace(j.channels, j.profile)
	return m, nil
}

// setSpace chooses the colour space: that of the picture's profile, else sRGB
// or its grey by the output intent, else a common offset press for CMYK, which
// PDF/A does not allow without a profile (ISO 19005-2, 6.2.4.3).
func (m *Image) setSpace(channels int, profile []byte) {
	var press Press
	spaces := [...]string{1: "GRAY", 3: "RGB ", 4: "CMYK"}
	switch {
	case usable(profile, spaces[channels]):
		m.profile, m.channels = press.deflate(nil, profile), channels
	case channels == 1:
		m.space = "/DeviceGray"
	case channels == 3:
		m.space = "/DeviceRGB"
	default:
		m.profile, m.channels = press.deflate(nil, offsetProfile()), channels
	}
}

// The markers that matter, each after 0xFF.
const (
	soi   = 0xd8
	eoi   = 0xd9
	sos   = 0xda
	app0  = 0xe0
	app1  = 0xe1
	app2  = 0xe2
	app14 = 0xee
	app15 = 0xef
	com   = 0xfe
)

// read walks through the segments up to the end of the picture.
func (j *jpeg) read(data []byte) error {
	j.kept = append(make([]byte, 0, len(data)), data[:2]...)
	at := 2
	for {
		if at+2 > len(data) {
			return ErrTruncated
		}
		if data[at] != 0xff {
			return ErrBroken
		}
		marker := data[at+1]
		switch {
		case marker == 0xff: // fill byte
			at++
			continue
		case marker == eoi:
			j.kept = append(j.kept, 0xff, eoi)
			if j.channels == 0 || !bytes.Contains(j.kept, []byte{0xff, sos}) {
				return ErrBroken
			}
			return nil
		case marker == 0x01 || marker >= 0xd0 && marker <= 0xd7: // alone
			at += 2
			continue
		}
		if at+4 > len(data) {
			return ErrTruncated
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return ErrTruncated
		}
		keep, err := j.segment(marker, data[at+4:end])
		if err != nil {
			return err
		}
		if marker == sos {
			end += entropyCoded(data[end:])
		}
		if keep {
			j.kept = append(j.kept, data[at:end]...)
		}
		at = end
	}
}

// entropyCoded is the length of compressed data: up to a marker that is
// neither a stuffed byte nor a restart.
func entropyCoded(data []byte) int {
	for i := 0; ; {
		k := bytes.IndexByte(data[i:], 0xff)
		if k < 0 || i+k+1 >= len(data) {
			return len(data)
		}
		i += k
		if m := data[i+1]; m != 0 && (m < 0xd0 || m > 0xd7) {
			return i
		}
		i += 2
	}
}

// segment notes what a segment tells and reports whether it is kept.
func (j *jpeg) segment(marker byte, body []byte) (keep bool, err error) {
	switch {
	case marker == 0xc4 || marker == 0xcc || marker == 0xc8: // tables, no frames
		return marker == 0xc4, nil
	case marker >= 0xc0 && marker <= 0xcf:
		return true, j.frame(marker, body)
	case marker == app14:
		j.adobe = bytes.HasPrefix(body, []byte("Adobe"))
		return j.adobe, nil
	case marker == app1:
		if exif, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok {
			j.turn = orientation(exif)
		}
		return false, nil
	case marker == app2:
		if icc, ok := bytes.CutPrefix(body, []byte("ICC_PROFILE\x00")); ok && len(icc) > 2 {
			j.profile = append(j.profile, icc[2:]...)
		}
		return false, nil
	case marker > app0 && marker <= app15, marker == com:
		return false, nil
	}
	return true, nil
}

// frame reads a start of frame. Baseline, extended and progressive Huffman
// pictures of 8 bits are what a PDF reader decodes.
func (j *jpeg) frame(marker byte, body []byte) error {
	if marker > 0xc2 || len(body) < 6 || body[0] != 8 {
		return ErrFormat
	}
	if j.channels != 0 {
		return ErrBroken
	}
	j.height = int(binary.BigEndian.Uint16(body[1:]))
	j.width = int(binary.BigEndian.Uint16(body[3:]))
	j.channels = int(body[5])
	if j.channels != 1 && j.channels != 3 && j.channels != 4 {
		return ErrFormat
	}
	if len(body) < 6+3*j.channels {
		return ErrTruncated
	}
	return nil
}

// orientation finds the tag 0x0112 in the first directory of Exif data, which
// is a small TIFF file in either byte order.
func orientation(exif []byte) turn {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(exif, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(exif) < 8 {
		return 1
	}
	at := int64(order.Uint32(exif[4:]))
	if at+2 > int64(len(exif)) {
		return 1
	}
	count := int64(order.Uint16(exif[at:]))
	for i := range count {
		e := at + 2 + 12*i
		if e+12 > int64(len(exif)) {
			break
		}
		if order.Uint16(exif[e:]) == 0x0112 {
			if t := order.Uint16(exif[e+8:]); t >= 1 && t <= 8 {
				return turn(t)
			}
		}
	}
	return 1
}
