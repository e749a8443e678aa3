package config

import (
	"time"

	"stadtbote/internal/diag"
)

// The pages that law demands are made from data/: what has to be there is
// checked, which a text written by hand cannot be. In the tags, "yaml" and
// "en" name a key; "need" is an example of what must be given, "none" the word
// for there being none where that has to be said.

// Day is a day of a file of data/ with its place.
type Day struct {
	Time time.Time // midnight in Berlin; zero if there is none
	Pos  diag.Pos
}

// Postal is a postal address.
type Postal struct {
	Street   string `yaml:"strasse" en:"street" need:"Marktplatz 1"`
	Postcode string `yaml:"plz" en:"postcode" need:"12345"`
	Town     string `yaml:"ort" en:"town" need:"Musterstadt"`
}

// Office is somebody to turn to.
type Office struct {
	Name    string `yaml:"name" en:"name" need:"Stadt Musterstadt"`
	Address string `yaml:"anschrift" en:"address"` // in one line
	Email   string `yaml:"email" en:"email"`
	Phone   string `yaml:"telefon" en:"phone"`
	URL     string `yaml:"url" en:"website"`
}

// Imprint is data/impressum.yaml: who is responsible for the site (§ 5 DDG, §
// 18 MStV).
type Imprint struct {
	Name        string   `yaml:"name" en:"name" need:"Stadt Musterstadt"`
	LegalForm   string   `yaml:"rechtsform" en:"legal_form" need:"Körperschaft des öffentlichen Rechts"`
	Address     Postal   `yaml:"anschrift" en:"address" need:"{strasse: Marktplatz 1, plz: 12345, ort: Musterstadt}"`
	Represented []string `yaml:"vertreten_durch" en:"represented_by" need:"Erika Muster, Bürgermeisterin"`
	Email       string   `yaml:"email" en:"email" need:"rathaus@musterstadt.example"`
	Phone       string   `yaml:"telefon" en:"phone"`
	Form        string   `yaml:"kontaktformular" en:"contact_form"` // address of one
	Register    string   `yaml:"register" en:"register" none:"keins"`
	VAT         string   `yaml:"ust_id" en:"vat_id" none:"keine"`
	Responsible Office   `yaml:"verantwortlich" en:"responsible" need:"{name: Erika Muster, anschrift: 'Marktplatz 1, 12345 Musterstadt'}"`
	Supervisor  string   `yaml:"aufsicht" en:"supervisor"`
	Note        string   `yaml:"hinweis" en:"note"` // stands above all else

	File string `yaml:"-"` // that says so
}

// Privacy is data/datenschutz.yaml: who answers for personal data (Art. 13
// GDPR).
type Privacy struct {
	Controller Office `yaml:"verantwortlich" en:"controller" need:"{name: Stadt Musterstadt, anschrift: 'Marktplatz 1, 12345 Musterstadt', email: rathaus@musterstadt.example}"`
	Officer    Office `yaml:"datenschutzbeauftragt" en:"officer" none:"niemand"`
	Authority  Office `yaml:"aufsicht" en:"authority" need:"{name: Die Landesbeauftragte für den Datenschutz, url: 'https://www.example.org'}"`
	Host       Office `yaml:"hoster" en:"host" need:"{name: Rechenzentrum Musterland}"`
	Logs       string `yaml:"protokoll" en:"logs" need:"IP-Adresse, Zeitpunkt und abgerufene Adresse, um Angriffe zu erkennen"`
	Kept       string `yaml:"speicherdauer" en:"kept" need:"sieben Tage"`
	Basis      string `yaml:"rechtsgrundlage" en:"legal_basis" need:"Art. 6 Abs. 1 Buchst. e DSGVO"`
	AsOf       Day    `yaml:"stand" en:"as_of" need:"25.11.2026"`
	Note       string `yaml:"hinweis" en:"note"`

	File string `yaml:"-"`
}

// Statement is data/barrierefreiheit.yaml: the accessibility statement (§ 12b
// BGG, Commission Implementing Decision (EU) 2018/1523).
type Statement struct {
	Scope       string `yaml:"geltungsbereich" en:"scope" need:"www.musterstadt.example"`
	Status      string `yaml:"vereinbarkeit" en:"status" need:"teilweise"` // Full, Partial or Not
	Gaps        []Gap  `yaml:"luecken" en:"gaps"`
	Created     Day    `yaml:"erstellt" en:"created" need:"25.11.2026"`
	Reviewed    Day    `yaml:"geprueft" en:"reviewed" need:"25.11.2026"`
	Method      string `yaml:"methode" en:"method" need:"Selbstbewertung"`
	Assessor    string `yaml:"pruefer" en:"assessor" need:"Stadt Musterstadt, Pressestelle"`
	Standard    string `yaml:"norm" en:"standard" need:"BITV 2.0 mit EN 301 549 V3.2.1"`
	Contact     Office `yaml:"kontakt" en:"contact" need:"{name: Pressestelle, email: barriere@musterstadt.example}"`
	Enforcement Office `yaml:"durchsetzung" en:"enforcement" need:"{name: Schlichtungsstelle, url: 'https://www.example.org'}"`
	Note        string `yaml:"hinweis" en:"note"`

	File string `yaml:"-"`
}

// The values of Statement.Status.
const (
	Full    = "vollständig"
	Partial = "teilweise"
	Not     = "nicht"
)

// Gap is something that is not accessible.
type Gap struct {
	What        string `yaml:"was" en:"what" need:"Gebärdensprachvideos fehlen"`
	Reason      string `yaml:"grund" en:"reason" need:"Sie werden bis Jahresende aufgenommen."`
	Alternative string `yaml:"alternative" en:"alternative" need:"Die Pressestelle beantwortet Fragen per E-Mail."`
}

// Municipality is one entry of data/kommunen.yaml.
type Municipality struct {
	Name     string `yaml:"name" en:"name" need:"Musterstadt"`
	Land     string `yaml:"land" en:"state" need:"Sachsen-Anhalt"`
	District string `yaml:"kreis" en:"district"` // "" for those that are none's
	AGS      string `yaml:"ags" en:"ags"`        // "15083270"; may be ""
	Website  string `yaml:"website" en:"website"`
	Place    string `yaml:"schild" en:"place"` // how articles call it, if not by Name
}

// Lands are the Länder by the number that their keys begin with.
func Lands() map[string]string {
	return map[string]string{
		"01": "Schleswig-Holstein", "02": "Hamburg", "03": "Niedersachsen", "04": "Bremen",
		"05": "Nordrhein-Westfalen", "06": "Hessen", "07": "Rheinland-Pfalz", "08": "Baden-Württemberg",
		"09": "Bayern", "10": "Saarland", "11": "Berlin", "12": "Brandenburg", "13": "Mecklenburg-Vorpommern",
		"14": "Sachsen", "15": "Sachsen-Anhalt", "16": "Thüringen",
	}
}
