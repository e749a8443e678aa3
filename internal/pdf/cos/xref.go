package cos

import (
	"bytes"
)

// readEntries reads the cross-reference tables and streams, the newest first:
// what an older one says of an object counts no more (7.5.6).
func (f *File) readEntries() error {
	tail := f.data[max(0, len(f.data)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return ErrNoObjects
	}
	l := lexer{data: tail, at: i + len("startxref")}
	at, ok := l.next().(Integer)
	seen := map[Integer]bool{}
	for ok && !seen[at] {
		if at < 0 || int64(at) >= int64(len(f.data)) {
			return ErrNoObjects
		}
		seen[at] = true
		d := f.section(int(at))
		if d == nil {
			return ErrNoObjects
		}
		if f.Trailer == nil {
			f.Trailer = d
		}
		if hybrid, is := d["XRefStm"].(Integer); is && hybrid > 0 && int64(hybrid) < int64(len(f.data)) {
			f.section(int(hybrid))
		}
		at, ok = d["Prev"].(Integer)
	}
	if f.Trailer == nil {
		return ErrNoObjects
	}
	return nil
}

// section reads one table or stream and returns its dictionary.
func (f *File) section(at int) Dict {
	p := parser{lexer: lexer{data: f.data, at: at}}
	switch t := p.next().(type) {
	case keyword:
		if t != "xref" {
			return nil
		}
		return f.table(&p)
	case Integer:
		s, ok := f.indirect(at, int(t)).(*Stream)
		if !ok || s.Dict["Type"] != Name("XRef") {
			return nil
		}
		return f.xrefStream(s)
	}
	return nil
}

// table reads a cross-reference table and its trailer (7.5.4).
func (f *File) table(p *parser) Dict {
	for {
		t := p.next()
		if t == keyword("trailer") {
			d, _ := p.object().(Dict)
			return d
		}
		first, ok1 := t.(Integer)
		count, ok2 := p.next().(Integer)
		if !ok1 || !ok2 || first < 0 || count < 0 {
			return nil
		}
		for i := range count {
			at, ok1 := p.next().(Integer)
			generation, ok2 := p.next().(Integer)
			kind := p.next()
			if !ok1 || !ok2 {
				return nil
			}
			if kind == keyword("n") {
				f.enter(first+i, entry{at: clip(at), generation: clip(generation)})
			} else {
				f.enter(first+i, entry{at: -1})
			}
		}
	}
}

// xrefStream reads a cross-reference stream (7.5.8).
func (f *File) xrefStream(s *Stream) Dict {
	data, err := f.Data(s)
	if err != nil {
		return nil
	}
	var wide [3]int
	widths, _ := s.Dict["W"].(Array)
	if len(widths) < 3 {
		return nil
	}
	for i := range wide {
		w, ok := widths[i].(Integer)
		if !ok || w < 0 || w > 8 {
			return nil
		}
		wide[i] = int(w)
	}
	row := wide[0] + wide[1] + wide[2]
	if row == 0 {
		return nil
	}
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{Integer(0), s.Dict["Size"]}
	}
	for ; len(index) >= 2; index = index[2:] {
		first, ok1 := index[0].(Integer)
		count, ok2 := index[1].(Integer)
		if !ok1 || !ok2 || first < 0 {
			return nil
		}
		for i := Integer(0); i < count && len(data) >= row; i++ {
			f.enterRow(first+i, data[:row], wide)
			data = data[row:]
		}
	}
	return s.Dict
}

// enterRow reads the fields of one row; a type that is left out is 1.
func (f *File) enterRow(number Integer, row []byte, wide [3]int) {
	field := func(n int) (v Integer) {
		for _, c := range row[:n] {
			v = v<<8 | Integer(c)
		}
		row = row[n:]
		return v
	}
	kind := Integer(1)
	if wide[0] > 0 {
		kind = field(wide[0])
	}
	second, third := field(wide[1]), field(wide[2])
	switch kind {
	case 0:
		f.enter(number, entry{at: -1})
	case 1:
		f.enter(number, entry{at: clip(second), generation: clip(third)})
	case 2:
		f.enter(number, entry{packed: true, at: clip(second), generation: clip(third)})
	}
}

// enter notes an entry unless a newer one is known.
func (f *File) enter(number Integer, e entry) {
	if number > maxObject {
		return
	}
	if _, known := f.entries[int(number)]; !known {
		f.entries[int(number)] = e
	}
}

// maxObject is the greatest number of an object (ISO 32000-1, Annex C).
const maxObject = 8388607

// clip makes a number that no offset can be -1.
func clip(n Integer) int {
	if n < 0 || n > 1<<31-1 {
		return -1
	}
	return int(n)
}
