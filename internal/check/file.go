package check

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/pdf/matterhorn"
)

// pdf judges a PDF that the site publishes: its own, and those of authors.
func (c *Checker) pdf(name, origin string, data []byte) {
	if !strings.HasSuffix(strings.ToLower(origin), ".pdf") {
		origin = name // made by the program: there is no file to name
	}
	report, err := matterhorn.Check(data)
	if err != nil {
		c.file(origin, diag.Pos{}, diag.PDFUnreadable, origin)
		return
	}
	if n := len(report.Findings); n > 0 {
		c.file(origin, diag.Pos{}, diag.PDFInaccessible, origin, report.Findings[0].Condition.Number, n)
	}
}

// picture looks into a published picture for what nobody wants to tell.
func (c *Checker) picture(name, origin string, data []byte) {
	if told := tales(data); len(told) > 0 {
		if !strings.HasPrefix(origin, "content/") && !strings.HasPrefix(origin, "static/") {
			origin = ""
		}
		c.file(origin, diag.Pos{}, diag.PictureTells, name, strings.Join(told, ", "))
	}
}

// tales returns what a picture file tells of its place and its camera.
func tales(data []byte) []string {
	var told []string
	for _, block := range metadata(data) {
		if tiff, is := bytes.CutPrefix(block, []byte("Exif\x00\x00")); is || isTIFF(block) {
			told = append(told, exifTales(tiff)...)
			continue
		}
		for _, word := range []string{"GPSLatitude", "SerialNumber"} {
			if bytes.Contains(block, []byte(word)) {
				told = append(told, "XMP "+word)
			}
		}
	}
	return told
}

func isTIFF(b []byte) bool {
	return bytes.HasPrefix(b, []byte("II*\x00")) || bytes.HasPrefix(b, []byte("MM\x00*"))
}

// metadata returns the blocks of EXIF and XMP in a JPEG, PNG or WebP.
func metadata(data []byte) [][]byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		return segments(data[2:])
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return chunks(data[8:], binary.BigEndian, 4)
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return chunks(data[12:], binary.LittleEndian, 0)
	}
	return nil
}

// segments returns the first application segments of a JPEG.
func segments(rest []byte) [][]byte {
	var found [][]byte
	for len(rest) >= 4 && rest[0] == 0xFF && rest[1] != 0xDA {
		length := int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || 2+length > len(rest) {
			break
		}
		if rest[1] == 0xE1 {
			found = append(found, rest[4:2+length])
		}
		rest = rest[2+length:]
	}
	return found
}

// chunks returns the chunks of a PNG or WebP that hold EXIF or XMP. In a PNG
// the length stands before the name, and a checksum of four bytes behind.
func chunks(rest []byte, order binary.ByteOrder, sum int) [][]byte {
	var found [][]byte
	for len(rest) >= 8 {
		name, length := string(rest[:4]), int64(order.Uint32(rest[4:]))
		if sum > 0 {
			name, length = string(rest[4:8]), int64(order.Uint32(rest))
		}
		if length > int64(len(rest)-8) {
			break
		}
		switch name {
		case "eXIf", "EXIF", "iTXt", "XMP ":
			found = append(found, rest[8:8+length])
		}
		next := 8 + length + int64(sum)
		if sum == 0 {
			next += length % 2
		}
		rest = rest[min(next, int64(len(rest))):]
	}
	return found
}

// exifTales looks into the directories of a TIFF structure.
func exifTales(tiff []byte) []string {
	if !isTIFF(tiff) || len(tiff) < 8 {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	var told []string
	directories := []uint32{order.Uint32(tiff[4:])}
	for n := 0; n < len(directories) && n < 8; n++ {
		at := int64(directories[n])
		if at+2 > int64(len(tiff)) {
			continue
		}
		entries := tiff[at+2:]
		for range order.Uint16(tiff[at:]) {
			if len(entries) < 12 {
				break
			}
			switch tag, value := order.Uint16(entries), order.Uint32(entries[8:]); tag {
			case 0x8825:
				told = append(told, "EXIF GPS")
			case 0xA431, 0xA435, 0xC62F:
				told = append(told, fmt.Sprintf("EXIF %#x SerialNumber", tag))
			case 0x8769:
				directories = append(directories, value)
			}
			entries = entries[12:]
		}
	}
	return told
}

// feed looks for paid reports in a feed.
func (c *Checker) feed(name string, data []byte) {
	for _, address := range c.paid() {
		if bytes.Contains(data, []byte(c.subject.Site.Absolute(address.URL)+`"`)) || bytes.Contains(data, []byte(c.subject.Site.Absolute(address.URL)+"<")) {
			c.file(address.Path, diag.Pos{}, diag.AdListed, address.Title, name)
		}
	}
}
