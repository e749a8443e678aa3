package config

import (
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// typed reads a file of data/ into a struct, with all that is missing in it.
// Its decoder is for further checks.
func (r *register) typed(root *yaml.Node, target any) *decoder {
	d := &decoder{file: r.file, places: map[string]diag.Pos{}, none: map[string]bool{}}
	d.value(root, target)
	if d.sound = !d.diags.HasErrors(); d.sound {
		d.complete(reflect.ValueOf(target).Elem(), "")
	}
	return d
}

func (r *register) imprint(root *yaml.Node) {
	i := &Imprint{File: r.file}
	d := r.typed(root, i)
	d.mailbox("email", i.Email)
	d.website("kontaktformular", i.Form)
	if i.Name != "" && i.Phone == "" && i.Form == "" {
		d.lacks("telefon", "telefon: 01234 5678-0", "telefon, kontaktformular")
	}
	if i.Responsible.Name != "" && i.Responsible.Address == "" {
		d.lacks("verantwortlich.anschrift", "anschrift: Marktplatz 1, 12345 Musterstadt", "")
	}
	r.data.Imprint = i
	r.diags = append(r.diags, d.diags...)
}

func (r *register) privacy(root *yaml.Node) {
	p := &Privacy{File: r.file}
	d := r.typed(root, p)
	d.office("verantwortlich", p.Controller)
	d.office("datenschutzbeauftragt", p.Officer)
	d.office("aufsicht", p.Authority)
	d.office("hoster", p.Host)
	if p.Controller.Name != "" && p.Controller.Email == "" {
		d.lacks("verantwortlich.email", "email: rathaus@musterstadt.example", "")
	}
	r.data.Privacy = p
	r.diags = append(r.diags, d.diags...)
}

// statuses are the ways to write Statement.Status.
var statuses = map[string]string{
	"vollständig": Full, "vollstaendig": Full, "full": Full,
	"teilweise": Partial, "partial": Partial, "partially": Partial,
	"nicht": Not, "none": Not, "not": Not,
}

func (r *register) statement(root *yaml.Node) {
	s := &Statement{File: r.file}
	d := r.typed(root, s)
	status, known := statuses[strings.ToLower(s.Status)]
	if s.Status != "" && !known {
		d.reportAt("vereinbarkeit", diag.ConfigValue, s.Status, Full+", "+Partial+", "+Not)
	}
	s.Status = status
	switch {
	case status == Full && len(s.Gaps) > 0:
		d.reportAt("luecken", diag.StatementContradicts, len(s.Gaps))
	case status == Partial && len(s.Gaps) == 0, status == Not && len(s.Gaps) == 0:
		d.lacks("luecken", "luecken: [{was: …, grund: …, alternative: …}]", "")
	}
	if s.Reviewed.Time.Before(s.Created.Time) && !s.Reviewed.Time.IsZero() {
		d.diags.Report(d.file, s.Reviewed.Pos, diag.StatementReviewed, lang.ShortDate(s.Reviewed.Time), lang.ShortDate(s.Created.Time))
	}
	d.office("kontakt", s.Contact)
	d.office("durchsetzung", s.Enforcement)
	if s.Contact.Name != "" && s.Contact.Email == "" {
		d.lacks("kontakt.email", "email: barriere@musterstadt.example", "")
	}
	if e := s.Enforcement; e.Name != "" && e.Address == "" && e.Email == "" && e.URL == "" {
		d.lacks("durchsetzung.anschrift", "anschrift: Marktplatz 1, 12345 Musterstadt", "anschrift, email, url")
	}
	r.data.Statement = s
	r.diags = append(r.diags, d.diags...)
}

// office checks the addresses of somebody to turn to.
func (d *decoder) office(path string, o Office) {
	d.mailbox(path+".email", o.Email)
	d.website(path+".url", o.URL)
}

func (d *decoder) mailbox(path, mail string) {
	if mail != "" && (strings.Count(mail, "@") != 1 || strings.ContainsAny(mail, " <>,;")) {
		d.reportAt(path, diag.ConfigValue, mail, "rathaus@musterstadt.example")
	}
}

func (d *decoder) website(path, address string) {
	if address == "" || strings.HasPrefix(address, "/") && goodTarget(address) {
		return
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		d.reportAt(path, diag.ConfigValue, address, "https://www.musterstadt.example/")
	}
}

// lacks reports what is missing below a path; either names keys of which one
// suffices.
func (d *decoder) lacks(path, example, either string) {
	if !d.sound {
		return // the rest may be a consequence
	}
	name := path
	if _, inside, item := strings.Cut(path, "]."); item && strings.HasPrefix(path, "[") {
		name = inside // of a file that is a list
	}
	if either != "" {
		name = strings.ReplaceAll(either, ", ", " / ")
	}
	d.diags.Report(d.file, d.above(path), diag.DataMissing, name, example)
}

// above returns the place of what a path is missing in: its parent, else the
// beginning of the file.
func (d *decoder) above(path string) diag.Pos {
	if at := strings.LastIndexByte(path, '.'); at >= 0 {
		if place, known := d.places[path[:at]]; known {
			return place
		}
	}
	return diag.Pos{Line: 1, Col: 1}
}

// complete reports every field that must be given and is not.
func (d *decoder) complete(v reflect.Value, path string) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key := field.Tag.Get("yaml")
		if key == "-" {
			continue
		}
		at := strings.TrimPrefix(path+"."+key, ".")
		need, none := field.Tag.Get("need"), field.Tag.Get("none")
		switch empty := v.Field(i).IsZero(); {
		case empty && need != "":
			d.lacks(at, key+": "+need, "")
		case empty && none != "" && !d.none[at]:
			d.diags.Report(d.file, d.above(at), diag.DataMissingOrNone, at, key+": "+none)
		case !empty:
			d.completeInside(v.Field(i), at)
		}
	}
}

func (d *decoder) completeInside(v reflect.Value, path string) {
	switch {
	case v.Type() == reflect.TypeFor[Day]():
	case v.Kind() == reflect.Struct:
		d.complete(v, path)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		for i := range v.Len() {
			d.complete(v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

// municipalities reads a list of municipalities.
func (r *register) municipalities(root *yaml.Node) {
	var list struct{ All []Municipality }
	d := &decoder{file: r.file, places: map[string]diag.Pos{}, none: map[string]bool{}}
	d.sound = true
	d.into(root, reflect.ValueOf(&list).Elem().Field(0), "")
	names := map[string]int{}
	for i := range list.All {
		m := &list.All[i]
		at := fmt.Sprintf("[%d]", i)
		d.complete(reflect.ValueOf(m).Elem(), at)
		d.website(at+".website", m.Website)
		d.land(at, m)
		key := m.Name + "\x00" + m.Land
		if first, twice := names[key]; twice && m.Name != "" {
			d.diags.Report(d.file, d.places[at], diag.MunicipalityTwice, m.Name, d.places[fmt.Sprintf("[%d]", first)].Line)
			continue
		}
		names[key] = i
	}
	r.data.Municipalities = list.All
	r.diags = append(r.diags, d.diags...)
}

// land checks the Land of a municipality, and that its key is one of it.
func (d *decoder) land(at string, m *Municipality) {
	lands := Lands()
	names := slices.Sorted(maps.Values(lands))
	if m.Land != "" && !slices.Contains(names, m.Land) {
		near, found := lang.Nearest(m.Land, names)
		if !found {
			near = strings.Join(names, ", ")
		}
		d.diags.Report(d.file, d.places[at+".land"], diag.LandUnknown, m.Land, near)
		return
	}
	if m.AGS == "" || m.Land == "" {
		return
	}
	digits := strings.ReplaceAll(m.AGS, " ", "")
	if len(digits) != 8 || strings.Trim(digits, "0123456789") != "" {
		d.diags.Report(d.file, d.places[at+".ags"], diag.AGSForm, m.AGS)
		return
	}
	m.AGS = digits
	if of := lands[digits[:2]]; of != m.Land {
		if of == "" {
			of = "–"
		}
		d.diags.Report(d.file, d.places[at+".ags"], diag.AGSLand, m.AGS, of, m.Land)
	}
}
