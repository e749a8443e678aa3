// Package lang knows German things: addresses (ä→ae), alphabetical order,
// dates, quotation marks and no-break spaces; and their English counterparts.
//
// A language is named by its tag: "de", "en", "en-GB"; "" means German. Texts
// in other languages are left as they are.
package lang

// language is what this package can tell apart.
type language uint8

const (
	german language = iota
	english
	other
)

// known returns the language that a tag names.
func known(tag string) language {
	if len(tag) > 2 && tag[2] == '-' {
		tag = tag[:2]
	}
	switch tag {
	case "", "de", "DE", "De":
		return german
	case "en", "EN", "En":
		return english
	}
	return other
}
