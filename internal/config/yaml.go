package config

import (
	"bytes"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"stadtbote/internal/diag"
	"stadtbote/internal/syntax"
)

// clean returns a text in NFC without byte order mark, and the first line that
// is not UTF-8, or 0.
func clean(text []byte) (cleaned []byte, badLine int) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if !utf8.Valid(text) {
		for i, line := range bytes.Split(text, []byte("\n")) {
			if !utf8.Valid(line) {
				return nil, i + 1
			}
		}
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return norm.NFC.Bytes(bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))), 0
}

// unread reports what the library of YAML refuses in a file.
func unread(file string, text []byte, err error) diag.List {
	return listed(file, syntax.YAML(text, err, func(beginning []byte) bool {
		var doc yaml.Node
		var value any
		return yaml.Unmarshal(beginning, &doc) == nil && doc.Decode(&value) == nil
	}))
}

// listed is a mistake as a finding.
func listed(file string, m syntax.Mistake) diag.List {
	if m.Code == "" {
		m.Code, m.Args = diag.ConfigSyntax, []any{m.Words}
	}
	return diag.List{diag.New(file, m.Pos, m.Code, m.Args...)}
}
