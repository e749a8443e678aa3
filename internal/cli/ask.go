package cli

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
)

// dialogue asks questions on a terminal. Questions go to Stderr: Stdout is for
// what was asked for.
type dialogue struct {
	*newcomer
	in *bufio.Reader
}

// ask asks for everything that is not known yet and returns the title.
func (n *newcomer) ask(ctx context.Context, title string) (string, error) {
	if err := n.check(); err != nil {
		return "", err
	}
	d := dialogue{n, bufio.NewReader(n.Stdin)}
	for title == "" {
		var err error
		if title, err = d.line(ctx, n.say("Titel: ", "Title: ")); err != nil {
			return "", err
		}
	}
	for _, key := range n.form.keys() {
		name := key.Name("de")
		needed := key.Required&n.form.use != 0 && key.Kind == frontmatter.Moment
		if len(n.given[name]) > 0 || key.Asked&n.form.use == 0 && !needed {
			continue
		}
		answers, err := d.question(ctx, &key)
		if err != nil {
			return "", err
		}
		n.given[name] = answers
	}
	return title, nil
}

// question asks for one key until the answer can be used.
func (d *dialogue) question(ctx context.Context, key *frontmatter.Key) ([]string, error) {
	prompt, proposal := d.prompt(key)
	for {
		text, err := d.line(ctx, prompt)
		if err != nil {
			return nil, err
		}
		switch {
		case text == "?":
			d.tell("%s\n", strings.Join(d.desk.words(key.From), ", "))
			continue
		case text == "-":
			return nil, nil
		case text == "" && proposal == "" && key.Required&d.form.use != 0:
			continue
		case text == "":
			text = proposal
		}
		answers, ok, err := d.understand(ctx, key, text)
		if ok || err != nil {
			return answers, err
		}
	}
}

// prompt returns how a key is asked for, and what an empty answer means.
func (d *dialogue) prompt(key *frontmatter.Key) (prompt, proposal string) {
	label := key.Words(string(d.tongue)).Label
	switch {
	case key.Is("datum"):
		proposal = lang.ShortDate(d.Now().In(lang.Berlin()))
		return fmt.Sprintf(d.say("%s [heute, %s]: ", "%s [today, %s]: "), label, proposal), proposal
	case key.From == frontmatter.Sections && len(d.desk.sections) > 0:
		choices := make([]string, len(d.desk.sections))
		for i, section := range d.desk.sections {
			choices[i] = fmt.Sprintf("%d %s", i+1, section)
		}
		return fmt.Sprintf("%s (%s) [1]: ", label, strings.Join(choices, ", ")), "1"
	case key.From == frontmatter.Sigils:
		if proposal = d.desk.sigil(d.GitUser(d.site)); proposal != "" {
			return fmt.Sprintf(d.say("%s [%s, „-“ für keines]: ", "%s [%s, “-” for none]: "), label, proposal), proposal
		}
	case key.From == frontmatter.Keywords && len(d.desk.tags) > 0:
		return fmt.Sprintf(d.say("%s, mit Komma getrennt („?“ zeigt die bekannten): ", "%s, divided by commas (“?” shows the known ones): "), label), ""
	case key.Kind == frontmatter.List:
		return fmt.Sprintf(d.say("%s, mit Komma getrennt: ", "%s, divided by commas: "), label), ""
	case key.Kind == frontmatter.Moment, key.Kind == frontmatter.MomentOrClock:
		return fmt.Sprintf(d.say("%s (zum Beispiel %s): ", "%s (for instance %s): "), label, key.Example), ""
	}
	return label + ": ", ""
}

// understand returns the answers that a text means; not ok if it must be asked
// for again.
func (d *dialogue) understand(ctx context.Context, key *frontmatter.Key, text string) (answers []string, ok bool, err error) {
	answers, err = parseAnswer(key.Kind, text)
	if err != nil {
		d.tell(d.say("„%s“ ist kein Datum. Zum Beispiel: 9.11.2026\n", "“%s” is not a date. For instance: 2026-11-09\n"), text)
		return nil, false, nil
	}
	if key.From == frontmatter.Sections {
		section, ok := d.chosen(text)
		return []string{section}, ok, nil
	}
	for i, word := range answers {
		if answers[i], err = d.word(ctx, key.From, word); err != nil {
			return nil, false, err
		}
	}
	return slices.Compact(answers), true, nil
}

// chosen returns the section that somebody means by its number or name.
func (d *dialogue) chosen(text string) (section string, ok bool) {
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(d.desk.sections) {
		return d.desk.sections[n-1], true
	}
	if section, ok = d.desk.section(text); ok {
		return section, true
	}
	if _, near := d.desk.settle(frontmatter.Sections, text); len(near) == 1 {
		d.tell("  → %s\n", near[0])
		return near[0], true
	}
	d.tell(d.say("Die Rubrik „%s“ gibt es nicht.\n", "There is no section “%s”.\n"), text)
	return "", false
}

// word returns the site's spelling of a word, asking where it is not sure.
func (d *dialogue) word(ctx context.Context, from frontmatter.Source, word string) (string, error) {
	if len(d.desk.words(from)) == 0 {
		return word, nil
	}
	name, near := d.desk.settle(from, word)
	switch {
	case name != "":
		return name, nil
	case len(near) == 0:
		d.tell(d.say("  „%s“ ist neu.\n", "  “%s” is new.\n"), word)
		return word, nil
	}
	for _, proposal := range near {
		yes, err := d.line(ctx, fmt.Sprintf(d.say("  „%s“ gibt es noch nicht. Meinen Sie „%s“? [J/n]: ", "  There is no “%s” yet. Do you mean “%s”? [Y/n]: "), word, proposal))
		if err != nil {
			return "", err
		}
		if yes == "" || strings.ContainsRune("jJyY", rune(yes[0])) {
			return proposal, nil
		}
	}
	return word, nil
}

func (d *dialogue) tell(format string, args ...any) {
	fmt.Fprintf(d.Stderr, format, args...)
}

// line shows a prompt and returns the line that is typed, without space around
// it. Whoever ends the input or presses Ctrl-C is told that nothing was made.
//
// A terminal that is being read cannot be interrupted; the reader that Ctrl-C
// leaves behind ends with the program.
func (d *dialogue) line(ctx context.Context, prompt string) (string, error) {
	d.tell("%s", prompt)
	type typed struct {
		text string
		err  error
	}
	result := make(chan typed, 1)
	go func() {
		text, err := d.in.ReadString('\n')
		result <- typed{text, err}
	}()
	select {
	case <-ctx.Done():
	case line := <-result:
		if line.err == nil || strings.TrimSpace(line.text) != "" {
			return strings.TrimSpace(strings.ToValidUTF8(line.text, "")), nil
		}
	}
	d.tell("\n")
	return "", said(d.say("Abgebrochen. Es wurde nichts angelegt.", "Cancelled. Nothing was made."))
}
