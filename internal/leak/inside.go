package leak

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"unicode/utf16"
)

// The limits of what is taken out of one file: a few kilobytes can hold
// gigabytes of nothing.
const (
	mostInside  = 64 << 20 // bytes of all parts together
	mostParts   = 10_000
	mostNesting = 2 // a document within an archive is opened, an archive within that is not
)

// Part is what lies within a file: its name in there, if it has one, its bytes,
// and those of its text that markup or a page's typesetting had torn apart.
type Part struct {
	Name string
	Data []byte
	Text []byte
}

// Inside calls visit with each part of a file that others made: the entries of
// archives and of the documents that are such (DOCX, XLSX, PPTX, ODT, EPUB), and
// the streams of PDF files. Of any other file, and of damaged ones, nothing. It
// ends with the first error of visit, or quietly at the limits.
func Inside(data []byte, visit func(Part) error) error {
	o := opener{visit: visit, bytes: mostInside, parts: mostParts}
	return o.open(data, mostNesting)
}

// opener counts what it has taken out.
type opener struct {
	visit        func(Part) error
	bytes, parts int // that may yet come
}

func (o *opener) open(data []byte, nesting int) error {
	switch {
	case nesting == 0:
		return nil
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return o.archive(data, nesting)
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return o.document(data)
	}
	return nil
}

// take reads a part as far as the limits allow.
func (o *opener) take(r io.Reader) []byte {
	if o.parts--; o.parts < 0 || o.bytes <= 0 {
		return nil
	}
	data, _ := io.ReadAll(io.LimitReader(r, int64(o.bytes))) // what is damaged is read up to there
	o.bytes -= len(data)
	return data
}

// archive visits the entries of a ZIP file.
func (o *opener) archive(data []byte, nesting int) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil //nolint:nilerr // who cannot be opened holds nothing
	}
	for _, f := range r.File {
		entry, err := f.Open()
		if err != nil {
			continue
		}
		part := Part{Name: f.Name, Data: o.take(entry)}
		if isMarkup(part.Data) {
			part.Text = joined(part.Data)
		}
		_ = entry.Close() // only read
		if err := o.visit(part); err != nil {
			return err
		}
		if err := o.open(part.Data, nesting-1); err != nil {
			return err
		}
	}
	return nil
}

var (
	gap     = regexp.MustCompile(`</?(?:\w+:)?(?:p|h|br|tab|s|si|td|row|cr|line-break)\b[^>]*>`)
	between = regexp.MustCompile(`<[^>]*>`)
)

// joined is a text without its tags, which in documents stand within words.
func joined(markup []byte) []byte {
	return between.ReplaceAll(gap.ReplaceAll(markup, []byte(" ")), nil)
}

// document visits the streams of a PDF file, and what its objects say.
func (o *opener) document(data []byte) error {
	if err := o.visit(Part{Data: literals(data)}); err != nil {
		return err
	}
	for {
		_, rest, found := bytes.Cut(data, []byte("stream"))
		if !found {
			return nil
		}
		data = rest
		body := bytes.TrimLeft(rest[:min(len(rest), 2)], "\r\n")
		r, err := zlib.NewReader(io.MultiReader(bytes.NewReader(body), bytes.NewReader(rest[min(len(rest), 2):])))
		if err != nil {
			continue // not deflated: a photograph, or already seen
		}
		part := Part{Data: o.take(r)}
		part.Text = literals(part.Data)
		if err := o.visit(part); err != nil {
			return err
		}
	}
}

// literals returns the texts of a PDF file that stand in parentheses (ISO
// 32000-2, 7.3.4.2). Within an array they are parts of one line: only a wide
// gap between them is a blank.
func literals(data []byte) []byte {
	var out []byte
	inArray := false
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '[':
			inArray = true
		case ']':
			inArray = false
			out = append(out, ' ')
		case '(':
			text, end := literal(data[i:])
			if !inArray {
				out = append(out, ' ')
			}
			out = append(out, text...)
			i += end
			if inArray && wide.Match(data[min(len(data), i+1):min(len(data), i+16)]) {
				out = append(out, ' ')
			}
		}
	}
	return out
}

// wide is a step between two pieces of a line that is as wide as a blank.
var wide = regexp.MustCompile(`^\s*-(?:[2-9]\d\d|\d{4,})`)

// longestLiteral is the length above which a text in parentheses is none.
const longestLiteral = 4096

// literal reads one text in parentheses, and returns where it ends.
func literal(data []byte) (text []byte, end int) {
	var raw []byte
	depth := 0
	data = data[:min(len(data), longestLiteral)]
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\\':
			char, size := escaped(data[i+1:])
			raw = append(raw, char...)
			i += size
			continue
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				return characters(raw), i
			}
		}
		raw = append(raw, data[i])
	}
	return nil, len(data) / 8 // no end: hardly a text, and not to be looked for again and again
}

// escaped reads what follows a backslash.
func escaped(data []byte) (char []byte, size int) {
	value := 0
	for size < 3 && size < len(data) && data[size] >= '0' && data[size] <= '7' {
		value = value*8 + int(data[size]-'0')
		size++
	}
	switch {
	case size > 0:
		return []byte{byte(value)}, size
	case len(data) == 0:
		return nil, 0
	case bytes.IndexByte([]byte("nrtbf\r\n"), data[0]) >= 0:
		return []byte{' '}, 1
	}
	return data[:1], 1
}

// characters turns the bytes of a text into UTF-8: from UTF-16 if it says so,
// else from Latin-1, which the usual encodings of fonts are for letters.
func characters(raw []byte) []byte {
	if rest, wide := bytes.CutPrefix(raw, []byte("\xFE\xFF")); wide {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return []byte(string(utf16.Decode(units)))
	}
	var text []byte
	for _, c := range raw {
		text = append(text, string(rune(c))...)
	}
	return text
}
