package editor

import (
	"encoding/json"
	"regexp"
	"testing"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// What the parser reads as a date, the schema takes for one.
func TestThePatternOfDatesIsThatOfTheParser(t *testing.T) {
	pattern := regexp.MustCompile(momentPattern)
	for text, want := range map[string]bool{
		"2018-11-09": true, "2018-11-9": true, "2018/11/09": true, "9.11.2018": true, "9. 11. 2018": true, "9. November 2018": true,
		"9 Nov. 2018": true, "1. März 2019": true, "2018-11-09 10:00": true, "2018-11-09T10:00:30": true, "9.11.2018, 10.30 Uhr": true,
		"9.11.2018 um 10 Uhr": true, "2018-11-09T10:00:00Z": true, "2018-11-09T10:00:00.25+01:00": true, "2018-11-09 10:00:00 -0400": true,
		"bald": false, "9.11.": false, "2018": false, "11/09/2018": false, "2018-11-09 nachmittags": false,
	} {
		if _, _, read := lang.ParseDate(text); read != want {
			t.Errorf("the parser reads %q: %t", text, read)
		}
		if got := pattern.MatchString(text); got != want {
			t.Errorf("the schema takes %q: %t", text, got)
		}
	}
}

func TestTheSchemaHasEveryKey(t *testing.T) {
	for _, language := range []string{"de", "en"} {
		for _, kind := range Kinds() {
			var schema struct {
				Properties map[string]json.RawMessage `json:"properties"`
			}
			if err := json.Unmarshal(Schema(Site{Language: language}, kind), &schema); err != nil {
				t.Fatal(err)
			}
			for _, key := range frontmatter.Keys() {
				_, there := schema.Properties[key.Name(language)]
				if want := key.Uses&kind.Use != 0 && len(key.Names) > 0; there != want {
					t.Errorf("%s, %s: %s is there: %t", kind.Name, language, key.Name(language), there)
				}
			}
		}
	}
}
