package pdf

import (
	"bytes"
	"encoding/binary"
	"io"
	"strconv"

	"stadtbote/internal/pack"
	"stadtbote/internal/typeset/font"
)

// packLimit is how many objects share an object stream. A reader unpacks a
// whole stream to see one of its objects; larger ones compress better.
const packLimit = 1000

// file is the lowest layer: numbered objects, object streams and the
// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
//
// Small objects go into object streams, which deflate to a fifth; streams may
// not, and stand in the file by themselves.
type file struct {
	press *Press
	*shared
	w       io.Writer
	out     []byte // what is not yet written to w
	written int64  // what is
	err     error  // the first of w

	entries []entry // by object number; 0 is the head of the free list
	heads   []byte  // "number offset " of each object in packed
	packed  []byte  // the objects of the open object stream
	members []ref   // their numbers
	scratch []byte
	buffer  []byte // for data of streams, before it is deflated
	encoder *pack.Encoder
	casting font.Casting
}

// entry is where an object is found. A zero entry is an object without a
// value, which counts as null.
type entry struct {
	kind  uint8 // 1: at an offset in the file; 2: in an object stream
	at    int64 // the offset, or the number of the object stream
	index int   // the place in the object stream
}

func (f *file) start(p *Press, w io.Writer, header string) {
	*f = file{
		press: p, shared: p.parts(), w: w, out: f.out[:0], entries: append(f.entries[:0], entry{}),
		heads: f.heads[:0], packed: f.packed[:0], members: f.members[:0],
		scratch: f.scratch[:0], buffer: f.buffer[:0], encoder: f.encoder, casting: f.casting,
	}
	if f.encoder == nil {
		f.encoder = new(pack.Encoder)
	}
	f.out = append(f.out, header...)
	f.out = append(f.out, "\n%\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\n"...) // four bytes above 127: ISO 19005-2, 6.1.2
}

// ref is the number of an object to come.
func (f *file) ref() ref {
	f.entries = append(f.entries, entry{})
	return ref(len(f.entries) - 1)
}

// refs are n numbers in a row; the first is returned.
func (f *file) refs(n int) ref {
	first := len(f.entries)
	for range n {
		f.entries = append(f.entries, entry{})
	}
	return ref(first)
}

// object starts the object r in the open object stream. Its value is appended
// to f.packed by the caller, up to the next call of object or stream.
func (f *file) object(r ref) {
	if len(f.members) == packLimit {
		f.flushPacked()
	}
	if len(f.members) > 0 {
		f.packed = append(f.packed, '\n')
	}
	f.heads = strconv.AppendInt(f.heads, int64(r), 10)
	f.heads = append(f.heads, ' ')
	f.heads = strconv.AppendInt(f.heads, int64(len(f.packed)), 10)
	f.heads = append(f.heads, ' ')
	f.entries[r] = entry{kind: 2, index: len(f.members)}
	f.members = append(f.members, r)
}

// add writes a whole object.
func (f *file) add(value string) ref {
	r := f.ref()
	f.object(r)
	f.packed = append(f.packed, value...)
	return r
}

// flushPacked writes the open object stream, if it holds anything.
func (f *file) flushPacked() {
	if len(f.members) == 0 {
		return
	}
	r := f.ref()
	for _, m := range f.members {
		f.entries[m].at = int64(r)
	}
	first := len(f.heads)
	f.heads = append(f.heads, f.packed...)
	dict := "/Type/ObjStm/N " + strconv.Itoa(len(f.members)) + "/First " + strconv.Itoa(first)
	f.pack(r, dict, f.heads, f.objects)
	f.heads, f.packed, f.members = f.heads[:0], f.packed[:0], f.members[:0]
}

// stream writes data as the compressed stream r. dict is the content of its
// dictionary but for Filter and Length.
func (f *file) stream(r ref, dict string, data []byte) {
	f.scratch = f.press.deflate(f.scratch[:0], data)
	f.raw(r, dict+"/Filter/FlateDecode", f.scratch)
}

// pack writes data as the compressed stream r, by codes made for its sort.
func (f *file) pack(r ref, dict string, data []byte, by *pack.Table) {
	if len(data) > pack.Limit {
		f.stream(r, dict, data)
		return
	}
	f.scratch = f.encoder.Append(f.scratch[:0], data, by)
	f.raw(r, dict+"/Filter/FlateDecode", f.scratch)
}

// packMetadata writes XMP as the compressed stream r. What nearly all files
// have in common is compressed beforehand.
func (f *file) packMetadata(r ref, xmp []byte) {
	const dict = "/Type/Metadata/Subtype/XML"
	if len(xmp) > pack.Limit || !bytes.HasPrefix(xmp, []byte(xmpOpening)) {
		f.pack(r, dict, xmp, f.metadata)
		return
	}
	f.encoder.Begin(f.scratch[:0], f.metadata)
	f.encoder.AddAfter(f.opening, xmp)
	f.scratch = f.encoder.End()
	f.raw(r, dict+"/Filter/FlateDecode", f.scratch)
}

// raw writes data as the stream r as it is.
func (f *file) raw(r ref, dict string, data []byte) {
	f.entries[r] = entry{kind: 1, at: f.written + int64(len(f.out))}
	f.out = strconv.AppendInt(f.out, int64(r), 10)
	f.out = append(f.out, " 0 obj\n<<"...)
	f.out = append(f.out, dict...)
	f.out = append(f.out, "/Length "...)
	f.out = appendInt(f.out, len(data))
	f.out = append(f.out, ">>stream\n"...)
	f.out = append(f.out, data...)
	f.out = append(f.out, "\nendstream\nendobj\n"...)
	if len(f.out) > 1<<18 {
		f.flush()
	}
}

// flush hands what is finished to the writer.
func (f *file) flush() {
	if f.err == nil {
		_, f.err = f.w.Write(f.out)
	}
	f.written += int64(len(f.out))
	f.out = f.out[:0]
}

// finish writes the cross-reference stream, with trailer as the content of its
// dictionary, and all that is left.
func (f *file) finish(trailer string) error {
	f.flushPacked()
	r := f.ref()
	at := f.written + int64(len(f.out))
	f.entries[r] = entry{kind: 1, at: at}
	wide := 2
	for at>>(8*wide) != 0 || len(f.entries)>>(8*wide) != 0 {
		wide++
	}
	dict := "/Type/XRef/Size " + strconv.Itoa(len(f.entries)) +
		"/W[1 " + strconv.Itoa(wide) + " 2]" + trailer +
		"/DecodeParms<</Predictor 12/Columns " + strconv.Itoa(wide+3) + ">>"
	f.buffer = f.xrefRows(f.buffer[:0], wide)
	f.pack(r, dict, f.buffer, f.shared.entries)
	f.out = append(f.out, "startxref\n"...)
	f.out = strconv.AppendInt(f.out, at, 10)
	f.out = append(f.out, "\n%%EOF\n"...)
	f.flush()
	return f.err
}

// xrefRows appends the cross-reference entries with PNG's Up predictor: neighbours
// differ little, so rows become mostly zeros.
func (f *file) xrefRows(rows []byte, wide int) []byte {
	var row, above [12]byte
	for i, e := range f.entries {
		row[0] = e.kind
		var at [8]byte
		binary.BigEndian.PutUint64(at[:], uint64(e.at))
		copy(row[1:], at[8-wide:])
		binary.BigEndian.PutUint16(row[1+wide:], uint16(e.index))
		if e.kind == 0 && i == 0 {
			row[1+wide], row[2+wide] = 0xff, 0xff // generation of the free list's head
		}
		rows = append(rows, 2)
		for j := range wide + 3 {
			rows = append(rows, row[j]-above[j])
		}
		above = row
	}
	return rows
}
