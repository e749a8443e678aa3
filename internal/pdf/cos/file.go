package cos

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// What keeps a file from being read at all.
var (
	ErrNoPDF     = errors.New("no PDF file: the line %PDF- is missing")
	ErrNoObjects = errors.New("the list of objects is missing or damaged")
	ErrEncrypted = errors.New("the file is encrypted")
	ErrTooLarge  = errors.New("the file unpacks to more than can be checked")
)

// limits of what is unpacked.
const (
	maxStream = 64 << 20  // bytes of one stream
	maxTotal  = 512 << 20 // bytes of all streams together
)

// File is an open file. It is not safe for several goroutines: it remembers
// what it has read.
type File struct {
	Version string // of the header, "1.7"
	Trailer Dict
	// Repaired says that the list of objects is missing or wrong, and the
	// objects were found by looking at the whole file.
	Repaired bool

	data    []byte
	entries map[int]entry
	objects map[int]Object // what has been read
	opened  map[int]packed // object streams that have been unpacked
	reading map[int]bool   // what is being read: against loops
	budget  int            // bytes that may still be unpacked

	inflater io.Reader    // of the stream before; nil if there was none
	room     bytes.Buffer // where streams are unpacked before their length is known
}

// entry is where an object is found.
type entry struct {
	packed     bool // in an object stream
	at         int  // offset in the file, or number of the object stream
	generation int  // or index in the object stream
}

// packed is an unpacked object stream: numbers and offsets, and the data.
type packed struct {
	data    []byte
	numbers []int
	offsets []int
}

// Open reads the header and the list of objects of a file, which it repairs
// where it has to. A file that is
// encrypted is returned together with ErrEncrypted: its dictionaries can be
// read, its strings and streams cannot.
func Open(data []byte) (*File, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, ErrNoPDF
	}
	f := &File{
		data: data[start:], entries: map[int]entry{}, objects: map[int]Object{},
		opened: map[int]packed{}, reading: map[int]bool{}, budget: maxTotal,
	}
	line, _, _ := bytes.Cut(f.data[5:min(len(f.data), 25)], []byte("\n"))
	f.Version = string(bytes.TrimRight(line, "\r \t"))
	if err := f.findObjects(); err != nil {
		return nil, err
	}
	if f.Trailer["Encrypt"] != nil {
		return f, ErrEncrypted
	}
	return f, nil
}

// findObjects reads the list of objects, or repairs it. A file that cannot be
// repaired is read as it is, if it has a root at all.
func (f *File) findObjects() error {
	err := f.readEntries()
	readable := err == nil && f.Catalog() != nil
	if readable && (f.Trailer["Encrypt"] != nil || f.sound()) || f.repair() {
		return nil
	}
	if !readable {
		return fmt.Errorf("%w: no catalog", ErrNoObjects)
	}
	f.forget()
	return f.readEntries()
}

// Catalog is the root of all objects.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }

// Resolve follows references. What does not exist is nil.
func (f *File) Resolve(o Object) Object {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.load(r)
	}
	return nil
}

// load reads an indirect object, once.
func (f *File) load(r Ref) Object {
	if o, ok := f.objects[r.Number]; ok {
		return o
	}
	e, ok := f.entries[r.Number]
	if !ok || f.reading[r.Number] {
		return nil
	}
	f.reading[r.Number] = true
	defer delete(f.reading, r.Number)
	var o Object
	switch {
	case e.packed:
		o = f.unpacked(e.at, e.generation, r.Number)
	case e.generation == r.Generation:
		o = f.indirect(e.at, r.Number)
	}
	f.objects[r.Number] = o
	return o
}

// indirect reads "12 0 obj … endobj" at an offset.
func (f *File) indirect(at, number int) Object {
	if at < 0 || at >= len(f.data) {
		return nil
	}
	p := parser{lexer: lexer{data: f.data, at: at}}
	if p.next() != Integer(number) {
		return nil
	}
	if _, ok := p.next().(Integer); !ok || p.next() != keyword("obj") {
		return nil
	}
	o := p.object()
	if _, ok := o.(keyword); ok {
		return nil
	}
	if d, ok := o.(Dict); ok {
		from := p.at
		if p.next() == keyword("stream") {
			return f.stream(d, p.at)
		}
		p.at = from
	}
	return o
}

// stream cuts out the data of a stream; at is behind its keyword. A length
// that is wrong is replaced by the distance to "endstream".
func (f *File) stream(d Dict, at int) Object {
	if at < len(f.data) && f.data[at] == '\r' {
		at++
	}
	if at < len(f.data) && f.data[at] == '\n' {
		at++
	}
	rest := f.data[at:]
	if n, ok := f.Resolve(d["Length"]).(Integer); ok && n >= 0 && int64(n) <= int64(len(rest)) {
		p := lexer{data: rest, at: int(n)}
		if p.next() == keyword("endstream") {
			return &Stream{Dict: d, Raw: rest[:n]}
		}
	}
	before, _, ok := bytes.Cut(rest, []byte("endstream"))
	if !ok {
		return nil
	}
	return &Stream{Dict: d, Raw: bytes.TrimSuffix(bytes.TrimSuffix(before, []byte("\n")), []byte("\r"))}
}

// unpacked reads an object of an object stream (7.5.7).
func (f *File) unpacked(stream, index, number int) Object {
	s, ok := f.opened[stream]
	if !ok {
		s = f.unpack(stream)
		f.opened[stream] = s
	}
	if index >= len(s.numbers) || s.numbers[index] != number || s.offsets[index] >= len(s.data) {
		return nil
	}
	p := parser{lexer: lexer{data: s.data, at: s.offsets[index]}}
	o := p.object()
	if _, ok := o.(keyword); ok {
		return nil
	}
	return o
}

func (f *File) unpack(stream int) (s packed) {
	if e, ok := f.entries[stream]; !ok || e.packed {
		return s
	}
	st, ok := f.load(Ref{Number: stream}).(*Stream)
	if !ok {
		return s
	}
	data, err := f.Data(st)
	first, ok := f.Resolve(st.Dict["First"]).(Integer)
	if err != nil || !ok || first < 0 || int64(first) > int64(len(data)) {
		return s
	}
	s.data = data
	l := lexer{data: data[:first]}
	for {
		number, ok1 := l.next().(Integer)
		offset, ok2 := l.next().(Integer)
		if !ok1 || !ok2 || offset < 0 || int64(offset) > int64(len(data)) {
			return s
		}
		s.numbers = append(s.numbers, int(number))
		s.offsets = append(s.offsets, int(first)+int(offset))
	}
}

// Dict is o as a dictionary, also that of a stream; nil if it is none.
func (f *File) Dict(o Object) Dict {
	switch v := f.Resolve(o).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array is o as an array; nil if it is none.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream is o as a stream; nil if it is none.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Name is o as a name; "" if it is none.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// Text is o as a text string in UTF-8 (7.9.2.2), and whether it is one.
func (f *File) Text(o Object) (string, bool) {
	s, ok := f.Resolve(o).(String)
	return decodeText(string(s)), ok
}

// Integer is o as a whole number, and whether it is one.
func (f *File) Integer(o Object) (int, bool) {
	n, ok := f.Resolve(o).(Integer)
	const limit = 1<<31 - 1
	return int(max(-limit, min(limit, n))), ok
}
