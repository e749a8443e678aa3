package config

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`)

// syntaxError takes the library's message apart: "yaml: line 3: could not …".
func syntaxError(err error) (line int, words string) {
	found := yamlLine.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if found == nil {
		return 1, err.Error()
	}
	if line, _ = strconv.Atoi(found[1]); line < 1 {
		line = 1
	}
	return line, found[2]
}
