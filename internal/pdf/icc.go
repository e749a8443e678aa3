package pdf

import (
	"bytes"
	"encoding/binary"
)

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

// maxProfile bounds a picture's own profile: that of a camera or screen has
// some kilobytes, that of a press half a megabyte, which no reader of a
// document profits from.
const maxProfile = 64 << 10

// usable reports whether a picture's own profile is worth its bytes and may
// stand in a PDF/A file (ISO 19005-2, 6.2.4.2). Profiles of sRGB are left out:
// that is what the file's colours mean anyway.
func usable(p []byte, space string) bool {
	if len(p) < 132 || len(p) > maxProfile || string(p[36:40]) != "acsp" || p[8] > 4 {
		return false
	}
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[16:20]) != space {
		return false
	}
	switch string(p[12:16]) {
	case "scnr", "mntr", "prtr", "spac":
		return !bytes.Contains(p, []byte("sRGB")) && !bytes.Contains(p, []byte("s\x00R\x00G\x00B"))
	}
	return false
}

// solids are the colours, as L*a*b* relative to the paper, of offset printing
// on coated paper after ISO 12647-2: all overprints of full C, M, Y, K, the
// last varying fastest.
var solids = [16][3]int{
	{100, 0, 0},
	{17, 0, 1},
	{94, -5, 98},
	{16, -1, 9},
	{51, 77, -2},
	{13, 10, -1},
	{50, 71, 51},
	{12, 9, 6},
	{58, -39, -50},
	{13, -5, -8},
	{53, -68, 29},
	{12, -8, 4},
	{26, 18, -47},
	{10, 3, -8},
	{25, 0, 1},
	{9, 0, 0},
}

// offsetProfile makes an input profile for CMYK pictures without one of their
// own. Between the solids it interpolates in L*a*b*, which is close to what
// dots on paper do.
func offsetProfile() []byte {
	b := []byte("mft2\x00\x00\x00\x00\x04\x03\x02\x00")
	b = append(b, fixed(65536, 0, 0, 0, 65536, 0, 0, 0, 65536)...)
	b = append(b, 0, 2, 0, 2) // entries of input and output curves
	const linear = "\x00\x00\xff\xff"
	b = append(b, linear+linear+linear+linear...)
	for _, lab := range solids {
		b = binary.BigEndian.AppendUint16(b, uint16(lab[0]*0xff00/100))
		b = binary.BigEndian.AppendUint16(b, uint16((lab[1]+128)<<8))
		b = binary.BigEndian.AppendUint16(b, uint16((lab[2]+128)<<8))
	}
	b = append(b, linear+linear+linear...)
	return profile("scnr", "CMYK", "Lab ", []tag{
		{"desc", multi("Offset, coated paper")},
		{"cprt", multi("CC0")},
		{"wtpt", xyz(d50)},
		{"A2B0", string(b)},
	})
}
