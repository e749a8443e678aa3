package article

import (
	"net/url"
	"strings"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// Happening is what an event says beside what every article does.
type Happening struct {
	Begin        time.Time // of an event of whole days: midnight of the first
	End          time.Time // exclusive; of whole days: midnight after the last. Zero if the author gave none
	AllDay       bool
	Venue        string // "Rathaus, Großer Saal"; may be ""
	Address      string // "Marktplatz 1, 39340 Musterstadt"; may be ""
	Online       Value  // address of a conference or stream; may be empty
	Cancelled    bool
	CancelledOn  time.Time // zero if unknown
	Moved        bool
	MovedFrom    time.Time // its former beginning; zero if unknown
	FromTime     bool      // MovedFrom has a time of day
	Organizer    string    // may be ""
	Registration string    // what the author says on it, or an address; may be ""
	RegisterURL  string    // if Registration is an address: https:…, mailto:…
	UID          string    // its name in calendars, before the "@"; "" for that of the file
}

// Over returns from when on an event is past: midnight after its last day.
func (h *Happening) Over() time.Time {
	if h.End.After(h.Begin) {
		return lang.Midnight(h.End.Add(-time.Nanosecond), 1)
	}
	return lang.Midnight(h.Begin, 1)
}

// happening takes in what the front matter says about an event.
func (b *builder) happening() {
	m := &b.matter.Event
	if b.Kind != Event {
		if m.First.Text != "" {
			b.report(m.First.Pos, diag.EventKeyAstray, m.First.Text)
		}
		return
	}
	h := &Happening{
		AllDay: m.AllDay || !m.Begin.HasTime, Begin: m.Begin.Time, End: m.End.Time,
		Venue: b.typeset(m.Venue), Address: b.typeset(oneLine(m.Address)), Online: Value(m.Online),
		Cancelled: m.Cancelled, CancelledOn: m.CancelledOn.Time,
		Moved: m.Moved, MovedFrom: m.MovedFrom.Time, FromTime: m.MovedFrom.HasTime,
		Organizer: b.typeset(m.Organizer), UID: lang.Slug(m.UID),
	}
	b.Happening = h
	b.times(m)
	b.registration(m.Registration)
	if _, ok := b.contact("online", h.Online); !ok {
		h.Online = Value{}
	}
	if h.Venue == "" && len(b.matter.Places) == 0 && h.Online.Text == "" {
		b.report(top, diag.EventNowhere)
	}
	if b.Withdrawn {
		b.report(top, diag.EventWithdrawn)
	}
	b.changes()
}

// times settles when the event begins and ends.
func (b *builder) times(m *frontmatter.Event) {
	h := b.Happening
	if h.Begin.IsZero() {
		if m.Begin.Pos.Line == 0 && !b.has(diag.BadDate) {
			b.report(top, diag.EventNoBegin)
		}
		return
	}
	half := !h.End.IsZero() && m.Begin.HasTime != m.End.HasTime && !m.AllDay
	if half {
		kind := b.word("ganztägig", "one of whole days")
		if m.Begin.HasTime {
			kind = b.word("Termin bis zum Ende dieses Tages", "one until the end of that day")
		}
		b.report(m.End.Pos, diag.EventHalfTime, kind)
	}
	switch {
	case h.AllDay && h.End.IsZero():
		h.Begin = lang.Midnight(h.Begin, 0)
		h.End = lang.Midnight(h.Begin, 1)
	case h.AllDay:
		h.Begin = lang.Midnight(h.Begin, 0)
		h.End = lang.Midnight(h.End, 1)
	case half:
		h.End = lang.Midnight(h.End, 1)
	}
	if !h.End.IsZero() && (h.End.Before(h.Begin) || h.AllDay && !h.End.After(h.Begin)) {
		b.report(m.End.Pos, diag.EventEndsEarly, shownTime(m.End), shownTime(m.Begin))
		h.End = time.Time{}
	}
}

// word returns a word of a message: findings speak the site's language where
// they quote it.
func (b *builder) word(de, en string) string {
	if b.rules.Language == "en" {
		return en
	}
	return de
}

func shownTime(d frontmatter.Date) string {
	if d.HasTime {
		return d.Time.Format("2006-01-02 15:04")
	}
	return d.Time.Format(time.DateOnly)
}

// changes looks whether calendars can tell that a change is one.
func (b *builder) changes() {
	h := b.Happening
	switch {
	case h.Cancelled && h.CancelledOn.IsZero() && b.Updated.IsZero():
		b.report(top, diag.EventUndated, b.word("abgesagt", "cancelled"))
	case h.Moved && !h.Cancelled && b.Updated.IsZero():
		b.report(top, diag.EventUndated, b.word("verschoben", "moved"))
	}
}

// registration takes an address apart from what is said in words.
func (b *builder) registration(v frontmatter.Value) {
	h := b.Happening
	if address, ok := contactURL(v.Text); ok {
		h.RegisterURL, h.Registration = address, strings.TrimPrefix(v.Text, "mailto:")
		return
	}
	h.Registration = b.typeset(oneLine(v.Text))
}

// contact returns an address of the web or of a mailbox, or reports what is
// none. Nothing is fine.
func (b *builder) contact(key string, v Value) (address string, ok bool) {
	if v.Text == "" {
		return "", true
	}
	if address, ok = contactURL(v.Text); !ok {
		b.report(v.Pos, diag.BadURL, key, v.Text)
	}
	return address, ok
}

// contactURL returns "https://…" or "mailto:…" for what an author writes.
func contactURL(text string) (address string, ok bool) {
	if strings.ContainsAny(text, " \t\n\r<>\"") {
		return "", false
	}
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return "", false
	case (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "":
		return text, true
	case u.Scheme == "mailto" && strings.Contains(u.Opaque, "@"):
		return text, true
	case u.Scheme == "" && strings.Count(text, "@") == 1 && !strings.Contains(text, "/"):
		return "mailto:" + text, true
	}
	return "", false
}
