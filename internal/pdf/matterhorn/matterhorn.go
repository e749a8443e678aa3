// Package matterhorn judges finished PDF files: does a screen reader get from
// them what an eye sees?
//
// It tests the conditions of the Matterhorn Protocol 1.1 that a machine can
// test, which are all the ways to fail PDF/UA-1 (ISO 14289-1), the conditions
// of PDF/UA-2 (ISO 14289-2) that differ, and those of PDF/A (ISO 19005) on
// which archives insist and which are easily broken: colours, fonts, flags of
// annotations. The reference is veraPDF; this package is for everyone who has
// no Java at hand, and finishes in milliseconds. A file without findings is
// not proven to be good: whether an alternative text is true, no machine
// knows.
//
// Nouns:
//
//   - A Condition is a way to fail, with its number: "13-004" of the protocol,
//     "UA1 6.2" or "PDF/A 6.2.4.3" where only the standard has it.
//   - A Finding is a condition that a file fails, where first, and how often.
//   - A Report is what a file claims to be and all its findings.
package matterhorn

import (
	"cmp"
	"errors"
	"slices"

	"stadtbote/internal/pdf/cos"
)

// Report is the judgement about one file.
type Report struct {
	UA       int    // the part of PDF/UA that the file claims; 0 for none
	Archive  string // the part and level of PDF/A that it claims, "2A"; or ""
	Pages    int
	Findings []Finding // by number of the condition; none is good
}

// Finding is a condition that is failed.
type Finding struct {
	Condition Condition
	Page      int    // of the first failure, from 1; 0 concerns the whole file
	Detail    string // what failed first: a type, a font, a text; may be ""
	Count     int    // how many failures
}

// Check judges a file. An error means that it cannot be read at all.
func Check(data []byte) (*Report, error) {
	f, err := cos.Open(data)
	if errors.Is(err, cos.ErrEncrypted) {
		return checkEncrypted(f), nil
	}
	if err != nil {
		return nil, err
	}
	c := &checker{
		file: f, catalog: f.Catalog(), found: map[string]*Finding{}, fonts: map[cos.Ref]*fontUse{},
		numbered: map[cos.Ref]bool{}, devices: map[string]int{},
	}
	if f.Repaired {
		c.fail("PDF/A 6.1.4", "")
	}
	c.checkMetadata()
	c.checkCatalog()
	c.readStructure()
	c.checkStructure()
	c.checkPages()
	c.checkFonts()
	return c.report(), nil
}

// checker is one examination. Its parts fill it one after the other.
type checker struct {
	file    *cos.File
	catalog cos.Dict
	ua      int    // see Report
	archive string // see Report
	lang    bool   // the catalog states a language

	root        *element // the structure tree; nil if there is none
	elements    []*element
	byRef       map[cos.Ref]*element
	content     map[contentKey]*element // by page and number: the owner of marked content
	parents     map[int]*element        // by key of the parent tree: the owner of an annotation
	pageNumbers map[cos.Object]int
	pages       []cos.Object     // references to the pages
	page        int              // the page that is examined, from 1
	numbered    map[cos.Ref]bool // pages and forms whose content has numbers
	fonts       map[cos.Ref]*fontUse
	fontOrder   []cos.Ref
	devices     map[string]int // device colour spaces in use, with their first page
	intent      string         // colour space of the output intent, "" for none
	found       map[string]*Finding
}

// fail notes a failure of a condition.
func (c *checker) fail(number, detail string) {
	f, known := c.found[number]
	if !known {
		f = &Finding{Condition: condition(number), Page: c.page, Detail: detail}
		c.found[number] = f
	}
	f.Count++
}

func (c *checker) report() *Report {
	r := &Report{UA: c.ua, Archive: c.archive, Pages: len(c.pages)}
	for _, f := range c.found {
		r.Findings = append(r.Findings, *f)
	}
	slices.SortFunc(r.Findings, func(a, b Finding) int { return cmp.Compare(a.Condition.Number, b.Condition.Number) })
	return r
}

// checkEncrypted judges what can be seen without a key: whether the rights let
// a screen reader at the text (ISO 14289-1, 7.16).
func checkEncrypted(f *cos.File) *Report {
	c := &checker{file: f, found: map[string]*Finding{}}
	rights, ok := f.Integer(f.Dict(f.Trailer["Encrypt"])["P"])
	switch {
	case !ok:
		c.fail("26-001", "")
	case rights&(1<<9) == 0:
		c.fail("26-002", "")
	}
	c.fail("PDF/A 6.1.3", "")
	return c.report()
}

// second reports whether the file is judged by PDF/UA-2.
func (c *checker) second() bool { return c.ua == 2 }
