package check

import (
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
)

// Weigh returns a finding with the severity that the site gives it, and
// whether it is to be told at all. What makes publishing impossible keeps its
// weight.
func Weigh(d diag.Diagnostic, c *config.Config) (diag.Diagnostic, bool) {
	if c == nil || len(c.Check.Severity) == 0 || !diag.Adjustable(d.Code) {
		return d, true
	}
	switch c.Check.Severity[string(d.Code)] {
	case "off":
		return d, false
	case "note":
		d.Severity = diag.Note
	case "warning":
		d.Severity = diag.Warning
	case "error":
		d.Severity = diag.Error
	}
	return d, true
}

// Allowed returns which allowance of its article excuses a finding, -1 for
// none. A finding about the file as a whole is excused anywhere in it.
func Allowed(d diag.Diagnostic, allowances []article.Allowance) int {
	if len(allowances) == 0 || !diag.Adjustable(d.Code) {
		return -1
	}
	for i, a := range allowances {
		if diag.Code(strings.ToUpper(a.Code)) == d.Code && a.Reason != "" && (d.Pos.Line == 0 || a.From <= d.Pos.Line && d.Pos.Line <= a.To) {
			return i
		}
	}
	return -1
}

// Settle returns the findings as the site wants them weighed, without those
// that their authors allowed, and with what is wrong with the allowances.
func Settle(found diag.List, c *config.Config, articles []*article.Article) diag.List {
	by := make(map[string]*article.Article)
	used := map[*article.Article][]bool{}
	for _, a := range articles {
		if len(a.Allowances) > 0 {
			by[a.Path], used[a] = a, make([]bool, len(a.Allowances))
		}
	}
	var settled diag.List
	keep := func(d diag.Diagnostic) {
		if d, told := Weigh(d, c); told {
			settled = append(settled, d)
		}
	}
	for _, d := range found {
		if a := by[d.File]; a != nil {
			if i := Allowed(d, a.Allowances); i >= 0 {
				used[a][i] = true
				continue
			}
		}
		keep(d)
	}
	for _, a := range articles {
		for i, allowance := range a.Allowances {
			if d, wrong := judge(a.Path, allowance, used[a][i]); wrong {
				keep(d)
			}
		}
	}
	return settled
}

// judge returns what is wrong with an allowance.
func judge(file string, a article.Allowance, used bool) (d diag.Diagnostic, wrong bool) {
	code := diag.Code(strings.ToUpper(a.Code))
	_, known := diag.Lookup(code)
	switch {
	case a.Code == "" || !strings.HasPrefix(string(code), "SB"):
		return diag.New(file, a.Pos, diag.AllowForm, strings.TrimSpace(a.Code+" "+a.Reason)), true
	case !known:
		return diag.New(file, a.Pos, diag.AllowUnknown, a.Code), true
	case !diag.Adjustable(code):
		return diag.New(file, a.Pos, diag.AllowForbidden, a.Code), true
	case a.Reason == "":
		return diag.New(file, a.Pos, diag.AllowReasonless, a.Code), true
	case !used:
		return diag.New(file, a.Pos, diag.AllowUnused, a.Code), true
	}
	return d, false
}
