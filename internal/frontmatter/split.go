package frontmatter

import (
	"bufio"
	"bytes"
	"errors"
	"regexp"
	"sync"

	"github.com/adrg/frontmatter"

	"stadtbote/internal/diag"
)

type format uint8

const (
	yamlFormat format = iota
	tomlFormat
	jsonFormat
)

// block is a front matter as it stands in the file.
type block struct {
	format format
	raw    []byte // without fences
	line   int    // of the file that raw begins with
	body   Body
}

// errFound stops adrg/frontmatter once it has handed over the block: the rest
// of the file need not be copied.
var errFound = errors.New("found")

// capture is what the formats below fill instead of decoding.
type capture struct {
	format format
	raw    []byte
}

// formats are the fences that open and close a block.
var formats = []*frontmatter.Format{
	frontmatter.NewFormat("---", "---", keep(yamlFormat)),
	frontmatter.NewFormat("---yaml", "---", keep(yamlFormat)),
	frontmatter.NewFormat("+++", "+++", keep(tomlFormat)),
	frontmatter.NewFormat("---toml", "---", keep(tomlFormat)),
	frontmatter.NewFormat(";;;", ";;;", keep(jsonFormat)),
	frontmatter.NewFormat("---json", "---", keep(jsonFormat)),
	{Start: "{", End: "}", Unmarshal: keep(jsonFormat), UnmarshalDelims: true},
}

// keep returns a decoder that keeps the block as it is.
func keep(f format) frontmatter.UnmarshalFunc {
	return func(data []byte, into any) error {
		*into.(*capture) = capture{format: f, raw: data}
		return errFound
	}
}

// buffers are shared between calls: adrg/frontmatter would make one for each.
var buffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// split finds the front matter of a file.
func (r *reader) split(text []byte) (block, bool) {
	buffer := buffers.Get().(*bufio.Reader)
	defer buffers.Put(buffer)
	buffer.Reset(bytes.NewReader(text))
	var found capture
	if _, err := frontmatter.Parse(buffer, &found, formats...); !errors.Is(err, errFound) {
		return block{body: Body{Line: 1 + bytes.Count(text, newline)}}, r.noBlock(text)
	}
	b := locate(text, found)
	if len(b.raw) > maxBlock {
		r.report(diag.Pos{Line: b.line, Col: 1}, diag.MatterTooBig, "256 kB")
		return b, false
	}
	return b, true
}

var newline = []byte("\n")

// locate returns the block within the file. The library also takes an indented
// fence for the end, which may be a line of a text; then the first fence at
// the beginning of a line counts.
func locate(text []byte, found capture) block {
	start, line := 0, 1
	for len(bytes.TrimSpace(lineAt(text, start))) == 0 {
		start += len(lineAt(text, start))
		line++
	}
	fence := bytes.TrimSpace(lineAt(text, start))
	if fence[0] == '{' { // no fence, but the object itself
		return locateObject(text, start, line)
	}
	from := start + len(lineAt(text, start))
	end := from + len(found.raw)
	closing := fence[:3]
	if !bytes.HasPrefix(text[end:], closing) {
		if at := nextFence(text, end, closing); at >= 0 {
			end = at
		}
	}
	raw := text[from:end]
	rest := end + len(lineAt(text, end))
	line++
	return block{found.format, raw, line, Body{text[rest:], line + bytes.Count(text[from:rest], newline)}}
}

// nextFence returns the offset of the next line that is a fence and not
// indented, or -1.
func nextFence(text []byte, from int, fence []byte) int {
	for from < len(text) {
		line := lineAt(text, from)
		if bytes.HasPrefix(line, fence) && len(bytes.TrimSpace(line)) == len(fence) {
			return from
		}
		from += len(line)
	}
	return -1
}

// lineAt returns the line that begins at an offset, with its line feed.
func lineAt(text []byte, from int) []byte {
	if end := bytes.IndexByte(text[from:], '\n'); end >= 0 {
		return text[from : from+end+1]
	}
	return text[from:]
}

// noBlock says why a file has no front matter.
func (r *reader) noBlock(text []byte) bool {
	first := firstLine(text)
	opening := bytes.TrimSpace(first.text)
	for _, f := range formats {
		if string(opening) == f.Start {
			r.report(diag.Pos{Line: first.number, Col: 1}, diag.Unclosed, f.Start, f.End)
			return false
		}
	}
	if at := hiddenBlock.FindIndex(text[:min(len(text), 64<<10)]); at != nil {
		below := 1 + bytes.Count(text[:at[0]+1], newline)
		r.report(diag.Pos{Line: first.number, Col: 1}, diag.TextBefore, below)
		return false
	}
	r.report(diag.Pos{Line: first.number, Col: 1}, diag.NoMatter)
	return false
}

// hiddenBlock matches a front matter that something stands above of.
var hiddenBlock = regexp.MustCompile(`(?i)\n(---|\+\+\+)[ \t]*\n(?:.*\n){0,20}?["']?(titel|title)["']?[ \t]*[:=].*\n(?:.*\n){0,60}?(---|\+\+\+)[ \t]*(\n|$)`)

type numbered struct {
	text   []byte
	number int
}

// firstLine returns the first line that is not empty, or else an empty one.
func firstLine(text []byte) numbered {
	at, line := 0, 1
	for at < len(text) && len(bytes.TrimSpace(lineAt(text, at))) == 0 {
		at += len(lineAt(text, at))
		line++
	}
	if at == len(text) {
		line = 1
	}
	return numbered{lineAt(text, at), line}
}
