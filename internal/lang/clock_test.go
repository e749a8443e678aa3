package lang

import (
	"testing"
	"time"
)

func TestClockDoubt(t *testing.T) {
	for text, want := range map[string]Doubt{
		"2027-03-28 02:30":       HourLost,
		"28.3.2027, 2.30 Uhr":    HourLost,
		"2027-03-28 01:59":       NoDoubt,
		"2027-03-28 03:00":       NoDoubt,
		"2027-10-31 02:00":       HourBoth,
		"2027-10-31 02:59":       HourBoth,
		"2027-10-31 01:59":       NoDoubt,
		"2027-10-31 03:00":       NoDoubt,
		"2027-10-31T02:30+01:00": NoDoubt,
		"2027-10-31T02:30:00Z":   NoDoubt,
		"2027-10-31":             NoDoubt,
		"bald":                   NoDoubt,
	} {
		if got := ClockDoubt(text); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}

func TestSecondTellsTheTwoHoursApart(t *testing.T) {
	for text, want := range map[string]bool{
		"2027-10-31T02:30+02:00": false, "2027-10-31T02:30+01:00": true,
		"2027-10-31T03:30+01:00": false, "2027-06-01T12:00": false,
	} {
		moment, _, ok := ParseDate(text)
		if !ok || Second(moment) != want {
			t.Errorf("%s: got %v, want %v", text, Second(moment), want)
		}
	}
}

func TestMidnightIsThatOfTheCalendar(t *testing.T) {
	evening, _, _ := ParseDate("2027-03-27 23:30")
	next := Midnight(evening, 2)
	if got := next.Format(time.RFC3339); got != "2027-03-29T00:00:00+02:00" {
		t.Errorf("two days after the evening before the clocks change is %s", got)
	}
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string][3]int{
		"18:00": {18, 0, 1}, "18.30 Uhr": {18, 30, 1}, "9 Uhr": {9, 0, 1}, "24:00": {}, "abends": {}, "": {}, "2027-01-01": {}, "18": {},
	} {
		hour, minute, ok := ParseClock(text)
		if ok != (want[2] == 1) || ok && (hour != want[0] || minute != want[1]) {
			t.Errorf("%q: got %d:%d, %v", text, hour, minute, ok)
		}
	}
}
