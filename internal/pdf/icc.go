package pdf

import "encoding/binary"

// An ICC profile of version 4.2 (ICC.1:2004-10) is a header of 128 bytes, a
// table of tags, and their data at multiples of 4. Numbers are big-endian;
// s15Fixed16 counts in 1/65536.

// tag is one entry of a profile. Equal data is stored once.
type tag struct{ name, data string }

// profile lays out a profile of a device class ("mntr", "prtr") and colour
// space ("RGB ", "CMYK") with the connection space "XYZ " or "Lab ".
func profile(class, space, connection string, tags []tag) []byte {
	p := make([]byte, 128, 1024)
	copy(p[8:], "\x04\x20\x00\x00") // version
	copy(p[12:], class+space+connection)
	binary.BigEndian.PutUint16(p[24:], 2018) // a date is required; any serves
	binary.BigEndian.PutUint16(p[26:], 1)
	binary.BigEndian.PutUint16(p[28:], 1)
	copy(p[36:], "acsp")
	copy(p[68:], d50)
	p = binary.BigEndian.AppendUint32(p, uint32(len(tags)))
	at := len(p) + 12*len(tags)
	var data []byte
	stored := make(map[string]int)
	for _, t := range tags {
		offset, known := stored[t.data]
		if !known {
			offset = at + len(data)
			stored[t.data] = offset
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		p = append(p, t.name...)
		p = binary.BigEndian.AppendUint32(p, uint32(offset))
		p = binary.BigEndian.AppendUint32(p, uint32(len(t.data)))
	}
	p = append(p, data...)
	binary.BigEndian.PutUint32(p, uint32(len(p)))
	return p
}

// d50 is the white of the connection space as XYZ numbers, ICC.1, 7.2.16.
const d50 = "\x00\x00\xf6\xd6\x00\x01\x00\x00\x00\x00\xd3\x2d"

// xyz is the data of a tag that holds one XYZ value.
func xyz(values string) string { return "XYZ \x00\x00\x00\x00" + values }

// multi is a multiLocalizedUnicode tag with one ASCII text.
func multi(text string) string {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(text)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for i := range len(text) {
		b = append(b, 0, text[i])
	}
	return string(b)
}

// fixed is a list of s15Fixed16 numbers.
func fixed(numbers ...int32) string {
	var b []byte
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return string(b)
}

// srgbProfile makes the profile of the output intent: sRGB as IEC 61966-2-1
// defines it, its primaries adapted to D50 by the Bradford matrix, its
// transfer curve as a formula instead of a table.
func srgbProfile() []byte {
	// Y = (aX+b)^g for X >= d, else cX; parameters g a b c d.
	curve := "para\x00\x00\x00\x00\x00\x03\x00\x00" + fixed(157286, 62119, 3417, 5072, 2651)
	return profile("mntr", "RGB ", "XYZ ", []tag{
		{"desc", multi("sRGB")},
		{"cprt", multi("CC0")},
		{"wtpt", xyz(d50)},
		{"chad", "sf32\x00\x00\x00\x00" + fixed(68674, 1502, -3290, 1939, 64912, -1118, -605, 988, 49263)},
		{"rXYZ", xyz(fixed(28578, 14581, 912))},
		{"gXYZ", xyz(fixed(25241, 46981, 6362))},
		{"bXYZ", xyz(fixed(9376, 3975, 46799))},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	})
}
