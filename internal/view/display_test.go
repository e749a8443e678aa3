package view

import (
	"strings"
	"testing"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/markdown"
)

func TestLongWordsOfHeadingsMayBeDivided(t *testing.T) {
	d := newDivider("de", []string{"Straßen-verkehrszulassungs-ordnung"})
	cases := []struct{ name, language, text, want string }{
		{"a long word", "de", "Planungsbeschleunigungssatzung", "Planungs~be~schleu~ni~gungs~satzung"},
		{"a short word stays whole", "de", "Digitalpakt Schule kommt", "Digitalpakt Schule kommt"},
		{"seventeen letters stay whole", "de", "Verwaltungsgebäud", "Verwaltungsgebäud"},
		{"only the long word of a line", "de", "Das Digitalisierungszentrum öffnet", "Das Digi~ta~li~sie~rungs~zentrum öffnet"},
		{"each part of a word with hyphens counts for itself", "de", "Elektro-Schwerlasttransporter", "Elektro-Schwer~last~trans~porter"},
		{"the site's own divisions win", "de", "Straßenverkehrszulassungsordnung", "Straßen~verkehrszulassungs~ordnung"},
		{"the author's soft hyphens are the only ones", "de", "Donau\u00addampfschifffahrtskapitän", "Donau~dampfschifffahrtskapitän"},
		{"an English report is divided as English", "en", "Counterrevolutionaries meet", "Coun~ter~rev~o~lu~tion~aries meet"},
		{"a language without patterns", "fr", "Anticonstitutionnellement", "Anticonstitutionnellement"},
		{"no letters at all", "de", "2018: 4.000.000.000.000.000 €", "2018: 4.000.000.000.000.000 €"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.ReplaceAll(d.headline(c.text, c.language), "\u00ad", "~"); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestSoftHyphensAreInHeadingsAlone(t *testing.T) {
	const word = "Planungsbeschleunigungssatzung"
	b := build(t, func(_ *config.Config, _ *config.Data, articles []*article.Article) {
		articles[0].Title = word
		articles[0].Places = []article.Value{{Text: "Oberwiesengrundhausen"}}
	})
	e := b.site.Articles[0]
	a := b.Article(e, markdown.Fragment{})
	if !strings.Contains(a.Display, "\u00ad") || !strings.Contains(b.Card(e).Display, "\u00ad") || !strings.Contains(a.Place.Display, "\u00ad") {
		t.Errorf("headline %q, card %q, sign %q", a.Display, b.Card(e).Display, a.Place.Display)
	}
	for name, text := range map[string]string{
		"headline": a.Headline, "title": a.Page.Title, "heading": a.Page.Heading, "data": string(a.Page.Data),
		"mail": string(a.Mail), "label": b.Card(e).Label, "place": a.Place.Name, "address": a.Page.URL,
	} {
		if strings.Contains(text, "\u00ad") || strings.Contains(text, "%C2%AD") {
			t.Errorf("%s: %q", name, text)
		}
	}
}
