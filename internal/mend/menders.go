package mend

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

func decode(b []byte) (rune, int) { return utf8.DecodeRune(b) }

// replace returns the edit that puts other words in the place of those that
// stand at a finding's place, or a little behind it in the same line.
func (f *file) replace(d diag.Diagnostic, old, now string) []edit {
	from, end, ok := f.at(d.Pos)
	if !ok || old == "" {
		return nil
	}
	skip := bytes.Index(f.text[from:end], []byte(old))
	if skip < 0 || strings.Trim(string(f.text[from:from+skip]), `"' [`) != "" {
		return nil
	}
	return []edit{{from + skip, from + skip + len(old), now}}
}

// spelling writes a tag or place as it is written elsewhere.
func (f *file) spelling(d diag.Diagnostic) []edit {
	if len(d.Args) < 2 {
		return nil
	}
	old := d.Args[0]
	from, end, ok := f.at(d.Pos)
	if !ok {
		return nil
	}
	if edits := f.replace(d, old, d.Args[1]); edits != nil {
		return edits
	}
	// Several tags in one text, "A, B", have one place.
	whole := regexp.MustCompile(`(^|[,;\["']\s*)` + regexp.QuoteMeta(old) + `($|\s*[,;\]"'])`)
	places := whole.FindAllIndex(f.text[from:end], -1)
	if len(places) != 1 {
		return nil
	}
	skip := bytes.Index(f.text[from+places[0][0]:end], []byte(old))
	at := from + places[0][0] + skip
	return []edit{{at, at + len(old), d.Args[1]}}
}

// stop deletes the full stop at the end of a headline.
func (f *file) stop(d diag.Diagnostic) []edit {
	from, end, ok := f.at(d.Pos)
	if !ok {
		return nil
	}
	value := strings.TrimRight(string(f.text[from:end]), " \t\"'")
	if !strings.HasSuffix(value, ".") {
		return nil
	}
	return []edit{{from + len(value) - 1, from + len(value), ""}}
}

// date writes a date that could be read in one way only as the calendar has it.
func (f *file) date(d diag.Diagnostic) []edit {
	if len(d.Args) < 2 {
		return nil
	}
	if mended, ok := Date(d.Args[1]); ok {
		return f.replace(d, d.Args[1], mended)
	}
	return nil
}

var dateForms = []struct {
	form             *regexp.Regexp
	year, month, day int // groups
}{
	{regexp.MustCompile(`^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{4})[ _](\d{1,2})[ _](\d{1,2})$`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$`), 1, 3, 2}, // day and month exchanged
	{regexp.MustCompile(`^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})$`), 3, 2, 1},
	{regexp.MustCompile(`^(\d{1,2})-(\d{1,2})-(\d{4})$`), 3, 2, 1},
	{regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`), 3, 2, 1},
}

// Date returns a date as 2018-11-09, if what an author wrote can mean one day
// only. 5/6/2018 is two.
func Date(written string) (string, bool) {
	written = strings.TrimSpace(written)
	var found string
	for _, form := range dateForms {
		m := form.form.FindStringSubmatch(written)
		if m == nil {
			continue
		}
		year := m[form.year]
		if len(year) == 2 {
			year = "20" + year
		}
		iso := fmt.Sprintf("%s-%02s-%02s", year, m[form.month], m[form.day])
		if _, _, ok := lang.ParseDate(iso); ok {
			found = iso
		}
		if strings.ContainsAny(written, "-/") && form.day < form.month && ambiguous(m[form.day], m[form.month]) {
			return "", false
		}
	}
	return found, found != ""
}

// ambiguous reports whether day and month could be exchanged.
func ambiguous(day, month string) bool {
	return day != month && len(day) <= 2 && fmt.Sprintf("%02s", day) <= "12" && fmt.Sprintf("%02s", month) <= "12"
}

// allowance deletes one that excuses nothing, with its line if it has one of
// its own.
func (f *file) allowance(d diag.Diagnostic) []edit {
	at, end, ok := f.at(d.Pos)
	if !ok {
		return nil
	}
	to := end
	if close := bytes.Index(f.text[at:end], []byte("-->")); bytes.HasPrefix(f.text[at:], []byte("<!--")) && close >= 0 {
		to = at + close + len("-->")
	}
	from, _, _ := f.line(d.Pos.Line)
	if len(bytes.TrimSpace(f.text[from:at]))+len(bytes.TrimSpace(f.text[to:end])) > 0 {
		return []edit{{at - spacesBefore(f.text[from:at]), to, ""}}
	}
	return []edit{{from, min(end+1, len(f.text)), ""}}
}

func spacesBefore(b []byte) int { return len(b) - len(bytes.TrimRight(b, " \t")) }

// quotes writes the quotation marks of the text's language.
func (f *file) quotes(diag.Diagnostic) []edit {
	a := article.Parse(f.path, f.text, f.rules)
	below := frontmatter.Below(f.path, f.text)
	if a.Broken {
		return nil
	}
	body := len(f.text) - len(below.Text)
	var edits []edit
	for _, q := range article.Document(a, f.text, f.rules).Quotes() {
		if at := body + q.At; f.text[at] == '"' {
			edits = append(edits, edit{at, at + q.Len, q.New})
		}
	}
	return edits
}

var (
	redirectsKey = regexp.MustCompile(`(?mi)^(weiterleitungen|aliases|redirect_from)\s*:[ \t]*(\[?)([^\n]*)$`)
	fence        = regexp.MustCompile(`(?m)^---[ \t]*$`)
)

// redirects adds addresses that are no more to those that lead to an article.
// Only YAML is written; other formats are left to their authors.
func (f *file) redirects(gone diag.List) []edit {
	if len(gone) == 0 || !bytes.HasPrefix(f.text, []byte("---\n")) {
		return nil
	}
	addresses := make([]string, len(gone))
	for i, d := range gone {
		addresses[i] = d.Args[0]
	}
	address := strings.Join(addresses, ", ")
	end := fence.FindIndex(f.text[4:])
	if end == nil {
		return nil
	}
	head := f.text[:4+end[0]]
	key := redirectsKey.FindSubmatchIndex(head)
	switch {
	case key == nil:
		return []edit{{len(head), len(head), "weiterleitungen: [" + address + "]\n"}}
	case key[4] < key[5]: // [a, b]
		at := key[5]
		if strings.TrimSpace(strings.Trim(string(head[key[6]:key[7]]), "]")) == "" {
			return []edit{{at, at, address}}
		}
		return []edit{{at, at, address + ", "}}
	case strings.TrimSpace(string(head[key[6]:key[7]])) == "": // one a line
		return []edit{{key[1] + 1, key[1] + 1, "  - " + strings.Join(addresses, "\n  - ") + "\n"}}
	}
	return []edit{
		{key[6], key[6], "["},
		{key[6] + len(strings.TrimRight(string(head[key[6]:key[7]]), " \t")), key[7], ", " + address + "]"},
	}
}
