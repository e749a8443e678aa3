package lang

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	day := "2018-11-09T00:00:00+01:00"
	for _, c := range []struct {
		in, want string
		hasTime  bool
	}{
		{"2018-11-09", day, false},
		{"2018-11-9", day, false},
		{"2018/11/09", day, false},
		{"9.11.2018", day, false},
		{"09.11.2018", day, false},
		{" 9. 11. 2018 ", day, false},
		{"9. November 2018", day, false},
		{"9.\u00a0November 2018", day, false},
		{"9. Nov. 2018", day, false},
		{"9 November 2018", day, false},
		{"1. März 2019", "2019-03-01T00:00:00+01:00", false},
		{"1. Mai 2019", "2019-05-01T00:00:00+02:00", false},
		{"2018-11-09 10:00", "2018-11-09T10:00:00+01:00", true},
		{"2018-11-09T10:00", "2018-11-09T10:00:00+01:00", true},
		{"2018-07-09 10:00:30", "2018-07-09T10:00:30+02:00", true},
		{"9.11.2018, 10.30 Uhr", "2018-11-09T10:30:00+01:00", true},
		{"9.11.2018 um 10 Uhr", "2018-11-09T10:00:00+01:00", true},
		{"9. November 2018 10:30", "2018-11-09T10:30:00+01:00", true},
		{"2018-11-09T10:00:00Z", "2018-11-09T11:00:00+01:00", true},
		{"2018-11-09T23:30:00Z", "2018-11-10T00:30:00+01:00", true},
		{"2018-11-09T10:00:00.25+01:00", "2018-11-09T10:00:00.25+01:00", true},
		{"2018-11-09T10:00:00 -0400", "2018-11-09T15:00:00+01:00", true},
		{"2018-11-09 10:00:00 -5", "2018-11-09T16:00:00+01:00", true},
	} {
		t.Run(c.in, func(t *testing.T) {
			got, hasTime, ok := ParseDate(c.in)
			if !ok || hasTime != c.hasTime || got.Format(time.RFC3339Nano) != c.want {
				t.Errorf("got %s, time %v, ok %v", got.Format(time.RFC3339Nano), hasTime, ok)
			}
		})
	}
}

func TestImpossibleDatesAreNotOK(t *testing.T) {
	for _, in := range []string{
		"", "bald", "2017-09-31", "2019-02-29", "31.4.2018", "30. Februar 2020", "202X-MM-TT", "2018", "2018-11", "11/09/2018",
		"2018-13-01", "2018-00-01", "2018-01-00", "0000-01-01", "9.11.18", "9.11.20181", "2018-11-09 25:00", "2018-11-09 10:60",
		"2018-11-09 10:00 MEZ", "2018-11-09T", "2018-11-09x", "9. Nonsens 2018", "9. Ma 2018", "2018-11-09 10", "20181109",
		"2018-11/09",
	} {
		if got, _, ok := ParseDate(in); ok {
			t.Errorf("ParseDate(%q) = %v", in, got)
		}
	}
}

func TestDatesSurviveEveryFormOfWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(rapid.IntRange(1000, 9999).Draw(t, "year"), 1, 1+rapid.IntRange(0, 364).Draw(t, "day"), 0, 0, 0, 0, Berlin())
		for _, written := range []string{ShortDate(day), LongDate(day, "de"), LongDate(day, "en"), day.Format(time.DateOnly)} {
			if got, hasTime, ok := ParseDate(written); !ok || hasTime || !got.Equal(day) {
				t.Errorf("%q is read as %v", written, got)
			}
		}
	})
}

func TestWrittenDates(t *testing.T) {
	at := time.Date(2018, 11, 9, 9, 5, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{ShortDate(at), "9.11.2018"},
		{LongDate(at, "de"), "9. November 2018"},
		{LongDate(at, "en"), "9 November 2018"},
		{ClockTime(at, "de"), "10.05\u00a0Uhr"},
		{ClockTime(at, "en"), "10:05"},
		{ClockTime(at.Add(-5*time.Minute), "de"), "10\u00a0Uhr"},
		{MonthName(time.March, "de"), "März"},
		{MonthName(time.March, "en-GB"), "March"},
		{MonthName(13, "de"), ""},
		{ShortDate(time.Date(2018, 12, 31, 23, 30, 0, 0, time.UTC)), "1.1.2019"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2018-11-09", "9.11.2018", "9. November 2018, 10.30 Uhr", "2018-11-09T10:00:00.123 -0400"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at, hasTime, ok := ParseDate(s)
		if !ok && (!at.IsZero() || hasTime) {
			t.Errorf("ParseDate(%q) is not ok, yet %v, %v", s, at, hasTime)
		}
		if ok && at.Location() != Berlin() {
			t.Errorf("ParseDate(%q) is in %v", s, at.Location())
		}
	})
}
