package view

import (
	"html/template"
	"strconv"
	"time"

	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/site"
)

// EventCard returns the card of an event; nil for nil.
func (b *Builder) EventCard(e *site.Entry) *EventCard {
	if e == nil {
		return nil
	}
	if known, ok := b.eventCards.Load(e); ok {
		return known.(*EventCard)
	}
	card, _ := b.eventCards.LoadOrStore(e, b.newEventCard(e))
	return card.(*EventCard)
}

func (b *Builder) newEventCard(e *site.Entry) *EventCard {
	h := e.Happening
	c := &EventCard{
		URL: e.URL, Headline: e.Title, Display: b.divide.headline(e.Title, e.Language),
		Kicker: kickerOf(e), Teaser: e.Teaser, Language: b.foreign(e),
		When:  b.when(e),
		Venue: h.Venue, Online: h.Online.Text != "",
		Cancelled: h.Cancelled, CancelledOn: b.date(h.CancelledOn, false),
		Moved: h.Moved, MovedFrom: b.moment(h.MovedFrom, !h.FromTime),
	}
	if len(e.Where) > 0 {
		c.Place = b.placeOf(e.Where[0])
	}
	if b.site.Config.Outputs.Calendar {
		c.CalendarURL = b.site.EventCalendarURL(e)
	}
	return c
}

// placeOf returns the view of a place, also of one that has no page.
func (b *Builder) placeOf(t *site.Term) *Term {
	if known := b.terms[t]; known != nil && b.shared.PlacesURL != "" {
		return known
	}
	return &Term{Name: t.Name, Display: b.divide.sign(t.Name)}
}

func (b *Builder) placesOf(e *site.Entry) []*Term {
	var places []*Term
	for _, t := range e.Where {
		places = append(places, b.placeOf(t))
	}
	return places
}

// when returns when an event takes place.
func (b *Builder) when(e *site.Entry) When {
	h := e.Happening
	begin, language := h.Begin.In(lang.Berlin()), b.site.Config.Language
	w := When{
		Begin: b.moment(begin, h.AllDay),
		Day:   strconv.Itoa(begin.Day()), Weekday: lang.WeekdayName(begin.Weekday(), language),
		Month: lang.MonthName(begin.Month(), language), Year: strconv.Itoa(begin.Year()),
	}
	short := 2
	if language == "en" {
		short = 3
	}
	w.Short = w.Weekday[:short]
	end := h.End.In(lang.Berlin())
	if h.AllDay {
		end = lang.Midnight(end, -1)
	}
	switch {
	case h.End.IsZero():
	case !lang.Midnight(end, 0).Equal(lang.Midnight(begin, 0)):
		w.End = b.moment(end, h.AllDay)
	case !h.AllDay:
		clock := lang.ClockTime(end, language)
		w.End = Date{end.Format(time.RFC3339), clock, clock}
	}
	return w
}

// moment returns a moment with its time of day in both of its forms, or a day.
func (b *Builder) moment(t time.Time, wholeDay bool) Date {
	d := b.date(t, !wholeDay)
	if !wholeDay && !t.IsZero() {
		d.Short += ", " + lang.ClockTime(t, b.site.Config.Language)
	}
	return d
}

// Event returns the view of an event. body is its text, still with holes.
func (b *Builder) Event(e *site.Entry, body markdown.Fragment) *Event {
	h, pictures := e.Happening, picturesOf(e)
	v := &Event{
		Card: b.EventCard(e), Subtitle: e.Subtitle,
		Address: h.Address, OnlineURL: h.Online.Text, Organizer: h.Organizer,
		Registration: h.Registration, RegisterURL: h.RegisterURL, Past: b.site.IsPast(e),
		Updated: b.date(e.Updated, false), Links: linksOf(e), Credit: creditsOf(pictures),
		Tags:    b.termsOf(e.Tags),
		Earlier: b.cardsOf(e.Earlier), Later: b.cardsOf(e.Later),
	}
	if len(e.Where) > 0 {
		v.Place = b.placeOf(e.Where[0])
	}
	if len(e.Where) > 1 {
		v.Places = b.placesOf(e)
	}
	if v.Registration != "" && v.RegisterURL != "" {
		v.Registration = shown(v.Registration)
	}
	if len(pictures) > 0 {
		v.Picture, v.Pictures = pictures[0], pictures[1:]
	}
	for _, c := range e.Article.Corrections {
		v.Corrections = append(v.Corrections, Correction{b.date(c.Date, false), c.Text})
	}
	v.Body = template.HTML(fillBody(e, body, b.near)) //nolint:gosec // finished by package markdown
	b.eventPage(e, v)
	v.Mail = mailto("", e.Title, v.Page.URL)
	return v
}

// eventPage fills in what an event's page knows of itself.
func (b *Builder) eventPage(e *site.Entry, v *Event) {
	p := b.entryPage(e.URL, e)
	v.Page = p
	p.Description, p.Language = e.Teaser, v.Card.Language
	p.Modified = v.Updated.ISO
	p.Image = b.preview(e)
	above := Link{b.words.Say("events"), b.site.EventsURL()}
	p.Masthead = b.masthead(e.URL, above.URL, above)
	p.Data = b.schemaEvent(e, v)
}

// Coming returns the view of the list of events to come.
func (b *Builder) Coming() *Events {
	v := &Events{Count: len(b.site.Coming), Months: b.months(b.site.Coming)}
	v.Page = b.page(b.site.EventsURL(), b.words.Say("events"))
	v.Page.Description = b.words.Say("events-lead")
	v.Page.Masthead = b.masthead(b.site.EventsURL(), "")
	if len(b.site.Past) > 0 {
		v.OtherURL = b.site.PastURL()
	}
	v.CalendarURL = b.calendarURL()
	return v
}

func (b *Builder) calendarURL() string {
	if !b.site.Config.Outputs.Calendar {
		return ""
	}
	return b.site.CalendarURL()
}

// PastListing returns the list of past events, to be cut into pages.
func (b *Builder) PastListing() Listing {
	coming := b.site.EventsURL()
	return Listing{
		Name: b.words.Say("events-past"), URL: b.site.PastURL(), Entries: b.site.Past,
		Trail: []Link{{b.words.Say("events"), coming}}, Menu: coming,
	}
}

// Past returns the view of page n of the list of past events.
func (b *Builder) Past(l *Listing, n int) *Events {
	v := &Events{
		Past: true, Count: len(l.Entries), Months: b.months(b.Entries(l, n)),
		CalendarURL: b.calendarURL(), OtherURL: b.site.EventsURL(), Pager: b.pager(l, n),
	}
	v.Page = b.listPage(l, n, v.Pager)
	return v
}

// months groups events, which are in order, by month.
func (b *Builder) months(events []*site.Entry) []EventMonth {
	var months []EventMonth
	for _, e := range events {
		card := b.EventCard(e)
		name := card.When.Month + " " + card.When.Year
		if n := len(months); n == 0 || months[n-1].Name != name {
			months = append(months, EventMonth{Name: name, ID: "monat-" + card.When.Begin.ISO[:len("2027-03")]})
		}
		last := &months[len(months)-1]
		last.Events = append(last.Events, card)
	}
	return months
}

// schemaEvent returns the schema.org description of an event.
func (b *Builder) schemaEvent(e *site.Entry, v *Event) template.JS {
	var w jsonWriter
	h := e.Happening
	w.raw(`{"@context":"https://schema.org","@type":"Event"`)
	w.pair("name", e.Title)
	w.pair("description", e.Teaser)
	w.pair("url", v.Page.URL)
	w.pair("startDate", v.Card.When.Begin.ISO)
	w.pair("endDate", b.lastISO(e))
	w.pair("inLanguage", or(e.Language, b.shared.Language))
	status := "EventScheduled"
	switch {
	case h.Cancelled:
		status = "EventCancelled"
	case h.Moved:
		status = "EventRescheduled"
		w.pair("previousStartDate", v.Card.MovedFrom.ISO)
	}
	w.pair("eventStatus", "https://schema.org/"+status)
	w.whereabouts(v)
	if v.Page.Image != nil {
		w.pair("image", v.Page.Image.URL)
	}
	w.raw(`,"organizer":{"@type":"Organization"`)
	w.pair("name", or(h.Organizer, or(b.shared.Publisher.Name, b.shared.Name)))
	w.raw("}}")
	return template.JS(w.out.String()) //nolint:gosec // text escapes everything that could leave a script element
}

// lastISO returns the end of an event as machines read it: the last day of
// whole days.
func (b *Builder) lastISO(e *site.Entry) string {
	h := e.Happening
	switch {
	case h.End.IsZero():
		return ""
	case h.AllDay:
		return lang.Midnight(h.End, -1).Format(time.DateOnly)
	}
	return h.End.In(lang.Berlin()).Format(time.RFC3339)
}

// whereabouts appends where an event takes place: in a house, on the net, or
// both.
func (w *jsonWriter) whereabouts(v *Event) {
	const mode = "https://schema.org/"
	house := v.Card.Venue != "" || v.Card.Place != nil || v.Address != ""
	switch {
	case house && v.OnlineURL != "":
		w.pair("eventAttendanceMode", mode+"MixedEventAttendanceMode")
	case v.OnlineURL != "":
		w.pair("eventAttendanceMode", mode+"OnlineEventAttendanceMode")
	default:
		w.pair("eventAttendanceMode", mode+"OfflineEventAttendanceMode")
	}
	w.raw(`,"location":[`)
	if house {
		town := ""
		if v.Card.Place != nil {
			town = v.Card.Place.Name
		}
		w.raw(`{"@type":"Place"`)
		w.pair("name", or(v.Card.Venue, town))
		w.pair("address", or(v.Address, town))
		w.raw("}")
	}
	if v.OnlineURL != "" {
		if house {
			w.raw(",")
		}
		w.raw(`{"@type":"VirtualLocation"`)
		w.pair("url", v.OnlineURL)
		w.raw("}")
	}
	w.raw("]")
}
