package theme

import (
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/diag"
)

// Failure is a mistake in a template that execution met: the author of the
// template must mend it.
type Failure struct{ Diag diag.Diagnostic }

// Error names the code, the place and what is wrong, for logs; people read the
// text of the catalogue.
func (f *Failure) Error() string {
	d := f.Diag
	return fmt.Sprintf("%s:%d:%d: %s %s", d.File, d.Pos.Line, d.Pos.Col, d.Code, strings.Join(d.Args, ", "))
}

// failure turns an error of execution into a Failure. What names no place, like
// a loop without end, happened somewhere in the page: its first loop is where
// to begin looking.
func (t *Theme) failure(page string, err error, data any) *Failure {
	d := findingOf(err, t.files, data)
	if d.File == Folder {
		d.File += "/" + page
		if d.Code == diag.TemplateEndless {
			d.Pos = firstLoop(t.files[page].text)
		}
	}
	return &Failure{d}
}

// missingPage is the finding about a page that the theme lacks.
func missingPage(name string, known []string) diag.Diagnostic {
	return diag.New(Folder+"/"+name, diag.Pos{}, diag.TemplatePage, name, strings.Join(known, ", "))
}

// findingOf turns an error of parsing, escaping or execution into a finding.
// data is what the template was executed with, or nil.
func findingOf(err error, files map[string]file, data any) diag.Diagnostic {
	place, message := locate(err.Error(), files)
	at := func(code diag.Code, args ...any) diag.Diagnostic {
		return diag.New(place.file, place.pos, code, args...)
	}
	var wrong *mistake
	var broken *panicked
	var escaping *template.Error
	switch {
	case errors.As(err, &wrong):
		return at(wrong.code, wrong.args...)
	case errors.Is(err, errEndless), errors.Is(err, errTooLong), errors.Is(err, errString):
		return at(diag.TemplateEndless)
	case errors.As(err, &broken):
		return diag.New(Folder+"/"+broken.name, diag.Pos{}, diag.TemplatePanic, broken.value)
	case errors.As(err, &escaping):
		return at(diag.TemplateEscaping, message)
	}
	if field, typ, ok := unknownField(message); ok {
		fields, _ := fieldsOf(typ, field, data)
		return at(diag.TemplateField, field, strings.TrimPrefix(typ, "*"), fields)
	}
	if function, ok := cutBetween(message, `function "`, `" not defined`); ok {
		return at(diag.TemplateFunction, function)
	}
	if data == nil {
		return at(diag.TemplateSyntax, message)
	}
	return at(diag.TemplateExecution, message)
}

// loop is how a template begins to repeat something.
var loop = regexp.MustCompile(`\{\{-?\s*range\b`)

// firstLoop returns the place of a template's first loop, or of its beginning.
func firstLoop(text string) diag.Pos {
	at := loop.FindStringIndex(text)
	if at == nil {
		return diag.Pos{Line: 1, Col: 1}
	}
	before := text[:at[1]-len("range")]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return diag.Pos{Line: 1 + strings.Count(before, "\n"), Col: 1 + utf8.RuneCountInString(before[lineStart:])}
}

// place is where an error says that it happened.
type place struct {
	file string
	pos  diag.Pos
}

// errorPrefix is how text/template and html/template begin an error's text.
var errorPrefix = regexp.MustCompile(`(?:html/)?template: ?([^:\s]+):(?:(\d+):(?:(\d+):)?)? `)

// locate returns the innermost place that an error names and what it says of
// it: a partial's error is wrapped in those of the templates around it.
func locate(text string, files map[string]file) (place, string) {
	matches := errorPrefix.FindAllStringSubmatchIndex(text, -1)
	if len(matches) == 0 {
		return place{file: Folder}, text
	}
	m := matches[len(matches)-1]
	name := text[m[2]:m[3]]
	p := place{file: Folder + "/" + name}
	if m[4] >= 0 {
		line, _ := strconv.Atoi(text[m[4]:m[5]])
		p.pos = diag.Pos{Line: line, Col: 1}
		source := lineOf(files[name].text, line)
		if m[6] >= 0 {
			offset, _ := strconv.Atoi(text[m[6]:m[7]])
			p.pos.Col = 1 + utf8.RuneCountInString(source[:min(offset, len(source))])
		} else if before, _, ok := strings.Cut(source, "{{"); ok {
			p.pos.Col = 1 + utf8.RuneCountInString(before)
		}
	}
	message := text[m[1]:]
	if _, inner, found := strings.Cut(message, ">: "); found && strings.HasPrefix(message, "executing ") {
		message = inner
	}
	return p, message
}

// lineOf returns the n-th line of a text, counted from 1.
func lineOf(text string, n int) string {
	for range n - 1 {
		_, text, _ = strings.Cut(text, "\n")
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// posAt returns the line and column of a byte offset.
func posAt(text string, at int) diag.Pos {
	before := text[:min(at, len(text))]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	return diag.Pos{Line: line, Col: column}
}

// cutBetween returns what stands between two texts.
func cutBetween(s, before, after string) (string, bool) {
	_, s, found := strings.Cut(s, before)
	if !found {
		return "", false
	}
	s, _, found = strings.Cut(s, after)
	return s, found
}
