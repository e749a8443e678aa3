package pdf

import (
	"errors"
	"time"
)

// Profile names the standards that a file conforms to and claims.
type Profile uint8

// The profiles.
const (
	// UA1 is PDF 1.7 with PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2),
	// or PDF/A-3a (ISO 19005-3) if a source is attached.
	UA1 Profile = iota
	// UA2 is PDF 2.0 with PDF/UA-2 (ISO 14289-2), WTPDF 1.0 for both reuse and
	// accessibility, and PDF/A-4f (ISO 19005-4), which needs an attached source.
	UA2
)

// Info is what a file says of itself.
type Info struct {
	Profile     Profile
	Title       string   // required: the speaking title, shown by viewers
	Language    string   // required: BCP 47, "de-DE"
	Authors     []string // names
	Publisher   string
	Description string
	Keywords    []string
	Address     string // the canonical address of the page, dc:identifier
	Creator     string // the program that made the text
	Created     time.Time
	Modified    time.Time  // zero: as Created
	ID          [16]byte   // digest of all that the file is made from
	Source      *Embedding // the text that the file is made from, or nil
}

// Embedding is a file inside the file (ISO 32000-1, 7.11.4).
type Embedding struct {
	Name        string // "meldung.md"
	Type        string // "text/markdown"
	Description string
	Data        []byte
	Modified    time.Time
}

// check refuses what no conforming file can lack.
func (i *Info) check() error {
	switch {
	case i.Title == "":
		return errors.New("pdf: a document needs a title")
	case i.Language == "":
		return errors.New("pdf: a document needs a language")
	case i.Profile == UA2 && i.Source == nil:
		return errors.New("pdf: PDF/A-4f needs an attached source")
	}
	return nil
}

func (i *Info) modified() time.Time {
	if i.Modified.IsZero() {
		return i.Created
	}
	return i.Modified
}

// header is the first line of a file.
func (i *Info) header() string {
	if i.Profile == UA2 {
		return "%PDF-2.0"
	}
	return "%PDF-1.7"
}

// appendDate writes a date as a string object (ISO 32000-1, 7.9.4).
func appendDate(b []byte, t time.Time) []byte {
	b = append(b, "(D:"...)
	b = t.AppendFormat(b, "20060102150405-07")
	b = append(b, '\'')
	b = append(b, t.Format("-0700")[3:]...)
	return append(b, ')')
}
