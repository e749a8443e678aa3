package view

import "html/template"

// Legal is what imprint.html, privacy.html and accessibility.html see: a page
// that is made from data/. Of Imprint, Privacy and Statement one is not nil.
type Legal struct {
	Page      *Page
	Headline  string
	Display   string // the headline for its heading: long words have soft hyphens
	Teaser    string
	Note      string // stands above all else; may be ""
	Imprint   *Imprint
	Privacy   *Privacy
	Statement *Statement
	Body      template.HTML // what a page of content/seiten/ at the same address adds; may be ""
}

// Imprint is who is responsible for the site, of data/impressum.yaml.
type Imprint struct {
	Name        string
	LegalForm   string
	Street      string
	Town        string // with its postcode
	Represented []string
	Contact     *Office
	FormURL     string // of a contact form; may be ""
	Register    string // "" if there is none
	VAT         string // "" if there is none
	Responsible *Office
	Supervisor  string // may be ""
}

// Office is somebody to turn to. Fields that the data leave out are "".
type Office struct {
	Name    string
	Address string
	Email   string
	Phone   string
	Tel     template.URL // address of the phone number
	URL     string
	Shown   string // URL as people write it
}

// Privacy is who answers for personal data, of data/datenschutz.yaml.
type Privacy struct {
	Controller *Office
	Officer    *Office // nil if there is none
	Authority  *Office
	Host       *Office
	Logs       string // what the server writes down, and what for
	Kept       string // how long
	Basis      string // in law
	AsOf       Date
}

// Statement is the accessibility statement, of data/barrierefreiheit.yaml.
type Statement struct {
	Scope       string
	Full        bool // conforms fully
	Partial     bool // conforms in part; neither means not at all
	Gaps        []Gap
	Created     Date
	Reviewed    Date
	Method      string
	Assessor    string
	Standard    string
	Contact     *Office
	Enforcement *Office
}

// Gap is something that is not accessible.
type Gap struct {
	What        string
	Reason      string
	Alternative string
}
