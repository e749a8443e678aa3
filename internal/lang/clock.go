package lang

import (
	"strings"
	"time"
)

// Doubt tells that a written time of day is none, or two.
type Doubt uint8

// The doubts about a time of day in Berlin.
const (
	NoDoubt  Doubt = iota
	HourLost       // in the hour that is left out when summer time begins
	HourBoth       // in the hour that comes twice when summer time ends
)

// ParseClock reads a time of day alone, as ParseDate does behind a day:
// "18:00", "18.30 Uhr", "18 Uhr".
func ParseClock(s string) (hour, minute int, ok bool) {
	r := dateReader{rest: " " + strings.TrimSpace(s)}
	c, ok := r.clock()
	return c.hour, c.minute, ok && r.rest == ""
}

// ClockDoubt returns whether a text that ParseDate can read means a moment for
// certain. An author who names the zone leaves no doubt.
func ClockDoubt(s string) Doubt {
	r := dateReader{rest: strings.TrimSpace(s)}
	year, month, day, ok := r.date()
	if !ok || r.rest == "" {
		return NoDoubt
	}
	c, ok := r.clock()
	if !ok || strings.TrimSpace(r.rest) != "" {
		return NoDoubt
	}
	t := time.Date(year, time.Month(month), day, c.hour, c.minute, 0, 0, Berlin())
	switch {
	case t.Hour() != c.hour || t.Minute() != c.minute:
		return HourLost
	case twin(t, time.Hour) || twin(t, -time.Hour):
		return HourBoth
	}
	return NoDoubt
}

// Second reports whether the clocks in Berlin show a moment's time for the
// second time on that day.
func Second(t time.Time) bool { return twin(t.In(Berlin()), -time.Hour) }

// twin reports whether the clock shows the same time a while later.
func twin(t time.Time, later time.Duration) bool {
	other := t.Add(later)
	return other.Day() == t.Day() && other.Hour() == t.Hour() && other.Minute() == t.Minute()
}

// Midnight returns the beginning of a moment's day in Berlin, some days later.
func Midnight(t time.Time, days int) time.Time {
	year, month, day := t.In(Berlin()).Date()
	return time.Date(year, month, day+days, 0, 0, 0, 0, Berlin())
}

var germanWeekdays = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}

// WeekdayName returns the name of a day of the week.
func WeekdayName(d time.Weekday, language string) string {
	if d < time.Sunday || d > time.Saturday {
		return ""
	}
	if known(language) == english {
		return d.String()
	}
	return germanWeekdays[d]
}
