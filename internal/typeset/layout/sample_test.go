package layout

import (
	"testing"

	"stadtbote/internal/typeset/font"
	"stadtbote/internal/typeset/hyphen"
	"stadtbote/internal/typeset/page"
)

// setter is a Setter with the fonts of the program.
func setter(t testing.TB) *Setter {
	t.Helper()
	family, err := font.Sofia()
	if err != nil {
		t.Fatal(err)
	}
	return New(family, map[string]*hyphen.Hyphenator{
		"de": hyphen.New(hyphen.German(), hyphen.Options{}),
		"en": hyphen.New(hyphen.English(), hyphen.Options{}),
	})
}

func text_(s string) []Run { return []Run{{Text: s}} }

func para(s string) Paragraph { return Paragraph{Text: text_(s)} }

// frame and words are those of all samples.
var (
	sampleFrame = Frame{
		Name: "Amtsblatt von Krähwinkel", Title: "Die Laterne am Rathaus leuchtet jetzt mit Verstand",
		Footer: "Amtsblatt von Krähwinkel · kraehwinkel.example/2031/05/laterne/",
	}
	sampleWords = Words{Page: "Seite", Of: "von", Note: "Fußnote", Back: "Zurück zum Text"}
)

// sample is a story with one of everything.
func sample() *Story {
	return &Story{
		Lang: "de", Frame: sampleFrame, Words: sampleWords,
		Head: Head{
			Place: "Krähwinkel", PlaceDetail: "Landkreis Posemuckel", Plate: "Stadtentwicklung", Date: "[4.5.2031]",
			Kicker: text_("Bauhof / Stadtwerke:"), Headline: text_("Die Laterne am Rathaus leuchtet jetzt mit Verstand"),
			Teaser: text_("Seit Montag dimmt die Straßenbeleuchtung am Marktplatz, wenn niemand vorbeigeht. Der Bauhof rechnet mit einem Drittel weniger Strom und lädt zur Besichtigung ein."),
		},
		Body: []Block{
			Figure{Picture: 0, Width: 1280, Height: 800, Alt: "Eine Laterne vor dem Rathaus.", Caption: text_("Leuchtet nur bei Bedarf: die Laterne vor dem Rathaus von Krähwinkel."), Credit: text_("Bildquelle: Bauhof Krähwinkel")},
			Paragraph{Text: []Run{
				{Text: "Die Stadtverwaltung Krähwinkel hat ihre Straßenbeleuchtung umgerüstet ("},
				{Text: "wir berichteten", URL: "https://kraehwinkel.example/2030/"},
				{Text: "). Bewegungsmelder erkennen Fußgängerinnen und Fußgänger, "},
				{Text: "ohne", Style: Emphasis},
				{Text: " sie zu filmen."},
				{Note: 1},
				{Text: " Die Leuchten werden heller, sobald jemand näher kommt, und nach zwei Minuten wieder dunkler. "},
				{Text: "Datenschutz", Style: Strong},
				{Text: " war dabei von Anfang an ein Thema, sagt die Bürgermeisterin."},
			}},
			Heading{Level: 2, Text: text_("Was sich für Anwohner ändert")},
			para("Die Verwaltungsmitarbeiterinnen des Bauhofs haben zunächst Wohnstraßen ausgewählt, in denen nachts wenig Verkehr herrscht. Drei Dinge sind dort neu:"),
			List{Items: []ListItem{
				{Blocks: []Block{para("Jede Leuchte misst, ob sich etwas bewegt, und gibt es an ihre Nachbarinnen weiter.")}},
				{Blocks: []Block{para("Störungen meldet die Anlage selbst."), List{Ordered: true, Items: []ListItem{
					{Blocks: []Block{para("zuerst an die Leitstelle,")}}, {Blocks: []Block{para("dann an den Bauhof.")}},
				}}}},
				{Task: Done, Blocks: []Block{para("Der Stromverbrauch steht im Netz.")}},
			}},
			Quote{Blocks: []Block{para("„Wer nachts nach Hause geht, soll sich sicher fühlen, und die Sterne soll man trotzdem sehen.“")}, Source: text_("Erna Musterfrau, Bürgermeisterin von Krähwinkel")},
			Table{
				Caption: text_("Verbrauch je Straße"), Columns: []page.Align{page.Start, page.Start, page.End}, RowHeaders: true,
				Head: []Cell{text_("Straße"), text_("Stand"), text_("kWh je Monat")},
				Rows: [][]Cell{
					{text_("Marktplatz"), text_("umgerüstet, alle Leuchten arbeiten"), text_("412")},
					{text_("Am Mühlgraben"), text_("noch die alten Natriumdampflampen; die Umrüstung folgt im Herbst, wenn die Masten gestrichen sind"), text_("1.206")},
					{text_("Posemuckeler Straße"), text_("in Arbeit"), text_("880")},
				},
			},
			Box{Label: "HINWEIS", Blocks: []Block{Paragraph{Text: []Run{{Text: "Eine Führung gibt es am Freitag um 21 Uhr. "}, {Text: "Anmeldung", URL: "https://kraehwinkel.example/termine/"}, {Text: " beim Bauhof."}}}}},
			Heading{Level: 3, Text: text_("Technik und Kosten")},
			Paragraph{Text: []Run{{Text: "Die Steuerung spricht "}, {Text: "DALI-2", Style: CodeStyle}, {Text: ", wie der "}, {Text: "Chief Information Officer", Lang: "en"}, {Text: " erläutert. Der Preis sank von "}, {Text: "90.000 Euro", Style: Strike}, {Text: " auf 75.000 Euro. Mehr unter https://kraehwinkel.example/stadtentwicklung/beleuchtung/umruestung-der-strassenbeleuchtung.html im Netz. Die Fläche misst 12 m"}, {Text: "2", Style: Superior}, {Text: "."}}},
			Code{Text: "if bewegung:\n    leuchte.dimme(100)  # sofort\nelse:\n    leuchte.dimme(20)\n"},
			Quote{Blocks: []Block{para("So stand es schon im Beschluss des Rates vom vergangenen Jahr.")}},
			Box{Framed: true, Label: "Anzeige", Blocks: []Block{para("Die Musterdruckerei falzt Amtsblätter.")}},
			Rule{},
			Paragraph{Text: []Run{{Text: "Die Umrüstung der übrigen Straßenzüge beginnt nach den Sommerferien."}, {Note: 2}, {Text: " Bis dahin sammelt die Verwaltung Hinweise aus der Bürgerschaft. "}, {Text: "(em)", Style: Sigil, Expand: "Erna Muster, Redaktion"}}},
		},
		Notes: []Note{
			{Blocks: []Block{para("Die Sensoren messen Wärme; Bilder entstehen dabei nicht. So steht es in der Datenschutz-Folgenabschätzung.")}},
			{Blocks: []Block{para("Ratsbeschluss vom 3. März 2031.")}},
		},
		Records: []Record{
			{Label: "Links", Text: []Run{{Text: "www.kraehwinkel.example", URL: "https://www.kraehwinkel.example/"}}},
			{Label: "Stichwörter", Text: text_("Beleuchtung, Energie, Stadtwerke")},
			{Label: "Bildquelle", Text: text_("Bauhof Krähwinkel")},
			{Label: "Adresse", Text: []Run{{Text: "kraehwinkel.example/2031/05/laterne/", URL: "https://kraehwinkel.example/2031/05/laterne/"}}},
		},
	}
}

func TestSampleIsSet(t *testing.T) {
	doc, problems := setter(t).Set(sample())
	if len(problems) != 0 {
		t.Errorf("%+v", problems)
	}
	if len(doc.Pages) < 2 {
		t.Errorf("%d pages", len(doc.Pages))
	}
}

func BenchmarkSet(b *testing.B) {
	s := setter(b)
	story := sample()
	b.ReportAllocs()
	for b.Loop() {
		s.Set(story)
	}
}
