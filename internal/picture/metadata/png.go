package metadata

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
)

const pngMark = "\x89PNG\r\n\x1a\n"

// xmpKeyword is how an iTXt chunk says that it holds XMP.
const xmpKeyword = "XML:com.adobe.xmp"

// shownByPNG are the chunks without which a PNG picture looks different: W3C
// PNG (Third Edition), 11.2 and 11.3, those of animations included.
var shownByPNG = []string{
	"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
}

// maxProfile is how large an ICC profile may be once it is unpacked.
const maxProfile = 8 << 20

// chunks calls see for each chunk of a PNG file up to and with its last.
func chunks(data []byte, see func(name string, body, whole []byte)) error {
	for at := len(pngMark); ; {
		if at+12 > len(data) {
			return ErrDamaged
		}
		length := uint64(binary.BigEndian.Uint32(data[at:]))
		if length > uint64(len(data)-at-12) {
			return ErrDamaged
		}
		end := at + 12 + int(length)
		name := string(data[at+4 : at+8])
		see(name, data[at+8:end-4], data[at:end])
		if name == "IEND" {
			return nil
		}
		at = end
	}
}

func readPNG(data []byte) Data {
	var d Data
	var xmp, exif Notes
	_ = chunks(data, func(name string, body, _ []byte) { // what is there before the damage counts
		switch name {
		case "iTXt":
			if packet, ok := xmpOf(body); ok {
				xmp = readXMP(packet)
			}
		case "eXIf":
			d.Orientation, exif = readEXIF(body)
		case "iCCP":
			d.Profile = profileOf(body)
		}
	})
	d.Notes = xmp.Over(exif)
	return d
}

// xmpOf returns the XMP packet in an iTXt chunk that holds one uncompressed.
func xmpOf(body []byte) (packet []byte, ok bool) {
	rest, ok := bytes.CutPrefix(body, []byte(xmpKeyword+"\x00\x00\x00"))
	if !ok {
		return nil, false
	}
	for range 2 { // language, translated keyword
		_, after, found := bytes.Cut(rest, []byte{0})
		if !found {
			return nil, false
		}
		rest = after
	}
	return rest, true
}

// profileOf unpacks the profile of an iCCP chunk; nil if it is damaged.
func profileOf(body []byte) []byte {
	_, rest, found := bytes.Cut(body, []byte{0})
	if !found || len(rest) < 1 {
		return nil
	}
	unpacked, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(unpacked, maxProfile+1))
	if err != nil || len(profile) > maxProfile {
		return nil
	}
	return profile
}

func writePNG(data []byte, d Data) ([]byte, error) {
	out := append(make([]byte, 0, len(data)+4096), pngMark...)
	pixels := false
	err := chunks(data, func(name string, _, whole []byte) {
		replaced := d.Profile != nil && (name == "iCCP" || name == "sRGB" || name == "cICP")
		if slices.Contains(shownByPNG, name) && !replaced {
			out = append(out, whole...)
		}
		if name == "IHDR" {
			out = appendPNG(out, d)
		}
		pixels = pixels || name == "IDAT"
	})
	if err != nil || !pixels {
		return nil, ErrDamaged
	}
	return out, nil
}

// appendPNG appends the chunks that say what d says. They may stand before the
// palette and the pixels.
func appendPNG(out []byte, d Data) []byte {
	if d.Profile != nil {
		var packed bytes.Buffer
		packed.WriteString("ICC\x00\x00")
		w := zlib.NewWriter(&packed)
		_, _ = w.Write(d.Profile) // memory takes everything
		_ = w.Close()
		out = appendChunk(out, "iCCP", packed.Bytes())
	}
	if d.Orientation > 1 {
		out = appendChunk(out, "eXIf", appendEXIF(nil, d.Orientation))
	}
	if d.Notes != (Notes{}) {
		out = appendChunk(out, "iTXt", appendXMP([]byte(xmpKeyword+"\x00\x00\x00\x00\x00"), d.Notes))
	}
	return out
}

func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	from := len(out)
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
