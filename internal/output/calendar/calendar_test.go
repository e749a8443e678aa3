package calendar_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/lang"
	"stadtbote/internal/output"
	"stadtbote/internal/output/calendar"
	"stadtbote/internal/site"
)

// siteOf returns a site with events: by name of file, the lines of the front
// matter below the title.
func siteOf(t *testing.T, events map[string]string) *site.Site {
	t.Helper()
	c := config.Default()
	c.Title, c.BaseURL = "Krähwinkel; die Stadt", "https://kraehwinkel.example/stadt/"
	in := site.Input{Config: c, Now: time.Date(2027, 1, 1, 12, 0, 0, 0, time.UTC)}
	for name, lines := range events {
		text := "---\ntitel: Markt, Musik; Meer\nort: Krähwinkel\n" + lines + "---\n\nText.\n"
		in.Articles = append(in.Articles, article.Parse(article.Events+"/"+name, []byte(text), article.Rules{Language: "de"}))
	}
	s, ds := site.Assemble(in)
	if ds.HasErrors() {
		t.Fatalf("%v", ds)
	}
	return s
}

// made returns all calendars of a site by path.
func made(t *testing.T, s *site.Site) map[string]string {
	t.Helper()
	files := map[string]string{}
	for f := range calendar.New().Plan(s) {
		files[f.Path] = content(t, f)
	}
	return files
}

func content(t *testing.T, f output.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Make(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// property is one line of a calendar, unfolded.
type property struct{ name, params, value string }

// component is BEGIN to END.
type component struct {
	name       string
	properties []property
	parts      []component
}

func (c component) all(name string) (found []property) {
	for _, p := range c.properties {
		if p.name == name {
			found = append(found, p)
		}
	}
	return found
}

// one returns the value of a property that must be there once.
func (c component) one(t *testing.T, name string) property {
	t.Helper()
	found := c.all(name)
	if len(found) != 1 {
		t.Fatalf("%s has %s %d times", c.name, name, len(found))
	}
	return found[0]
}

func (c component) named(name string) (found []component) {
	for _, part := range c.parts {
		if part.name == name {
			found = append(found, part)
		}
	}
	return found
}

// parse reads a calendar back, and insists on the rules of RFC 5545 for lines.
func parse(t *testing.T, text string) component {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Fatal("a line does not end with CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || line == "" {
			t.Fatalf("%d bytes: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	stack := []component{{name: "top"}}
	for line := range strings.SplitSeq(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		head, value, found := strings.Cut(line, ":")
		if !found {
			t.Fatalf("no property: %q", line)
		}
		name, params, _ := strings.Cut(head, ";")
		switch name {
		case "BEGIN":
			stack = append(stack, component{name: value})
		case "END":
			last := len(stack) - 1
			if stack[last].name != value {
				t.Fatalf("END:%s closes %s", value, stack[last].name)
			}
			stack[last-1].parts = append(stack[last-1].parts, stack[last])
			stack = stack[:last]
		default:
			top := &stack[len(stack)-1]
			top.properties = append(top.properties, property{name, params, value})
		}
	}
	if len(stack) != 1 || len(stack[0].parts) != 1 || stack[0].parts[0].name != "VCALENDAR" {
		t.Fatal("not one whole calendar")
	}
	return check(t, stack[0].parts[0])
}

// check insists on what every calendar and every event must say, and that each
// zone which is named is described.
func check(t *testing.T, c component) component {
	t.Helper()
	c.one(t, "PRODID")
	if c.one(t, "VERSION").value != "2.0" {
		t.Error("version is not 2.0")
	}
	zones := map[string]bool{}
	for _, z := range c.named("VTIMEZONE") {
		zones[z.one(t, "TZID").value] = true
	}
	for _, e := range c.named("VEVENT") {
		for _, name := range []string{"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "URL"} {
			e.one(t, name)
		}
		for _, p := range append(e.all("DTSTART"), e.all("DTEND")...) {
			if id, named := strings.CutPrefix(p.params, "TZID="); named && !zones[id] {
				t.Errorf("the zone %s is not described", id)
			}
		}
	}
	return c
}

// first returns the only event of a calendar.
func first(t *testing.T, lines string) component {
	t.Helper()
	files := made(t, siteOf(t, map[string]string{"fest.md": lines}))
	events := parse(t, files["termine/fest/fest.ics"]).named("VEVENT")
	if len(events) != 1 || len(files) != 2 {
		t.Fatalf("%d events in %d files", len(events), len(files))
	}
	return events[0]
}

func TestTimesOfEvents(t *testing.T) {
	const berlin = "TZID=Europe/Berlin"
	for name, c := range map[string]struct{ lines, begin, end string }{
		"with both times":                       {"beginn: 2027-03-18 9:30\nende: 2027-03-19 16:00\n", berlin + ":20270318T093000", berlin + ":20270319T160000"},
		"without an end":                        {"beginn: 2027-03-18 9:30\n", berlin + ":20270318T093000", ""},
		"until a time of the same day":          {"beginn: 2027-03-18 9:30\nende: 18 Uhr\n", berlin + ":20270318T093000", berlin + ":20270318T180000"},
		"across midnight":                       {"beginn: 2027-12-31 22:00\nende: 2:00\n", berlin + ":20271231T220000", berlin + ":20280101T020000"},
		"of a whole day":                        {"beginn: 2027-03-18\n", "VALUE=DATE:20270318", "VALUE=DATE:20270319"},
		"of whole days":                         {"beginn: 2027-03-18\nende: 2027-03-20\n", "VALUE=DATE:20270318", "VALUE=DATE:20270321"},
		"of the day when the clocks go forward": {"beginn: 2027-03-28\n", "VALUE=DATE:20270328", "VALUE=DATE:20270329"},
		"said to take all day":                  {"beginn: 2027-03-18 9:00\nganztägig: ja\n", "VALUE=DATE:20270318", "VALUE=DATE:20270319"},
		"across the clocks going forward":       {"beginn: 2027-03-27 22:00\nende: 4:00\n", berlin + ":20270327T220000", berlin + ":20270328T040000"},
		"across the clocks going back":          {"beginn: 2027-10-30 22:00\nende: 4:00\n", berlin + ":20271030T220000", berlin + ":20271031T040000"},
		"in the hour that is left out":          {"beginn: 2027-03-28 2:30\n", berlin + ":20270328T033000", ""},
		"in the hour that comes twice":          {"beginn: 2027-10-31 2:30\n", berlin + ":20271031T023000", ""},
		"in that hour, the second time":         {"beginn: 2027-10-31T02:30+01:00\n", ":20271031T013000Z", ""},
		"before the present summer time":        {"beginn: 1994-10-10 10:00\n", ":19941010T090000Z", ""},
		"in another zone":                       {"beginn: 2027-03-18T09:30Z\n", berlin + ":20270318T103000", ""},
	} {
		t.Run(name, func(t *testing.T) {
			e := first(t, c.lines)
			got := [2]string{}
			for i, which := range []string{"DTSTART", "DTEND"} {
				for _, p := range e.all(which) {
					got[i] += p.params + ":" + p.value
				}
			}
			if got != [2]string{c.begin, c.end} {
				t.Errorf("got %q, want %q", got, [2]string{c.begin, c.end})
			}
		})
	}
}

// The rules of VTIMEZONE are carried out and compared with what the system
// knows, at both ends of each hour when the clocks change.
func TestTheZoneIsThatOfBerlin(t *testing.T) {
	files := made(t, siteOf(t, map[string]string{"fest.md": "beginn: 2027-03-18\n"}))
	zone := parse(t, files["termine/termine.ics"]).named("VTIMEZONE")[0]
	for year := 1997; year <= 2037; year++ {
		for _, part := range zone.parts {
			change := onset(t, part, year)
			for _, probe := range []struct {
				at     time.Time
				offset string
			}{{change.Add(-time.Second), part.one(t, "TZOFFSETFROM").value}, {change, part.one(t, "TZOFFSETTO").value}} {
				if got := probe.at.In(lang.Berlin()).Format("-0700"); got != probe.offset {
					t.Fatalf("%s: Berlin has %s, the calendar %s", probe.at, got, probe.offset)
				}
			}
		}
	}
}

// onset returns when an observance begins in a year: on the last Sunday of its
// month, at the time of its DTSTART, counted by the clock before the change.
func onset(t *testing.T, part component, year int) time.Time {
	t.Helper()
	var month int
	if _, err := fmt.Sscanf(part.one(t, "RRULE").value, "FREQ=YEARLY;BYMONTH=%d;BYDAY=-1SU", &month); err != nil {
		t.Fatal(err)
	}
	start, err := time.Parse("20060102T150405", part.one(t, "DTSTART").value)
	if err != nil || start.Weekday() != time.Sunday || int(start.Month()) != month {
		t.Fatalf("DTSTART %v does not follow its own rule: %v", start, err)
	}
	day := time.Date(year, time.Month(month)+1, 0, start.Hour(), start.Minute(), 0, 0, time.UTC)
	day = day.AddDate(0, 0, -int(day.Weekday()))
	before, err := time.Parse("-0700", part.one(t, "TZOFFSETFROM").value)
	if err != nil {
		t.Fatal(err)
	}
	_, offset := before.Zone()
	return day.Add(-time.Duration(offset) * time.Second)
}

func TestTextIsEscapedAndFolded(t *testing.T) {
	long := strings.Repeat("Straßenbeleuchtungssteuerung, ", 12)
	e := first(t, "beginn: 2027-03-18 9:30\nteaser: 'Zeile\\mit; allem, \"Zitat\"'\nveranstaltungsort: '"+long+"'\n")
	if got := e.one(t, "SUMMARY").value; got != `Markt\, Musik\; Meer` {
		t.Errorf("summary %q", got)
	}
	if got := e.one(t, "DESCRIPTION").value; !strings.HasPrefix(got, `Zeile\\mit\; allem\, „Zitat“\n\nhttps://`) {
		t.Errorf("description %q", got)
	}
	if got := strings.ReplaceAll(e.one(t, "LOCATION").value, `\,`, ","); !strings.HasPrefix(got, strings.TrimSpace(long)) {
		t.Errorf("location %q", got)
	}
}

func TestACancellationReachesTheCalendar(t *testing.T) {
	before := first(t, "beginn: 2027-03-18 9:30\naktualisiert: 2027-01-05\n")
	after := first(t, "beginn: 2027-03-18 9:30\naktualisiert: 2027-01-05\nabgesagt: 2027-02-01\n")
	bare := first(t, "beginn: 2027-03-18 9:30\naktualisiert: 2027-01-05\nabgesagt: ja\n")
	if before.one(t, "STATUS").value != "CONFIRMED" || after.one(t, "STATUS").value != "CANCELLED" {
		t.Error("the status does not tell")
	}
	if got := after.one(t, "SUMMARY").value; !strings.HasPrefix(got, "Abgesagt: ") {
		t.Errorf("summary %q", got)
	}
	for _, e := range []component{after, bare} {
		if number(t, e) <= number(t, before) || e.one(t, "UID") != before.one(t, "UID") {
			t.Errorf("%v and %v do not tell of a revision of %v", e.one(t, "SEQUENCE"), e.one(t, "UID"), before.one(t, "SEQUENCE"))
		}
	}
	if after.one(t, "DTSTAMP").value != "20270131T230000Z" {
		t.Errorf("stamp %s", after.one(t, "DTSTAMP").value)
	}
}

func number(t *testing.T, e component) (n int) {
	t.Helper()
	if _, err := fmt.Sscan(e.one(t, "SEQUENCE").value, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// The name of an event stays when title, slug and day change; only a new name
// of its file changes it, unless the author writes the old one down.
func TestTheNameOfAnEventStays(t *testing.T) {
	uid := func(file, lines string) string {
		files := made(t, siteOf(t, map[string]string{file: lines}))
		return parse(t, files["termine/termine.ics"]).named("VEVENT")[0].one(t, "UID").value
	}
	was := uid("2027-03-18-markt.md", "beginn: 2027-03-18\n")
	if was != "2027-03-18-markt@kraehwinkel.example" {
		t.Errorf("uid %s", was)
	}
	for file, lines := range map[string]string{
		"2027-03-18-markt.md":       "beginn: 2028-01-01\nslug: neu\nstatus: verschoben\n",
		"2027-03-18-markt/index.md": "beginn: 2027-03-18\n",
		"umbenannt.md":              "beginn: 2027-03-18\nkennung: 2027-03-18-markt\n",
	} {
		if now := uid(file, lines); now != was {
			t.Errorf("%s: %s instead of %s", file, now, was)
		}
	}
}

func TestWhatIsNotPublishedIsInNoCalendar(t *testing.T) {
	s := siteOf(t, map[string]string{
		"offen.md":    "beginn: 2027-03-18\n",
		"entwurf.md":  "beginn: 2027-03-18\nentwurf: true\n",
		"gesperrt.md": "beginn: 2027-03-18\nsperrfrist: 2027-02-01\n",
		"vorbei.md":   "beginn: 2026-03-18\nablauf: 2026-12-01\n",
	})
	files := made(t, s)
	if len(files) != 2 || len(parse(t, files["termine/termine.ics"]).named("VEVENT")) != 1 {
		t.Errorf("%d files", len(files))
	}
	for path, text := range files {
		for _, hidden := range []string{"entwurf", "gesperrt", "vorbei"} {
			if strings.Contains(text, hidden) || strings.Contains(path, hidden) {
				t.Errorf("%s tells of %s", path, hidden)
			}
		}
	}
}

func FuzzTextOfACalendar(f *testing.F) {
	f.Add("Markt", "Rathaus\\;,")
	f.Add(strings.Repeat("ä", 90), "\r\nBEGIN:VEVENT")
	f.Add("a\x00b\u2028", strings.Repeat("𝔖", 40))
	f.Fuzz(func(t *testing.T, venue, address string) {
		s := siteOf(t, map[string]string{"fest.md": "beginn: 2027-03-18\n"})
		h := *s.Events[0].Happening
		h.Venue, h.Address = venue, address
		a := *s.Events[0].Article
		a.Happening = &h
		s.Events[0].Article = &a
		for f := range calendar.New().Plan(s) {
			if got := len(parse(t, content(t, f)).named("VEVENT")); got != 1 {
				t.Errorf("%d events", got)
			}
		}
	})
}
