package check

import "stadtbote/internal/diag"

// Rule is one entry of the table of rules.
type Rule struct {
	ID    string    // what it is called in docs/regeln.md: "A11Y-LANG"
	Code  diag.Code // its words and severity are the catalogue's
	Basis string    // law or standard
	// Kept tells that the program itself keeps the rule with its own templates;
	// those of a town may break it.
	Kept bool
	// By is the package that finds it while the site is read, "" for check.
	By string

	page  func(p *page, f *finder)    // looks at each finished page
	site  func(c *Checker, r *report) // looks at the site, once
	stubs bool                        // looks at pages that do nothing but redirect as well
}
