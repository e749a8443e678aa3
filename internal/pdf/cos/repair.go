package cos

import (
	"bytes"
	"slices"
)

// repair finds the objects of a file whose list of them is missing or damaged,
// by looking at all of it, as viewers do: of objects with the same number, the
// last counts (ISO 32000-1, 7.5.6). It reports whether there is a catalog then.
func (f *File) repair() bool {
	f.forget()
	f.Repaired = true
	f.scan()
	f.scanStreams()
	if f.Trailer == nil {
		f.Trailer = Dict{}
	}
	if f.Catalog()["Type"] != Name("Catalog") {
		f.findCatalog()
	}
	return f.Catalog()["Type"] == Name("Catalog")
}

// forget forgets all objects.
func (f *File) forget() {
	f.Repaired, f.Trailer = false, nil
	clear(f.entries)
	clear(f.objects)
	clear(f.opened)
}

// scan enters each "12 0 obj" and remembers the last trailer with a root.
func (f *File) scan() {
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + len("obj")
		if start, number, generation, ok := f.header(at - len("obj")); ok {
			f.entries[number] = entry{at: start, generation: generation}
		}
	}
	for rest := f.data; ; {
		i := bytes.LastIndex(rest, []byte("trailer"))
		if i < 0 {
			return
		}
		p := parser{lexer: lexer{data: f.data, at: i + len("trailer")}}
		if d, ok := p.object().(Dict); ok && d["Root"] != nil {
			f.Trailer = d
			return
		}
		rest = rest[:i]
	}
}

// header reads the two numbers before the word "obj" at an offset, backwards.
func (f *File) header(at int) (start, number, generation int, ok bool) {
	generation, start, ok = f.numberBefore(at)
	if !ok || generation > 65535 {
		return 0, 0, 0, false
	}
	number, start, ok = f.numberBefore(start)
	return start, number, generation, ok && number > 0 && number <= maxObject
}

// numberBefore reads the number that ends before an offset, with white space
// between, and where it begins.
func (f *File) numberBefore(at int) (n, start int, ok bool) {
	end := at
	for end > 0 && isWhite(f.data[end-1]) {
		end--
	}
	start = end
	for start > 0 && end-start < 9 && f.data[start-1] >= '0' && f.data[start-1] <= '9' {
		start--
	}
	for _, c := range f.data[start:end] {
		n = 10*n + int(c-'0')
	}
	return n, start, end > start && end < at
}

// scanStreams enters what lies in object streams, and takes the dictionary of
// a cross-reference stream for the trailer where there is no other.
func (f *File) scanStreams() {
	for _, number := range f.numbers() {
		s, ok := f.load(Ref{Number: number, Generation: f.entries[number].generation}).(*Stream)
		if !ok {
			continue
		}
		switch s.Dict["Type"] {
		case Name("ObjStm"):
			f.opened[number] = f.unpack(number)
			for i, member := range f.opened[number].numbers {
				if e, known := f.entries[member]; member > 0 && member <= maxObject && (!known || e.packed) {
					f.entries[member] = entry{packed: true, at: number, generation: i}
					delete(f.objects, member)
				}
			}
		case Name("XRef"):
			if f.Trailer == nil && s.Dict["Root"] != nil {
				f.Trailer = s.Dict
			}
		}
	}
}

// findCatalog looks for a catalog that no trailer names.
func (f *File) findCatalog() {
	for _, number := range f.numbers() {
		r := Ref{Number: number, Generation: f.entries[number].generation}
		if f.entries[number].packed {
			r.Generation = 0
		}
		if d, ok := f.Resolve(r).(Dict); ok && d["Type"] == Name("Catalog") {
			f.Trailer["Root"] = r
		}
	}
}

// numbers are the numbers of all objects that are known, ascending.
func (f *File) numbers() []int {
	list := make([]int, 0, len(f.entries))
	for n := range f.entries {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

// sound reports whether every object is where the list says.
func (f *File) sound() bool {
	if f.Dict(f.Catalog()["Pages"]) == nil {
		return false
	}
	for number, e := range f.entries {
		if e.packed || e.at < 0 {
			continue
		}
		p := parser{lexer: lexer{data: f.data, at: min(e.at, len(f.data))}}
		if p.next() != Integer(number) {
			return false
		}
	}
	return true
}

// isWhite reports whether c is white space (ISO 32000-1, Table 1).
func isWhite(c byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }
