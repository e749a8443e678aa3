package calendar

import (
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stadtbote/internal/lang"
	"stadtbote/internal/site"
	"stadtbote/internal/theme"
)

// zone is Europe/Berlin since 1996, when summer time got its present end. What
// lies before is written in UTC.
const zone = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

// zoneFrom is the first year that zone is right for as a whole.
const zoneFrom = 1997

// lines writes the lines of a calendar.
type lines struct{ out strings.Builder }

// write writes a calendar.
func write(w io.Writer, s *site.Site, address string, events []*site.Entry) error {
	var l lines
	l.add("BEGIN", "VCALENDAR")
	l.add("VERSION", "2.0")
	l.add("PRODID", "-//Stadtbote//"+escape(host(s))+"//"+strings.ToUpper(s.Config.Language))
	l.add("CALSCALE", "GREGORIAN")
	name := s.Config.Title
	if address != s.CalendarURL() {
		name = events[0].Title
	}
	l.add("NAME", escape(name)) // RFC 7986
	l.add("X-WR-CALNAME", escape(name))
	l.add("SOURCE;VALUE=URI", s.Absolute(address))
	l.add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
	for line := range strings.Lines(zone) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		l.add(name, value)
	}
	words := theme.WordsOf(s.Config.Language)
	for _, e := range events {
		l.event(s, e, words)
	}
	l.add("END", "VCALENDAR")
	if _, err := io.WriteString(w, l.out.String()); err != nil {
		return fmt.Errorf("writing a calendar: %w", err)
	}
	return nil
}

// event adds one event.
func (l *lines) event(s *site.Site, e *site.Entry, words theme.Words) {
	h := e.Happening
	l.add("BEGIN", "VEVENT")
	l.add("UID", e.UID+"@"+host(s))
	stamp := Stamp(e).UTC().Format(utc)
	l.add("DTSTAMP", stamp)
	l.add("LAST-MODIFIED", stamp)
	l.add("SEQUENCE", strconv.Itoa(Sequence(e)))
	if h.AllDay {
		l.add("DTSTART;VALUE=DATE", h.Begin.In(lang.Berlin()).Format(day))
		l.add("DTEND;VALUE=DATE", h.End.In(lang.Berlin()).Format(day))
	} else {
		l.moment("DTSTART", h.Begin)
		if h.End.After(h.Begin) {
			l.moment("DTEND", h.End)
		}
	}
	title, status := e.Title, "CONFIRMED"
	if h.Cancelled {
		title, status = words.Say("cancelled")+": "+title, "CANCELLED"
	}
	l.add("SUMMARY"+spoken(e), escape(title))
	l.add("STATUS", status)
	address := s.Absolute(e.URL)
	l.add("DESCRIPTION"+spoken(e), escape(description(e, address)))
	l.optional("LOCATION", whereabouts(e))
	l.add("URL", address)
	if len(e.Tags) > 0 {
		names := make([]string, len(e.Tags))
		for i, t := range e.Tags {
			names[i] = escape(t.Name)
		}
		l.add("CATEGORIES", strings.Join(names, ","))
	}
	if h.Online.Text != "" {
		l.add("CONFERENCE;VALUE=URI", h.Online.Text)
	}
	l.add("END", "VEVENT")
}

// Forms of dates.
const (
	day   = "20060102"
	local = "20060102T150405"
	utc   = "20060102T150405Z"
)

// moment adds a moment in local time; in UTC where local time could be taken
// for another moment: in the hour that comes twice the first one is meant (RFC
// 5545, 3.3.5), and before 1997 zone is not right.
func (l *lines) moment(name string, t time.Time) {
	t = t.In(lang.Berlin())
	if lang.Second(t) || t.Year() < zoneFrom {
		l.add(name, t.UTC().Format(utc))
		return
	}
	l.add(name+";TZID=Europe/Berlin", t.Format(local))
}

// Stamp returns when what is said of an event was last revised: the newest of
// the days that its author gave; without any, its beginning.
func Stamp(e *site.Entry) time.Time {
	last := e.Changed()
	if on := e.Happening.CancelledOn; on.After(last) {
		last = on
	}
	if last.IsZero() {
		return e.Happening.Begin
	}
	return last
}

// Sequence returns the revision number of an event. It grows with the day of
// the last revision, and by the cancellation or the move itself, for authors
// who give no day.
func Sequence(e *site.Entry) int {
	revised := e.Updated
	if on := e.Happening.CancelledOn; on.After(revised) {
		revised = on
	}
	n := 0
	if since := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC); revised.After(since) {
		n = 4 * int(revised.Sub(since).Hours()/24)
	}
	if e.Happening.Moved {
		n++
	}
	if e.Happening.Cancelled {
		n += 2
	}
	return n
}

func description(e *site.Entry, address string) string {
	text := ""
	for _, part := range []string{e.Teaser, e.Happening.Registration, address} {
		if part == "" {
			continue
		}
		if text != "" {
			text += "\n\n"
		}
		text += part
	}
	return text
}

func whereabouts(e *site.Entry) string {
	h := e.Happening
	var parts []string
	for _, part := range []string{h.Venue, h.Address} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(e.Where) > 0 && !strings.Contains(h.Address, e.Where[0].Name) {
		parts = append(parts, e.Where[0].Name)
	}
	if len(parts) == 0 {
		return h.Online.Text
	}
	return strings.Join(parts, ", ")
}

// host returns what stands behind the "@" of names.
func host(s *site.Site) string {
	if u, err := url.Parse(s.Config.BaseURL); err == nil && u.Host != "" {
		return u.Hostname()
	}
	return "stadtbote"
}

func (l *lines) optional(name, value string) {
	if value != "" {
		l.add(name, escape(value))
	}
}

// longest is how many bytes a line has at most, its end not counted (RFC 5545,
// 3.1).
const longest = 75

// add appends a line, folded between two characters where it is too long.
func (l *lines) add(name, value string) {
	line := name + ":" + clean(value)
	for room := longest; len(line) > room; room = longest - 1 {
		cut := room
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		l.out.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	l.out.WriteString(line + "\r\n")
}

// clean drops what no line may hold: control characters, and bytes that are no
// UTF-8.
func clean(value string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, value)
}

// escape returns a text as a value of type TEXT (RFC 5545, 3.3.11). Soft
// hyphens and the like stay: they are letters to a calendar.
func escape(text string) string { return escapes.Replace(text) }

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// spoken returns the parameter that names a text's language, if it is not the
// site's.
func spoken(e *site.Entry) string {
	if e.Language == "" {
		return ""
	}
	return ";LANGUAGE=" + e.Language
}
