package lang

import "testing"

func TestIsTag(t *testing.T) {
	for tag, want := range map[string]bool{
		"de": true, "en": true, "gsw": true, "de-CH": true, "zh-Hans": true, "sl-1994": true, "de-CH-1901": true,
		"": false, "d": false, "deutsch": false, "de-": false, "-de": false, "de_CH": false, "de CH": false, "d3": false,
		"de-abcdefghi": false, "dé": false,
	} {
		if got := IsTag(tag); got != want {
			t.Errorf("IsTag(%q) = %v", tag, got)
		}
	}
}
