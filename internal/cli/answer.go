package cli

import (
	"errors"
	"strings"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// answer is a flag that says what a key of a new article holds.
type answer struct {
	kind   frontmatter.Kind
	shown  string // what the help shows as its value
	values []string
}

func (v *answer) String() string { return strings.Join(v.values, ", ") }

// Type is what the help shows as the flag's value.
func (v *answer) Type() string { return v.shown }

// Set takes an answer; several texts are divided by commas.
func (v *answer) Set(s string) error {
	values, err := parseAnswer(v.kind, s)
	if v.kind == frontmatter.List || v.kind == frontmatter.Paths {
		values = append(v.values, values...)
	}
	v.values = values
	return err
}

// parseAnswer returns what somebody wrote as the value of a key.
func parseAnswer(kind frontmatter.Kind, s string) ([]string, error) {
	switch s = strings.TrimSpace(s); kind {
	case frontmatter.List, frontmatter.Paths:
		var values []string
		for part := range strings.SplitSeq(s, ",") {
			if part = strings.TrimSpace(part); part != "" {
				values = append(values, part)
			}
		}
		return values, nil
	case frontmatter.MomentOrClock:
		if _, _, ok := lang.ParseClock(s); ok {
			return []string{s}, nil
		}
		return parseAnswer(frontmatter.Moment, s)
	case frontmatter.Moment:
		day, hasTime, ok := lang.ParseDate(s)
		if !ok {
			return nil, errors.New("not a date")
		}
		form := "2006-01-02"
		if hasTime {
			form = "2006-01-02 15:04"
		}
		return []string{day.In(lang.Berlin()).Format(form)}, nil
	}
	return []string{strings.Join(strings.Fields(s), " ")}, nil
}

// answerName is what the help shows as the value of a key.
func (a *app) answerName(kind frontmatter.Kind) string {
	switch kind {
	case frontmatter.List, frontmatter.Paths:
		return "A,B"
	case frontmatter.Moment, frontmatter.MomentOrClock, frontmatter.MomentOrClaim:
		return a.say("DATUM", "DATE")
	}
	return "TEXT"
}
