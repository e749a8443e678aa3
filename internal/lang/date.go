package lang

import (
	"strconv"
	"strings"
	"sync"
	"time"

	_ "time/tzdata" // Europe/Berlin must be known on every machine
)

// Berlin returns the time zone in which all dates of a site are meant.
func Berlin() *time.Location { return berlin() }

var berlin = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic("lang: Europe/Berlin is not embedded: " + err.Error())
	}
	return zone
})

var germanMonths = [...]string{
	"Januar", "Februar", "März", "April", "Mai", "Juni",
	"Juli", "August", "September", "Oktober", "November", "Dezember",
}

// MonthName returns the name of a month.
func MonthName(m time.Month, language string) string {
	if m < time.January || m > time.December {
		return ""
	}
	if known(language) == english {
		return m.String()
	}
	return germanMonths[m-1]
}

// ShortDate returns the day in Berlin as "9.11.2018".
func ShortDate(t time.Time) string {
	year, month, day := t.In(Berlin()).Date()
	return strconv.Itoa(day) + "." + strconv.Itoa(int(month)) + "." + strconv.Itoa(year)
}

// LongDate returns the day in Berlin as "9. November 2018" or "9 November 2018".
func LongDate(t time.Time, language string) string {
	year, month, day := t.In(Berlin()).Date()
	dot := ". "
	if known(language) == english {
		dot = " "
	}
	return strconv.Itoa(day) + dot + MonthName(month, language) + " " + strconv.Itoa(year)
}

// ClockTime returns the time of day in Berlin as "10.30 Uhr", "10 Uhr" or
// "10:30". Number and word stay on one line: a no-break space is between them
// (DIN 5008).
func ClockTime(t time.Time, language string) string {
	hour, minute, _ := t.In(Berlin()).Clock()
	minutes := strconv.Itoa(minute)
	if minute < 10 {
		minutes = "0" + minutes
	}
	switch {
	case known(language) == english:
		return strconv.Itoa(hour) + ":" + minutes
	case minute == 0:
		return strconv.Itoa(hour) + "\u00a0Uhr"
	}
	return strconv.Itoa(hour) + "." + minutes + "\u00a0Uhr"
}

// ParseDate reads a date as authors write it: 2018-11-09, 9.11.2018 or
// "9. November 2018", alone or with a time of day (10:00, 10.30 Uhr,
// T10:00:00) and a zone (Z, -0400, +01:00). Without a zone Europe/Berlin is
// meant, and in the hour that comes twice the first one. A day that no calendar has is not ok. The result is in Berlin's zone.
func ParseDate(s string) (t time.Time, hasTime, ok bool) {
	r := dateReader{rest: strings.TrimSpace(s)}
	year, month, day, ok := r.date()
	if !ok || !exists(year, month, day) {
		return time.Time{}, false, false
	}
	if r.rest == "" {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, Berlin()), false, true
	}
	clock, ok := r.clock()
	if !ok {
		return time.Time{}, false, false
	}
	zone, ok := r.zone()
	if !ok || r.rest != "" {
		return time.Time{}, false, false
	}
	t = time.Date(year, time.Month(month), day, 0, 0, 0, 0, zone)
	t = time.Date(year, time.Month(month), day, clock.hour, clock.minute, clock.second, clock.nano, t.Location())
	if zone == Berlin() && Second(t) {
		t = t.Add(-time.Hour) // the first of the two
	}
	return t.In(Berlin()), true, true
}

// exists reports whether the calendar has such a day.
func exists(year, month, day int) bool {
	if year < 1000 || month < 1 || month > 12 || day < 1 {
		return false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() == day
}
