package frontmatter

import (
	"fmt"
	"time"

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
	Registration     Value
	UID              string
	First            Value // the first key that only events have, for files that are none

	clock Value // an End that is a time of day alone
}

// noteEvent notes the first key that only events have.
func (r *reader) noteEvent(p pair) {
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
	for day := range 2 {
		date := lang.Midnight(e.Begin.Time, day).Format(time.DateOnly)
		text := fmt.Sprintf("%s %d:%02d", date, hour, minute)
		moment, _, _ := lang.ParseDate(text)
		if moment.After(e.Begin.Time) || day == 1 {
			e.End = Date{moment, true, e.clock.Pos}
			r.doubt(Value{text, e.clock.Pos}, moment)
			return
		}
	}
}
