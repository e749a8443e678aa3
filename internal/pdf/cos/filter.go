package cos

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// ErrFilter means data of a picture, or a filter that does not exist.
var ErrFilter = errors.New("the data is not text that can be unpacked")

// Data unpacks the data of a stream (7.4). Data that breaks off is returned as
// far as it goes.
func (f *File) Data(s *Stream) ([]byte, error) {
	filters, parms := f.filters(s.Dict)
	data := s.Raw
	for i, name := range filters {
		if i >= 8 {
			return nil, ErrFilter
		}
		out, err := f.unfilter(name, data)
		if err != nil {
			return nil, err
		}
		if f.budget -= len(out); f.budget < 0 {
			return nil, ErrTooLarge
		}
		if out, err = f.unpredict(out, parms[i]); err != nil {
			return nil, err
		}
		data = out
	}
	return data, nil
}

// filters are the names of a stream's filters and their parameters.
func (f *File) filters(d Dict) (names []Name, parms []Dict) {
	filter, parm := f.Resolve(d["Filter"]), f.Resolve(d["DecodeParms"])
	if n, ok := filter.(Name); ok {
		return []Name{n}, []Dict{f.Dict(parm)}
	}
	list, _ := parm.(Array)
	for i, o := range f.Array(filter) {
		names = append(names, f.Name(o))
		var p Dict
		if i < len(list) {
			p = f.Dict(list[i])
		}
		parms = append(parms, p)
	}
	return names, parms
}

func (f *File) unfilter(name Name, data []byte) ([]byte, error) {
	switch name {
	case "FlateDecode", "Fl":
		return f.inflate(data)
	case "LZWDecode", "LZW":
		return f.drain(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8))
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: data}
		return []byte(l.hex()), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data), nil
	case "RunLengthDecode", "RL":
		return unRunLength(data)
	}
	return nil, fmt.Errorf("%w: %s", ErrFilter, name)
}

// inflate unpacks deflated data. All streams of a file share one reader: its
// window of 32 kB is more than most of them hold.
func (f *File) inflate(data []byte) ([]byte, error) {
	from := bytes.NewReader(data)
	var err error
	if reader, kept := f.inflater.(zlib.Resetter); kept {
		err = reader.Reset(from, nil)
	} else {
		f.inflater, err = zlib.NewReader(from)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFilter, err)
	}
	return f.drain(f.inflater)
}

// drain reads all there is, up to the limit.
func (f *File) drain(r io.Reader) ([]byte, error) {
	limit := min(maxStream, f.budget)
	_, err := f.room.ReadFrom(io.LimitReader(r, int64(limit)+1))
	out := bytes.Clone(f.room.Bytes())
	f.room.Reset()
	if len(out) > limit {
		return nil, ErrTooLarge
	}
	if err != nil && len(out) == 0 {
		return nil, fmt.Errorf("%w: %w", ErrFilter, err)
	}
	return out, nil
}

func unASCII85(data []byte) []byte {
	var out []byte
	var group uint32
	n := 0
	for _, c := range data {
		switch {
		case space(c):
			continue
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
			continue
		case c < '!' || c > 'u':
			return flush85(out, group, n)
		}
		group = group*85 + uint32(c-'!')
		if n++; n == 5 {
			out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
			group, n = 0, 0
		}
	}
	return flush85(out, group, n)
}

// flush85 ends with a group of less than five characters.
func flush85(out []byte, group uint32, n int) []byte {
	if n < 2 {
		return out
	}
	for i := n; i < 5; i++ {
		group = group*85 + 84
	}
	for i := range n - 1 {
		out = append(out, byte(group>>(24-8*i)))
	}
	return out
}

func unRunLength(data []byte) ([]byte, error) {
	var out []byte
	for len(data) > 1 && data[0] != 128 {
		n := int(data[0])
		if n < 128 {
			n = min(n+1, len(data)-1)
			out = append(out, data[1:1+n]...)
			data = data[1+n:]
		} else {
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
		}
		if len(out) > maxStream {
			return nil, ErrTooLarge
		}
	}
	return out, nil
}

// unpredict takes back the predictor of a Flate or LZW filter (7.4.4.4).
func (f *File) unpredict(data []byte, parms Dict) ([]byte, error) {
	predictor, _ := f.Integer(parms["Predictor"])
	if predictor < 2 {
		return data, nil
	}
	value := func(key Name, otherwise int) int {
		if n, ok := f.Integer(parms[key]); ok {
			return n
		}
		return otherwise
	}
	colors, bits, columns := value("Colors", 1), value("BitsPerComponent", 8), value("Columns", 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<24 {
		return nil, ErrFilter
	}
	width := (columns*colors*bits + 7) / 8
	step := max(1, colors*bits/8)
	if predictor == 2 {
		if bits != 8 {
			return nil, ErrFilter
		}
		for row := data; len(row) >= width; row = row[width:] {
			for i := step; i < width; i++ {
				row[i] += row[i-step]
			}
		}
		return data, nil
	}
	return unfilterRows(data, width, step), nil
}

// unfilterRows takes back the filters of PNG, in place. A row that breaks off
// is left out.
func unfilterRows(data []byte, width, step int) []byte {
	out := data[:0]
	above := make([]byte, width)
	for len(data) > width {
		kind, row := data[0], data[1:1+width]
		for i := range row {
			var a, c byte
			if i >= step {
				a, c = row[i-step], above[i-step]
			}
			switch kind {
			case 1:
				row[i] += a
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(a) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(a, above[i], c)
			}
		}
		copy(above, row)
		data = data[1+width:]
		out = append(out, above...)
	}
	return out
}

// paeth is the neighbour that is nearest to a + b - c (ISO/IEC 15948, 9.4).
func paeth(a, b, c byte) byte {
	distance := func(x int) int { return max(x, -x) }
	p := int(a) + int(b) - int(c)
	pa, pb, pc := distance(p-int(a)), distance(p-int(b)), distance(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
