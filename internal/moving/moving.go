// Package moving takes over sites that were written for other programs: Hugo,
// Jekyll and Eleventy.
//
// The old site is read and never changed. Take returns what is to be written,
// as values, and an account of every file of the old site: where it went, what
// was changed in it, or why it was passed over. Nothing is guessed: what has
// one right answer is converted, everything else is kept and reported.
//
// The nouns: a Generator knows how a program lays out its folders (its roles,
// its addresses, its settings). A page is one article on its way: its entries,
// its body, its old and its new address.
package moving

import (
	"io/fs"
	"time"

	"stadtbote/internal/diag"
)

// Input is all that Take needs.
type Input struct {
	Old      fs.FS     // the old site
	From     string    // one of Generators
	Language string    // of the names of keys in what is written: "de" or "en"
	Now      time.Time // the date of drafts that have none
	Settings bool      // stadtbote.yaml is to be written
}

// Generators returns the programs whose sites can be taken over.
func Generators() []string { return []string{"hugo", "jekyll", "eleventy"} }

// Result is what becomes of an old site.
type Result struct {
	Files    []File
	Accounts []Account // one for every file of the old site, by path
}

// File is a file to be written: Data, or a copy of a file of the old site.
type File struct {
	Path string // slash-separated, relative to the new site
	From string // in the old site
	Copy bool   // as it is
	Data []byte
}

// Fate is what became of a file.
type Fate uint8

// The fates of files.
const (
	Passed  Fate = iota // not taken over; the first finding says why
	Taken               // an article
	Copied              // a picture or another file, as it is
	Read                // settings
	Refused             // an article that could not be taken over
)

// Account tells what became of one file of the old site, or of a whole folder
// that belongs to the old program ("node_modules/").
type Account struct {
	Path  string
	Fate  Fate
	To    []string  // in the new site
	Diags diag.List // what was changed or left; places are in the old file
}

// Take returns what becomes of an old site.
func Take(in Input) (*Result, error) {
	m := move{Input: in, generator: generatorOf(in.From), taken: map[string]string{}, byFile: map[string]*page{}, byAddress: map[string]*page{}, copies: map[string]string{}}
	if err := m.survey(); err != nil {
		return nil, err
	}
	m.settle()
	for _, p := range m.pages {
		m.finish(p)
	}
	m.writeSettings()
	m.accountForData()
	return m.result(), nil
}

// move is one site being taken over.
type move struct {
	Input
	generator

	config    settings
	found     []found
	pages     []*page
	written   []File
	accounts  []Account
	taken     map[string]string // path in the new site → file of the old one
	byFile    map[string]*page  // by path in the old site
	byAddress map[string]*page  // by old address, without slashes at its ends
	copies    map[string]string // path in the new site of what is copied, by its path and by its address in the old one
	sections  []string          // in the order in which they are met
	html      bool              // some text has HTML
}

// account notes what became of a file.
func (m *move) account(file string, fate Fate, ds diag.List, to ...string) {
	m.accounts = append(m.accounts, Account{Path: file, Fate: fate, To: to, Diags: ds})
}

// pass notes why a file is passed over.
func (m *move) pass(file string, code diag.Code, args ...any) {
	var ds diag.List
	ds.Report(file, diag.Pos{}, code, args...)
	m.account(file, Passed, ds)
}

// note adds a finding to a page.
func (p *page) note(pos diag.Pos, code diag.Code, args ...any) {
	p.diags.Report(p.from, pos, code, args...)
}
