package view

import "html/template"

// Events is what events.html sees: the events to come, or one page of the past
// ones.
type Events struct {
	Page        *Page
	Past        bool // the past ones, newest first
	Count       int  // on all pages of the list
	Months      []EventMonth
	CalendarURL string // of all events; "" if there is none
	OtherURL    string // from the events to come to the past ones and back; "" if there are none
	Pager       *Pager // nil if there is only one page
}

// EventMonth is one month with events.
type EventMonth struct {
	Name   string // "März 2027"
	ID     string // anchor on the page
	Events []*EventCard
}

// EventCard is an event as other pages show it. All pages share one for each.
type EventCard struct {
	URL         string
	Headline    string
	Display     string // the headline for its heading: long words have soft hyphens
	Kicker      string // without its colon; may be ""
	Teaser      string // may be ""
	Language    string // of the event, if it is not the site's; else ""
	When        When
	Place       *Term  // its first place; nil if it has none
	Venue       string // may be ""
	Online      bool   // one can take part from afar
	Cancelled   bool
	CancelledOn Date // its ISO is "" if unknown
	Moved       bool
	MovedFrom   Date   // its former beginning; its ISO is "" if unknown
	CalendarURL string // "" if there is none
}

// When is when an event takes place.
type When struct {
	Begin   Date   // Short: "18.3.2027, 9.30 Uhr"; of whole days without a time
	End     Date   // the last day of whole days; on the day of Begin only the time: "18 Uhr". Its ISO is "" if unknown or the same day
	Day     string // "18"
	Weekday string // "Donnerstag"
	Short   string // "Do"
	Month   string // "März"
	Year    string // "2027"
}

// Event is what event.html sees: one event.
type Event struct {
	Page         *Page
	Card         *EventCard
	Subtitle     string // may be ""
	Place        *Term  // its first place; nil if it has none
	Places       []*Term
	Address      string // of the venue; may be ""
	OnlineURL    string // "" if one cannot take part from afar
	Organizer    string // may be ""
	Registration string // what is said on it, or how its address is shown; may be ""
	RegisterURL  string // "" where Registration is in words
	Past         bool   // is over
	Updated      Date   // of the last change of substance; its ISO is "" if there was none
	Picture      *Picture
	Body         template.HTML // the text
	Pictures     []*Picture    // further pictures, below the text
	Corrections  []Correction
	Links        []Link
	Earlier      []*Card
	Later        []*Card
	Tags         []*Term
	Credit       string       // sources of all pictures; may be ""
	Mail         template.URL // mailto address of "Link mailen"
}
