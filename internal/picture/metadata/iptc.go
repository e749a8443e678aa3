package metadata

import "encoding/binary"

// The data sets of IPTC-IIM (4.2, chapter 6) that are read and written. Its
// limits of 32 and 128 bytes are not kept: programs of today read longer ones,
// and half a credit is none.
const (
	byLine    = 80
	credit    = 110
	copyright = 116
	caption   = 120
)

// readPhotoshop returns the notes in the image resource of Photoshop that holds
// IPTC (Adobe Photoshop File Formats Specification, Image Resource Blocks).
func readPhotoshop(body []byte) Notes {
	for len(body) >= 12 && string(body[:4]) == "8BIM" {
		id := binary.BigEndian.Uint16(body[4:])
		name := 1 + int(body[6])
		at := 6 + name + name%2
		if at+4 > len(body) {
			break
		}
		size := uint64(binary.BigEndian.Uint32(body[at:]))
		if size > uint64(len(body)-at-4) {
			break
		}
		end := at + 4 + int(size)
		if id == 0x0404 {
			return readIPTC(body[at+4 : end])
		}
		body = body[min(end+end%2, len(body)):]
	}
	return Notes{}
}

func readIPTC(data []byte) Notes {
	var n Notes
	for len(data) >= 5 && data[0] == 0x1C {
		length := int(binary.BigEndian.Uint16(data[3:]))
		if length > 0x7FFF || 5+length > len(data) {
			break
		}
		text := data[5 : 5+length]
		if data[1] == 2 {
			switch data[2] {
			case byLine:
				n.Photographer = joined(n.Photographer, tidy(text))
			case credit:
				n.Credit = tidy(text)
			case copyright:
				n.Rights = tidy(text)
			}
		}
		data = data[5+length:]
	}
	return n
}

// joined adds a name to others.
func joined(names, name string) string {
	if names == "" || name == "" {
		return names + name
	}
	return names + ", " + name
}

// appendPhotoshop appends the notes as Photoshop keeps them.
func appendPhotoshop(out []byte, n Notes) []byte {
	var record []byte
	record = appendSet(record, 1, 90, "\x1B%G") // UTF-8
	record = appendSet(record, 2, 0, "\x00\x04")
	record = appendSet(record, 2, byLine, n.Photographer)
	record = appendSet(record, 2, credit, n.Credit)
	record = appendSet(record, 2, copyright, n.rights())
	record = appendSet(record, 2, caption, n.Caption)
	out = append(out, "8BIM\x04\x04\x00\x00"...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(record)))
	out = append(out, record...)
	if len(record)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

func appendSet(out []byte, record, set byte, text string) []byte {
	if text == "" || len(text) > 0x7FFF {
		return out
	}
	out = append(out, 0x1C, record, set)
	return append(binary.BigEndian.AppendUint16(out, uint16(len(text))), text...)
}
