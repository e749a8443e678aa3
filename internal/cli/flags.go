package cli

import (
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/lang"
)

// oneOf is a flag that takes one of a few words.
type oneOf struct {
	value   string
	allowed []string
}

func (o *oneOf) String() string { return o.value }

// Type is what the help shows as the flag's value.
func (o *oneOf) Type() string { return "word" }

// Set takes one of the allowed words.
func (o *oneOf) Set(s string) error {
	if !slices.Contains(o.allowed, s) {
		return errors.New("not one of the allowed words")
	}
	o.value = s
	return nil
}

// moment is a flag that takes a date, with or without a time of day.
type moment struct{ time.Time }

const momentExample = "2018-11-09, 9.11.2018, 2018-11-09T10:00"

func (m *moment) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Format(time.RFC3339)
}

// Type is what the help shows as the flag's value.
func (m *moment) Type() string { return "date" }

// Set takes a date in all forms of the front matter.
func (m *moment) Set(s string) error {
	t, _, ok := lang.ParseDate(s)
	if !ok {
		return errors.New("not a date")
	}
	m.Time = t
	return nil
}

// allFlag adds --all, which shows each of very many findings.
func (a *app) allFlag(cmd *cobra.Command, f *buildFlags) {
	cmd.Flags().BoolVar(&f.all, "all", false, a.say("auch sehr viele Befunde einzeln zeigen, statt sie zusammenzufassen", "show each finding even if there are very many"))
}
