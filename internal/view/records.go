package view

// Municipalities is what municipalities.html sees: the list of data/kommunen.yaml.
type Municipalities struct {
	Page  *Page
	Count int // municipalities
	Lands []Land
}

// Land is one Land with its municipalities.
type Land struct {
	Name string
	ID   string // anchor on the page
	Of   []*Municipality
}

// Municipality is one of data/kommunen.yaml. Fields that it leaves out are "".
type Municipality struct {
	Name     string
	Land     string
	District string
	AGS      string // official municipality key: "15083270"
	Website  string
	Shown    string  // Website as people write it
	Place    *Term   // its sign; without URL if there are no reports
	Newest   []*Card // the newest reports about it
	More     bool    // there are others
}

// Credits is what credits.html sees: one page of the list of all pictures.
type Credits struct {
	Page  *Page
	Count int // pictures on all pages of the list
	Rows  []Credit
	Pager *Pager // nil if there is only one page
}

// Credit is one picture with what belongs to it.
type Credit struct {
	URL          string // of the picture
	Thumb        string // address of its smallest version
	Width        int    // of Thumb, pixels; 0 if unknown
	Height       int
	Alt          string // "" for a decorative picture
	Caption      string // may be ""
	Source       string // whom it comes from; may be ""
	Photographer string // may be ""
	Licence      string // may be ""
	Rights       string // copyright notice; may be ""
	Uses         []Link // pages that show it, the newest first
}

// Corrections is what corrections.html sees: one page of the list of all
// corrections and withdrawals.
type Corrections struct {
	Page  *Page
	Count int // on all pages of the list
	Rows  []Amendment
	Pager *Pager // nil if there is only one page
}

// Amendment is a correction of a report, or its withdrawal.
type Amendment struct {
	Date      Date   // its ISO is "" for a withdrawal whose day is unknown
	Text      string // "" for a withdrawal
	Withdrawn bool
	URL       string // of the report
	Label     string // its kicker and headline in one line
	Language  string // of the report, if it is not the site's; else ""
}
