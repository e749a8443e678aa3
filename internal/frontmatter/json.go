package frontmatter

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"stadtbote/internal/diag"
	"stadtbote/internal/syntax"
)

// locateObject returns the block of a file that begins with a JSON object: the
// object ends where its brackets are closed.
func locateObject(text []byte, start, line int) block {
	decoder := json.NewDecoder(bytes.NewReader(text[start:]))
	var object json.RawMessage
	if decoder.Decode(&object) != nil { // the reader will say what is wrong
		return block{jsonFormat, text[start:], line, Body{text[len(text):], line + bytes.Count(text[start:], newline)}}
	}
	end := start + int(decoder.InputOffset())
	rest := end + len(lineAt(text, end))
	if len(bytes.TrimSpace(text[end:rest])) > 0 { // text behind the bracket
		rest = end
	}
	return block{jsonFormat, text[start:end], line, Body{text[rest:], line + bytes.Count(text[start:rest], newline)}}
}

// jsonReader turns JSON into nodes. The library's decoder would forget places.
type jsonReader struct {
	*json.Decoder
	raw    []byte
	line   int // of raw[at:]
	at     int // place up to which line is counted
	nodes  int
	col    int
	lastIs int // offset where the last token ended
}

var (
	errDeep     = errors.New("nested too deeply")
	errMany     = errors.New("too many values")
	errNotTable = errors.New("not an object")
)

func (r *reader) json(b block) (node, bool) {
	j := &jsonReader{Decoder: json.NewDecoder(bytes.NewReader(b.raw)), raw: b.raw, line: b.line, col: 1}
	j.UseNumber()
	tree, err := j.value(0)
	if err == nil && tree.kind != table {
		err = errNotTable
	}
	switch {
	case err == nil:
		return tree, true
	case errors.Is(err, errDeep) || errors.Is(err, errMany):
		r.report(j.pos(j.lastIs), diag.MatterTooDeep, maxDepth, maxNodes)
	default:
		at := int(j.InputOffset())
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			at = max(at, int(syntax.Offset)-1)
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			at = len(b.raw)
		}
		r.unread(b, "JSON", syntax.JSON(b.raw, at, err))
	}
	return node{}, false
}

// next returns the next token and its place.
func (j *jsonReader) next() (json.Token, diag.Pos, error) {
	at := int(j.InputOffset())
	for at < len(j.raw) && bytes.IndexByte([]byte(" \t\r\n,:"), j.raw[at]) >= 0 {
		at++
	}
	pos := j.pos(at)
	token, err := j.Token()
	j.lastIs = at
	return token, pos, err
}

// pos returns the place of an offset, which never goes backwards.
func (j *jsonReader) pos(at int) diag.Pos {
	at = min(at, len(j.raw))
	for j.at < at {
		_, n := utf8.DecodeRune(j.raw[j.at:])
		j.col++
		if j.raw[j.at] == '\n' {
			j.line, j.col = j.line+1, 1
		}
		j.at += n
	}
	return diag.Pos{Line: j.line, Col: j.col}
}

func (j *jsonReader) value(depth int) (node, error) {
	token, pos, err := j.next()
	if err != nil {
		return node{}, err
	}
	if j.nodes++; j.nodes > maxNodes {
		return node{}, errMany
	}
	if depth > maxDepth {
		return node{}, errDeep
	}
	switch token := token.(type) {
	case json.Delim:
		if token == '{' {
			return j.table(pos, depth)
		}
		return j.list(pos, depth)
	case string:
		return node{kind: scalar, text: token, pos: pos}, nil
	case json.Number:
		return node{kind: scalar, text: token.String(), pos: pos}, nil
	case bool:
		if token {
			return node{kind: scalar, text: "true", pos: pos}, nil
		}
		return node{kind: scalar, text: "false", pos: pos}, nil
	}
	return node{pos: pos}, nil
}

func (j *jsonReader) list(pos diag.Pos, depth int) (node, error) {
	n := node{kind: list, pos: pos}
	for j.More() {
		item, err := j.value(depth + 1)
		if err != nil {
			return n, err
		}
		n.items = append(n.items, item)
	}
	_, _, err := j.next()
	return n, err
}

func (j *jsonReader) table(pos diag.Pos, depth int) (node, error) {
	n := node{kind: table, pos: pos}
	for j.More() {
		key, at, err := j.next()
		if err != nil {
			return n, err
		}
		value, err := j.value(depth + 1)
		if err != nil {
			return n, err
		}
		name, _ := key.(string)
		n.pairs = append(n.pairs, pair{name, at, value})
	}
	_, _, err := j.next()
	return n, err
}
