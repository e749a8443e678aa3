package frontmatter

import (
	"strings"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// Event is what a front matter says about an event.
type Event struct {
	Begin, End       Date
	AllDay           bool // said so; a Begin without a time means it as well
	Venue, Address   string
	Online           Value
	Cancelled, Moved bool
	CancelledOn      Date // zero if only the fact is given
	MovedFrom        Date // its former beginning; likewise
	Organizer        string
	OrganizerURL     Value
	Registration     Value
	UID              string
	First            Value // the first key that only events have, for files that are none

	clock Value // an End that is a time of day alone
}

// takeEvent reads the value of a key that events have.
func (r *reader) takeEvent(id keyID, p pair) {
	e := &r.matter.Event
	if id == uidKey {
		e.UID = r.text(p).Text
		return // other generators give one to any page
	}
	r.ofEvent(p)
	switch id {
	case beginKey:
		e.Begin = r.date(p)
	case endKey:
		r.end(p)
	case allDayKey:
		e.AllDay = r.claim(p, false)
	case venueKey:
		r.venue(p)
	case addressKey:
		e.Address = r.text(p).Text
	case onlineKey:
		e.Online = r.text(p)
	case registrationKey:
		e.Registration = r.text(p)
	case organizerKey:
		r.organizer(p)
	case cancelledKey:
		e.Cancelled, e.CancelledOn = r.dateOrClaim(p)
	case movedKey:
		e.Moved, e.MovedFrom = r.dateOrClaim(p)
	}
}

// ofEvent notes the first key that only events have.
func (r *reader) ofEvent(p pair) {
	if r.matter.Event.First.Text == "" {
		r.matter.Event.First = Value{p.key, p.pos}
	}
}

// dateOrClaim reads yes or no, or the day of a yes.
func (r *reader) dateOrClaim(p pair) (bool, Date) {
	if _, _, ok := lang.ParseDate(p.value.text); ok && p.value.kind == scalar {
		return true, r.date(p)
	}
	return r.claim(p, false), Date{}
}

// end reads when an event ends: a moment, or a time of day alone.
func (r *reader) end(p pair) {
	if _, _, ok := lang.ParseClock(p.value.text); ok && p.value.kind == scalar {
		r.matter.Event.clock = r.text(p)
		return
	}
	r.matter.Event.End = r.date(p)
}

// joinEnd puts an end that is a time of day onto the day of the beginning, or
// onto the next one if it would lie before it.
func (r *reader) joinEnd() {
	e := &r.matter.Event
	if e.clock.Text == "" || e.Begin.Time.IsZero() {
		return
	}
	hour, minute, _ := lang.ParseClock(e.clock.Text)
	year, month, day := e.Begin.Time.Date()
	at := func(days int) time.Time {
		return time.Date(year, month, day+days, hour, minute, 0, 0, lang.Berlin())
	}
	end := at(0)
	if !end.After(e.Begin.Time) {
		end = at(1)
	}
	e.End = Date{end, true, e.clock.Pos}
	r.doubt(Value{end.Format("2006-01-02 15:04"), e.clock.Pos}, end)
}

// venue reads where an event takes place: a text, or name and address.
func (r *reader) venue(p pair) {
	e := &r.matter.Event
	if p.value.kind != table {
		e.Venue = r.text(p).Text
		return
	}
	r.fields(p.key, p.value, []field{
		{[]string{"name"}, into(&e.Venue)},
		{[]string{"anschrift", "adresse", "address"}, into(&e.Address)},
	})
}

// organizer reads who holds an event: a text, or name and address.
func (r *reader) organizer(p pair) {
	e := &r.matter.Event
	if p.value.kind != table {
		e.Organizer = r.text(p).Text
		return
	}
	r.fields(p.key, p.value, []field{
		{[]string{"name"}, into(&e.Organizer)},
		{[]string{"url", "link", "e_mail", "email"}, intoValue(&e.OrganizerURL)},
	})
	if strings.TrimSpace(e.Organizer) == "" {
		r.report(p.value.pos, diag.WrongType, p.key, p.key+": {name: …, url: https://…}", p.value.shown())
	}
}
