package config_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"stadtbote/internal/config"
)

const (
	wholeImprint = `name: Stadt Musterstadt
rechtsform: Körperschaft des öffentlichen Rechts
anschrift: {straße: Marktplatz 1, plz: 12345, ort: Musterstadt}
vertreten_durch: Erika Muster, Bürgermeisterin
email: rathaus@musterstadt.example
telefon: 01234 5678-0
register: keins
ust_id: DE000000000
verantwortlich: {name: Erika Muster, anschrift: "Marktplatz 1, 12345 Musterstadt"}
`
	wholePrivacy = `verantwortlich: {name: Stadt Musterstadt, anschrift: "Marktplatz 1, 12345 Musterstadt", email: rathaus@musterstadt.example}
datenschutzbeauftragt: niemand
aufsicht: {name: Aufsicht von Musterland, url: https://aufsicht.example/}
hoster: {name: Rechenzentrum Musterland}
protokoll: IP-Adresse und Zeitpunkt, um Angriffe zu erkennen
speicherdauer: sieben Tage
rechtsgrundlage: Art. 6 Abs. 1 Buchst. e DSGVO
stand: 25.11.2026
`
	wholeStatement = `geltungsbereich: www.musterstadt.example
vereinbarkeit: teilweise
luecken:
  - {was: Gebärdensprachvideos fehlen, grund: Sie werden aufgenommen., alternative: Fragen Sie per E-Mail.}
erstellt: 1.10.2026
geprueft: 2026-11-25
methode: Selbstbewertung
pruefer: Pressestelle
norm: BITV 2.0
kontakt: {name: Pressestelle, email: barriere@musterstadt.example}
durchsetzung: {name: Schlichtungsstelle, url: https://schlichtung.example/}
`
)

func TestLegalDataIsTyped(t *testing.T) {
	data, ds := config.LoadData(folder(map[string]string{
		"data/impressum.yaml": wholeImprint, "data/datenschutz.yaml": wholePrivacy, "data/barrierefreiheit.yaml": wholeStatement,
	}))
	if len(ds) > 0 {
		t.Fatalf("%v", told(ds))
	}
	i, p, s := data.Imprint, data.Privacy, data.Statement
	if i.Address.Street != "Marktplatz 1" || i.Register != "" || i.VAT == "" || !slices.Equal(i.Represented, []string{"Erika Muster, Bürgermeisterin"}) {
		t.Errorf("%+v", i)
	}
	if p.Officer.Name != "" || p.Host.Name != "Rechenzentrum Musterland" {
		t.Errorf("%+v", p)
	}
	if s.Reviewed.Time.Format(time.DateOnly) != "2026-11-25" || s.Reviewed.Pos.Line != 6 || s.Status != config.Partial || len(s.Gaps) != 1 {
		t.Errorf("%+v", s)
	}
}

// Each line is left out once, and the finding names it and says what to write.
func TestEachMissingFieldIsNamed(t *testing.T) {
	for file, whole := range map[string]string{"impressum": wholeImprint, "datenschutz": wholePrivacy, "barrierefreiheit": wholeStatement} {
		lines := strings.SplitAfter(whole, "\n")
		for i, line := range lines[:len(lines)-1] {
			if strings.HasPrefix(line, " ") {
				continue
			}
			end := i + 1
			for strings.HasPrefix(lines[end], " ") {
				end++
			}
			rest := strings.Join(slices.Concat(lines[:i], lines[end:]), "")
			_, ds := config.LoadData(folder(map[string]string{"data/" + file + ".yaml": rest}))
			key, _, _ := strings.Cut(line, ":")
			if len(ds) != 1 || !strings.Contains(ds[0].Args[0], key) || !strings.Contains(ds[0].Args[1], key) {
				t.Errorf("%s without %s: %v", file, key, told(ds))
			}
		}
	}
}

func TestMistakesInLegalData(t *testing.T) {
	for name, c := range map[string]struct{ file, whole, old, now, want string }{
		"a date that is none":       {"barrierefreiheit", wholeStatement, "1.10.2026", "bald", "5:11 SB104"},
		"reviewed before created":   {"barrierefreiheit", wholeStatement, "1.10.2026", "1.12.2026", "6:11 SB433"},
		"full, with gaps":           {"barrierefreiheit", wholeStatement, "teilweise", "vollständig", "4:3 SB432"},
		"a status that is unknown":  {"barrierefreiheit", wholeStatement, "teilweise", "fast", "2:16 SB405"},
		"a gap without a reason":    {"barrierefreiheit", wholeStatement, "grund: Sie werden aufgenommen., ", "", "4:5 SB430 luecken[0].grund"},
		"a mistyped key":            {"impressum", wholeImprint, "telefon", "telefn", "6:1 SB402 telefn"},
		"half an address":           {"impressum", wholeImprint, "plz: 12345, ", "", "3:12 SB430 anschrift.plz"},
		"a mailbox that is none":    {"impressum", wholeImprint, "rathaus@", "rathaus at ", "5:8 SB405"},
		"an address that is none":   {"datenschutz", wholePrivacy, "https://aufsicht.example/", "aufsicht.example", "3:48 SB405"},
		"nobody who is responsible": {"datenschutz", wholePrivacy, `{name: Stadt Musterstadt, anschrift: "Marktplatz 1, 12345 Musterstadt", email: rathaus@musterstadt.example}`, "niemand", "1:1 SB430 verantwortlich"},
	} {
		_, ds := config.LoadData(folder(map[string]string{"data/" + c.file + ".yaml": strings.Replace(c.whole, c.old, c.now, 1)}))
		if got := told(ds); len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func TestLegalDataInEnglish(t *testing.T) {
	data, ds := config.LoadData(folder(map[string]string{"data/impressum.yaml": `name: Town of Sampleton
legal_form: public body
address: {street: Market 1, postcode: 12345, town: Sampleton}
represented_by: [Erika Muster]
email: town@sampleton.example
contact_form: /contact/
register: none
vat_id: none
responsible: {name: Erika Muster, address: "Market 1, 12345 Sampleton"}
`}))
	if len(ds) > 0 || data.Imprint.Address.Town != "Sampleton" || data.Imprint.Form != "/contact/" {
		t.Errorf("%v %+v", told(ds), data.Imprint)
	}
}

func TestMunicipalities(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"two good ones": {
			"- {name: Haldensleben, land: Sachsen-Anhalt, kreis: Landkreis Börde, ags: 15083270}\n- {name: Musterdorf, state: Bayern, ags: '09 000 000'}\n",
			"[{Haldensleben Sachsen-Anhalt Landkreis Börde 15083270  } {Musterdorf Bayern  09000000  }] []",
		},
		"no Land":             {"- {name: A}\n", "[{A     }] [1:3 SB430 land | land: Sachsen-Anhalt]"},
		"a Land that is none": {"- {name: A, land: Sachsen Anhalt}\n", "[{A Sachsen Anhalt    }] [1:19 SB434 Sachsen Anhalt | Sachsen-Anhalt]"},
		"a key too short":     {"- {name: A, land: Hessen, ags: 123}\n", "[{A Hessen  123  }] [1:32 SB435 123]"},
		"a key of elsewhere":  {"- {name: A, land: Hessen, ags: '05000000'}\n", "[{A Hessen  05000000  }] [1:32 SB436 05000000 | Nordrhein-Westfalen | Hessen]"},
		"one twice":           {"- {name: A, land: Hessen}\n- {name: A, land: Hessen}\n", "[{A Hessen    } {A Hessen    }] [2:3 SB437 A | 1]"},
		"no list":             {"Text\n", "[] [1:1 SB404  | - … | Text]"},
	} {
		data, ds := config.LoadData(folder(map[string]string{"data/kommunen.yaml": c.text}))
		if got := fmt.Sprint(data.Municipalities, " ", told(ds)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// The examples of the handbook are good ones: whoever copies them is told nothing.
func TestTheHandbooksExamplesOfDataAreSound(t *testing.T) {
	text, err := os.ReadFile("../../docs/redaktion.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "```yaml\n")
	files := map[string]string{}
	for i, block := range blocks[1:] {
		yaml, _, _ := strings.Cut(block, "```")
		for _, name := range []string{"kommunen", "impressum", "datenschutz", "barrierefreiheit"} {
			lines := strings.Split(strings.TrimSpace(blocks[i]), "\n")
			if last := lines[len(lines)-1]; last == "`data/"+name+".yaml`:" || name == "kommunen" && strings.HasPrefix(yaml, "- name: Haldensleben") {
				files["data/"+name+".yaml"] = yaml
			}
		}
	}
	if len(files) != 4 {
		t.Fatalf("examples of %d files", len(files))
	}
	if _, ds := config.LoadData(folder(files)); len(ds) > 0 {
		t.Errorf("%v", told(ds))
	}
}
