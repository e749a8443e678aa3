package lang

import (
	"strings"
	"time"
)

// dateReader reads the parts of a date from the front of rest.
type dateReader struct{ rest string }

// clockTime is a time of day.
type clockTime struct{ hour, minute, second, nano int }

// date reads a day in any of the known forms.
func (r *dateReader) date() (year, month, day int, ok bool) {
	first, digits := r.number(4)
	switch digits {
	case 4:
		month, day, ok = r.monthAndDay()
		return first, month, day, ok
	case 1, 2:
		return r.dayFirst(first)
	}
	return 0, 0, 0, false
}

// monthAndDay reads what follows the year: "-11-09" or "/11/09".
func (r *dateReader) monthAndDay() (month, day int, ok bool) {
	separator := "-"
	if strings.HasPrefix(r.rest, "/") {
		separator = "/"
	}
	if !r.skip(separator) {
		return 0, 0, false
	}
	month, digits := r.number(2)
	if digits == 0 || !r.skip(separator) {
		return 0, 0, false
	}
	day, digits = r.number(2)
	return month, day, digits > 0
}

// dayFirst reads what follows the day in "9.11.2018" and "9. November 2018".
func (r *dateReader) dayFirst(day int) (int, int, int, bool) {
	dot := r.skip(".")
	r.spaces()
	month, digits := r.number(2)
	if digits > 0 {
		if !dot || !r.skip(".") {
			return 0, 0, 0, false
		}
	} else if month = r.monthName(); month == 0 {
		return 0, 0, 0, false
	}
	r.spaces()
	year, digits := r.number(4)
	return year, month, day, digits == 4
}

// monthName reads a month's name, German or English, whole or shortened to
// three letters or more; it returns 0 where there is none.
func (r *dateReader) monthName() int {
	end := strings.IndexAny(r.rest, " .,\u00a0")
	if end < 0 {
		end = len(r.rest)
	}
	word := strings.ToLower(r.rest[:end])
	if len(word) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		de, en := strings.ToLower(germanMonths[m-1]), strings.ToLower(m.String())
		if strings.HasPrefix(de, word) || strings.HasPrefix(en, word) || word == "maerz" && m == time.March {
			r.rest = r.rest[end:]
			r.skip(".")
			return int(m)
		}
	}
	return 0
}

// clock reads the time of day after a date.
func (r *dateReader) clock() (clockTime, bool) {
	if !r.skip("T") && !r.skip("t") {
		r.skip(",")
		if !r.spaces() {
			return clockTime{}, false
		}
		r.skip("um ")
	}
	var c clockTime
	var digits int
	c.hour, digits = r.number(2)
	if digits == 0 || !r.skip(":") && !r.skip(".") {
		return c, digits > 0 && c.hour < 24 && r.skip(" Uhr")
	}
	c.minute, digits = r.number(2)
	if digits != 2 {
		return c, false
	}
	if r.skip(":") {
		if c.second, digits = r.number(2); digits != 2 {
			return c, false
		}
		c.nano = r.fraction()
	}
	_ = r.skip(" Uhr") || r.skip("\u00a0Uhr") || r.skip("h")
	return c, c.hour < 24 && c.minute < 60 && c.second < 60
}

// fraction reads a fraction of a second, in nanoseconds.
func (r *dateReader) fraction() int {
	if !strings.HasPrefix(r.rest, ".") || len(r.rest) < 2 || !isDigit(r.rest[1]) {
		return 0
	}
	r.rest = r.rest[1:]
	nano, unit := 0, 100_000_000
	for r.rest != "" && isDigit(r.rest[0]) {
		nano += int(r.rest[0]-'0') * unit
		unit /= 10
		r.rest = r.rest[1:]
	}
	return nano
}

// zone reads what is left: nothing (Berlin), Z, or an offset from UTC.
func (r *dateReader) zone() (*time.Location, bool) {
	r.spaces()
	if r.rest == "" {
		return Berlin(), true
	}
	if r.skip("Z") || r.skip("z") || r.skip("UTC") {
		return time.UTC, true
	}
	sign := 1
	if r.skip("-") {
		sign = -1
	} else if !r.skip("+") {
		return nil, false
	}
	hours, digits := r.number(2)
	if digits == 0 {
		return nil, false
	}
	r.skip(":")
	minutes, _ := r.number(2)
	if hours > 14 || minutes > 59 {
		return nil, false
	}
	return time.FixedZone("", sign*(hours*60+minutes)*60), true
}

// number reads up to most digits and returns their value and how many there were.
func (r *dateReader) number(most int) (value, digits int) {
	for digits < most && digits < len(r.rest) && isDigit(r.rest[digits]) {
		value = value*10 + int(r.rest[digits]-'0')
		digits++
	}
	r.rest = r.rest[digits:]
	return value, digits
}

// skip drops a prefix and reports whether it was there.
func (r *dateReader) skip(prefix string) bool {
	rest, found := strings.CutPrefix(r.rest, prefix)
	r.rest = rest
	return found
}

// spaces drops spaces and reports whether there were any.
func (r *dateReader) spaces() bool {
	rest := strings.TrimLeft(r.rest, " \u00a0")
	found := rest != r.rest
	r.rest = rest
	return found
}
