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

// Ground returns what the rule of a code rests on, in a language, "de" or "en":
// a law or standard by its German name, or a principle of the trade. ok is
// false for codes that are no rules.
func Ground(code diag.Code, language string) (id, basis string, ok bool) {
	for _, rule := range Rules() {
		if rule.Code != code {
			continue
		}
		if english := principles[rule.Basis]; english != "" && language == "en" {
			return rule.ID, english, true
		}
		return rule.ID, rule.Basis, true
	}
	return "", "", false
}

// principles are the grounds that are no laws, in German and English.
var principles = map[string]string{
	"Verweise führen zu etwas":                      "Links lead somewhere",
	"Verweise führen zu etwas (nur mit --external)": "Links lead somewhere (only with --external)",
	"Adressen bleiben":                              "Addresses stay",
	"Was genannt ist, ist da":                       "What is named is there",
	"Bilder sind scharf":                            "Pictures are sharp",
	"Was da ist, wird gezeigt":                      "What is there is shown",
	"Ein Wort, eine Liste":                          "One word, one list",
	"Handwerk":                                      "Craft",
	"Was später erscheint, hat eine Sperrfrist":     "What appears later has an embargo",
	"Jedes Datum ist ein Tag":                       "Every date is a day",
	"Ausnahmen sind begründet":                      "Exceptions have reasons",
	"Was die Veröffentlichung unmöglich macht, bleibt ein Fehler": "What makes publishing impossible stays an error",
	"Ausnahmen gelten nur, solange es sie braucht":                "Exceptions hold only as long as they are needed",
}
