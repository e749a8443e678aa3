package metadata

// writeGIF returns a GIF file without its comments and without the blocks of
// programs, save the one that makes an animation go on (GIF89a, 23 to 27).
func writeGIF(data []byte) ([]byte, error) {
	if len(data) < 13 {
		return nil, ErrDamaged
	}
	at := 13 + colourTable(data[10])
	if at > len(data) {
		return nil, ErrDamaged
	}
	out := append(make([]byte, 0, len(data)), data[:at]...)
	pictures := 0
	for at < len(data) {
		var end int
		keep := true
		switch data[at] {
		case 0x3B: // the end
			if pictures == 0 {
				return nil, ErrDamaged
			}
			return append(out, 0x3B), nil
		case 0x21: // an extension
			end, keep = extension(data, at)
		case 0x2C: // a picture
			pictures++
			if at+10 > len(data) {
				return nil, ErrDamaged
			}
			end = blocks(data, at+10+colourTable(data[at+9])+1)
		default:
			return nil, ErrDamaged
		}
		if end <= at || end > len(data) {
			return nil, ErrDamaged
		}
		if keep {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return nil, ErrDamaged
}

// extension returns where an extension ends and whether it is needed.
func extension(data []byte, at int) (end int, keep bool) {
	if at+3 > len(data) {
		return -1, false
	}
	end = blocks(data, at+2)
	switch data[at+1] {
	case 0xFE: // comment
		return end, false
	case 0xFF: // of a program
		if at+14 > len(data) {
			return -1, false
		}
		name := string(data[at+3 : at+14])
		return end, name == "NETSCAPE2.0" || name == "ANIMEXTS1.0"
	}
	return end, true
}

// blocks returns where a row of sub-blocks ends, or -1.
func blocks(data []byte, at int) int {
	for at < len(data) {
		if data[at] == 0 {
			return at + 1
		}
		at += 1 + int(data[at])
	}
	return -1
}

// colourTable returns the length in bytes of the table that flags announce.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}
