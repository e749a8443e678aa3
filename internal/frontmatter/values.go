package frontmatter

import (
	"strings"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// text reads a text. One that is empty is the same as none.
func (r *reader) text(p pair) Value {
	switch p.value.kind {
	case null:
		return Value{Pos: p.value.pos}
	case scalar:
		return Value{strings.TrimSpace(p.value.text), p.value.pos}
	}
	r.report(p.value.pos, diag.WrongType, p.key, example(p.key), p.value.shown())
	return Value{}
}

// example is what a message proposes for a key that takes one text.
func example(key string) string { return key + `: "…"` }

func (r *reader) date(p pair) Date {
	v := r.text(p)
	if v.Text == "" {
		return Date{}
	}
	moment, hasTime, ok := lang.ParseDate(v.Text)
	if !ok {
		r.report(v.Pos, diag.BadDate, p.key, p.value.shown())
		return Date{}
	}
	if hasTime {
		r.doubt(v, moment)
	}
	return Date{moment, hasTime, v.Pos}
}

// doubt warns of a time of day that the change of the clocks leaves out or
// repeats.
func (r *reader) doubt(v Value, moment time.Time) {
	if moment.Hour() > 3 { // as nearly always
		return
	}
	switch lang.ClockDoubt(v.Text) {
	case lang.HourLost:
		r.report(v.Pos, diag.HourLost, v.Text, moment.Format("15:04"))
	case lang.HourBoth:
		day := moment.Format(time.DateOnly + "T15:04")
		r.report(v.Pos, diag.HourBoth, v.Text, day+"+02:00", day+"+01:00")
	}
}

// claim reads yes or no. What it cannot read is an error, so that no draft is
// published for a typing mistake.
func (r *reader) claim(p pair, otherwise bool) bool {
	if p.value.kind == null {
		return otherwise
	}
	switch strings.ToLower(strings.TrimSpace(p.value.text)) {
	case "true", "ja", "yes", "on", "an", "wahr", "1":
		return true
	case "false", "nein", "no", "off", "aus", "falsch", "0", "":
		if p.value.kind == scalar {
			return false
		}
	}
	r.report(p.value.pos, diag.WrongType, p.key, p.key+": true", p.value.shown())
	return otherwise
}

// status reads whether the report was withdrawn. Other generators' themes use
// the key for other things.
func (r *reader) status(p pair) {
	v := r.text(p)
	switch fold(v.Text) {
	case "zurueckgezogen", "withdrawn", "retracted":
		r.matter.Withdrawn = true
	case "entwurf", "draft":
		r.matter.Draft = true
	case "abgesagt", "cancelled", "canceled":
		r.matter.Event.Cancelled = true
		r.noteEvent(p)
	case "verschoben", "moved", "rescheduled", "postponed":
		r.matter.Event.Moved = true
		r.noteEvent(p)
	case "", "veroeffentlicht", "published", "publish":
	default:
		r.report(v.Pos, diag.UnknownStatus, p.key, v.Text)
	}
}

// form reads whether the report is a press release. What is not known is an
// error, so that none passes for the editors' own work by a typing mistake.
func (r *reader) form(p pair) {
	v := r.text(p)
	switch fold(v.Text) {
	case "pressemitteilung", "press_release":
		r.matter.Release = true
	case "", "meldung", "report":
	default:
		r.report(v.Pos, diag.WrongType, p.key, p.key+": pressemitteilung", v.Text)
	}
}

// texts reads a list of texts, or one alone; split tells whether commas divide
// the latter.
func (r *reader) texts(p pair, split bool) []Value {
	switch p.value.kind {
	case null:
		r.report(p.pos, diag.EmptyKey, p.key)
		return nil
	case scalar:
		return r.oneText(p, split)
	case table:
		if name := named(p.value); name.Text != "" {
			return []Value{name}
		}
		r.report(p.value.pos, diag.WrongType, p.key, p.key+": [A, B]", p.value.shown())
		return nil
	}
	values := make([]Value, 0, len(p.value.items))
	for _, item := range p.value.items {
		switch {
		case item.kind == scalar && strings.TrimSpace(item.text) != "":
			values = append(values, Value{strings.TrimSpace(item.text), item.pos})
		case item.kind == table && named(item).Text != "":
			values = append(values, named(item))
		case item.kind == scalar || item.kind == null:
			r.report(item.pos, diag.EmptyItem, p.key)
		default:
			r.report(item.pos, diag.WrongType, p.key, p.key+": [A, B]", item.shown())
		}
	}
	return values
}

func (r *reader) oneText(p pair, split bool) []Value {
	parts := []string{p.value.text}
	if split {
		parts = strings.FieldsFunc(p.value.text, func(c rune) bool { return c == ',' || c == ';' })
	}
	var values []Value
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			values = append(values, Value{part, p.value.pos})
		}
	}
	if values == nil {
		r.report(p.pos, diag.EmptyKey, p.key)
	}
	return values
}

// named returns the name of a table, for authors who are {name: …, email: …}.
func named(n node) Value {
	for _, p := range n.pairs {
		if k := fold(p.key); (k == "name" || k == "titel" || k == "title") && p.value.kind == scalar {
			return Value{strings.TrimSpace(p.value.text), p.value.pos}
		}
	}
	return Value{}
}

// section reads the one section; what stands behind it becomes tags, since
// other generators allow several.
func (r *reader) section(p pair) {
	if p.value.kind == null || p.value.kind == list && len(p.value.items) == 0 {
		return
	}
	all := r.texts(p, false)
	if len(all) == 0 {
		return
	}
	if r.matter.Section.Text == "" {
		r.matter.Section, all = all[0], all[1:]
	}
	if len(all) == 0 {
		return
	}
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = v.Text
	}
	r.report(all[0].Pos, diag.SeveralSections, r.matter.Section.Text, strings.Join(names, ", "))
	r.matter.Tags = append(r.matter.Tags, all...)
}
