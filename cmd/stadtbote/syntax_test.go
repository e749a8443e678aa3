package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"stadtbote/internal/diag"
)

// The files in which a text of TestBrokenFilesAreToldInGerman stands.
const (
	inMatter = "content/meldungen/tee.md"
	inConfig = "stadtbote.yaml"
	inData   = "data/liste.yaml"
	inJSON   = "data/liste.json"
)

// TestBrokenFilesAreToldInGerman breaks YAML, TOML and JSON in all the ways
// that people find, and looks at what an editor reads: which code, where, and
// no word of the libraries' English.
func TestBrokenFilesAreToldInGerman(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"a colon in a title", inMatter, "titel: Rathaus: offen\n", "SB115 2:15"},
		{"a colon in a title after a good entry", inMatter, "datum: 9.11.2018\ntitel: Rathaus: offen\n", "SB115 3:15"},
		{"a tab for indentation", inMatter, "titel: A\norte:\n\t- B\n", "SB116 4:1"},
		{"a tab within a list", inMatter, "orte:\n  - A\n\t- B\n", "SB116 4:1"},
		{"a quotation mark that is not closed", inMatter, "titel: \"A\ndatum: 9.11.2018\n", "SB117 2:8"},
		{"a quotation mark in a list that is not closed", inMatter, "titel: A\norte: [\"A, B]\n", "SB021 3:8"},
		{"a single quotation mark that is not closed", inMatter, "titel: 'A\ndatum: 9.11.2018\n", "SB117 2:8"},
		{"a bracket that is not closed", inMatter, "titel: A\norte: [B, C\nrubrik: D\n", "SB020 3:7"},
		{"a brace that is not closed", inMatter, "bild: {datei: a.jpg\nrubrik: D\n", "SB020 2:7"},
		{"a bracket that closes nothing", inMatter, "titel: A\norte: B, C]\nbild: ]\n", "SB020 4:7"},
		{"no comma between quoted entries", inMatter, "orte: [\"A\" \"B\"]\n", "SB020 2:7"},
		{"two commas", inMatter, "orte: [A,, B]\n", "SB020 2:7"},
		{"a line indented too far", inMatter, "titel: A\n  datum: 9.11.2018\n", "SB022 3:8"},
		{"a line indented too little", inMatter, "bild:\n  datei: a.jpg\n alt: B\n", "SB023 4:2"},
		{"a list of two indentations", inMatter, "orte:\n   - A\n  - B\n", "SB023 4:3"},
		{"a list below a value", inMatter, "orte: A\n  - B: C\n", "SB022 3:6"},
		{"a key twice", inMatter, "titel: A\ntitel: B\n", "SB111 3:1"},
		{"a date that is none", inMatter, "datum: 31.2.2018\n", "SB104 2:8"},
		{"a star", inMatter, "titel: *Neu* im Rat\n", "SB119 2:8"},
		{"a reference to nothing", inMatter, "titel: *neu\n", "SB028 2:8"},
		{"a reference in a circle", inMatter, "orte: &o [A, *o]\n", "SB122 2:14"},
		{"an at sign", inMatter, "kürzel: @ve\n", "SB119 2:9"},
		{"an at sign in a list", inMatter, "orte:\n  - @A\n", "SB025 3:5"},
		{"a backtick in a list", inMatter, "orte:\n  - `A`\n", "SB025 3:5"},
		{"a percent sign", inMatter, "titel: %5 mehr\n", "SB119 2:8"},
		{"a path of Windows", inMatter, "bild: \"C:\\Bilder\\x.jpg\"\n", "SB026 2:10"},
		{"text behind a bar", inMatter, "teaser: | Der Text\n  beginnt hier.\n", "SB036 2:9"},
		{"no space behind a colon", inMatter, "titel:Rathaus\ndatum: 9.11.2018\n", "SB120 2:7"},
		{"a line without a key", inMatter, "titel: A\nhallo\n", "SB121 3:1"},
		{"quotation marks within such", inMatter, "titel: \"Das \"neue\" Rathaus\"\n", "SB118 2:13"},
		{"a list and entries mixed", inMatter, "- a\ntitel: B\n", "SB023 3:1"},
		{"a merge of nothing", inMatter, "bild: {<<: 3, datei: a.jpg}\n", "SB110 2:8"},

		{"TOML: no equals sign", inMatter, "+++\ntitel \"A\"\n+++\n", "SB031 2:7"},
		{"TOML: a text without quotation marks", inMatter, "+++\ntitle = Rathaus\n+++\n", "SB032 2:9"},
		{"TOML: a quotation mark that is not closed", inMatter, "+++\ntitle = \"A\n+++\n", "SB021 2:9"},
		{"TOML: an array that is not closed", inMatter, "+++\ntags = [\"A\"\n+++\n", "SB020 2:8"},
		{"TOML: no comma", inMatter, "+++\ntags = [\"A\" \"B\"]\n+++\n", "SB020 2:8"},
		{"TOML: a leading zero", inMatter, "+++\nweight = 01\n+++\n", "SB032 2:10"},
		{"TOML: a path of Windows", inMatter, "+++\ntitle = \"C:\\Bilder\"\n+++\n", "SB026 2:12"},
		{"TOML: two values", inMatter, "+++\ntitle = \"A\" \"B\"\n+++\n", "SB034 2:13"},
		{"TOML: a day that is none", inMatter, "+++\ndate = 2018-02-31\n+++\n", "SB104 2:8"},
		{"TOML: a key twice", inMatter, "+++\ntitle = \"A\"\ntitle = \"B\"\n+++\n", "SB111 3:1"},
		{"TOML: no key", inMatter, "+++\n= \"A\"\n+++\n", "SB035 2:1"},
		{"TOML: a table twice", inMatter, "+++\n[a]\nb = 1\n[a]\n+++\n", "SB029 4:1"},

		{"JSON: a comma behind the last entry", inMatter, "{\n\"titel\": \"A\",\n}\nText\n", "SB030 2:13"},
		{"JSON: no comma", inMatter, "{\n\"titel\": \"A\"\n\"datum\": \"B\"\n}\n", "SB020 3:1"},
		{"JSON: single quotation marks", inMatter, "{\n'titel': 'A'\n}\n", "SB035 2:1"},
		{"JSON: no colon", inMatter, "{\n\"titel\" \"A\"\n}\n", "SB031 2:9"},
		{"JSON: not closed", inMatter, "{\n\"titel\": \"A\"\n", "SB102 1:1"},

		{"a colon in a title of the site", inConfig, "title: Rathaus: offen\n", "SB115 1:15"},
		{"a tab in the settings", inConfig, "lists:\n\tpage_size: 3\n", "SB116 2:1"},
		{"a bracket in the settings", inConfig, "title: A\nsections: [{name: A}\nlanguage: de\n", "SB020 2:11"},
		{"wrong indentation in the settings", inConfig, "sections:\n  - name: A\n   slug: b\n", "SB023 3:4"},
		{"a key twice in the settings", inConfig, "title: A\ntitle: B\n", "SB412 2:1"},
		{"a control character in the settings", inConfig, "title: A\x00B\n", "SB027 1:9"},
		{"a byte order mark before a broken line", inConfig, "\uFEFFtitle: A: B\n", "SB115 1:9"},

		{"a quotation mark in data", inData, "- \"A\n- B\n", "SB021 1:3"},
		{"a key twice in data", inData, "a: 1\nb: 2\na: 3\n", "SB412 3:1"},
		{"a key twice in a line of data", inData, "- {a: 1, a: 2}\n", "SB412 1:10"},
		{"a reference to nothing in data", inData, "a: [*b]\n", "SB028 1:5"},
		{"an indentation in data", inData, "- a: 1\n   b: 2\n", "SB022 2:5"},
		{"a question mark as a key in data", inData, "? [a]\n: b\n", "SB121 1:1"},
		{"JSON data: a comma behind the last entry", inJSON, "[1, 2,]\n", "SB030 1:6"},
		{"JSON data: a comma behind the last line", inJSON, "{\n  \"a\": 1,\n}\n", "SB030 2:9"},
		{"JSON data: a remark", inJSON, "// Liste\n[1]\n", "SB032 1:1"},
		{"JSON data: two values", inJSON, "[1] [2]\n", "SB034 1:5"},
		{"JSON data: a word", inJSON, "[wahr]\n", "SB032 1:2"},
		{"JSON data: not closed", inJSON, "{\"a\": [1, 2\n", "SB020 1:7"},
		{"JSON data: an open quotation mark", inJSON, "{\"a\": \"b\n}\n", "SB021 1:7"},
		{"JSON data: a backslash", inJSON, "{\"a\": \"C:\\Bilder\\x\"}\n", "SB026 1:11"},
		{"JSON data: no colon", inJSON, "{\"a\" 1}\n", "SB031 1:6"},
		{"JSON data: a key without quotation marks", inJSON, "{a: 1}\n", "SB035 1:2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			text := test.text
			if test.file == inMatter && !strings.HasPrefix(text, "+++") && !strings.HasPrefix(text, "{") {
				text = "---\n" + text + "---\nText\n"
			}
			folder := t.TempDir()
			ground(t, folder, "build")
			lay(t, folder, diag.Sample{File: test.file, Text: text})
			if got := toldOf(t, command(t, folder, []string{"build"}), test.file, test.want[:5]); got != test.want {
				t.Errorf("told is %s, not %s", got, test.want)
			}
		})
	}
}

// english are words that the libraries use and German does not.
var english = regexp.MustCompile(`(?i)\b(found|find|expected|unexpected|invalid|character|token|mapping|values|allowed|context|unknown|anchor|already|defined|looking|beginning|string|literal|after|not|the|end|of|yaml:|toml:|json:)\b`)

// toldOf returns code and place of a finding of a file, the one of a code if
// there are others. No finding may speak English.
func toldOf(t *testing.T, said, file, code string) (found string) {
	t.Helper()
	for line := range strings.Lines(said) {
		var finding struct {
			Code, File, Message, Cause, Remedy string
			Line, Col                          int
		}
		if json.Unmarshal([]byte(line), &finding) != nil || finding.File != file {
			continue
		}
		for _, text := range []string{finding.Message, finding.Cause, finding.Remedy} {
			if word := english.FindString(text); word != "" {
				t.Errorf("“%s” is English: %s", word, text)
			}
		}
		if here := fmt.Sprintf("%s %d:%d", finding.Code, finding.Line, finding.Col); found == "" || finding.Code == code {
			found = here
		}
	}
	return found
}
