package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stadtbote/internal/frontmatter"
	"stadtbote/internal/lang"
	"stadtbote/internal/scaffold"
)

// articleForm is one kind of article that can be made.
type articleForm struct {
	name, short, example string
	use                  frontmatter.Uses
	file                 func(scaffold.Draft) (scaffold.File, bool)
}

// keys returns the keys that can be answered when an article is made, save the
// title.
func (f *articleForm) keys() []frontmatter.Key {
	var keys []frontmatter.Key
	for _, key := range frontmatter.Keys() {
		wanted := (key.Required|key.Offered|key.Asked)&f.use != 0
		simple := key.Kind != frontmatter.Claim && len(key.Fields) == 0
		if wanted && simple && !key.Is("titel") {
			keys = append(keys, key)
		}
	}
	return keys
}

// newArticle is a command that makes an article: what a flag does not say is
// asked, on a terminal.
func (a *app) newArticle(form articleForm) *cobra.Command {
	var source string
	var quiet bool
	answers := map[string]*answer{}
	cmd := &cobra.Command{
		Use:   form.name + a.say(" [TITEL]", " [TITLE]"),
		Short: form.short,
		Long: a.say("Auf einem Terminal wird gefragt, was nicht als Option dasteht. Die Eingabetaste nimmt den Vorschlag in\n"+
			"eckigen Klammern, Strg-C bricht ab, ohne etwas anzulegen. Überschrieben wird nie etwas.",
			"On a terminal you are asked what is not given as an option. Enter takes the proposal in brackets,\n"+
				"Ctrl-C ends without making anything. Nothing is ever overwritten."),
		Example: fmt.Sprintf("  stadtbote new %s\n  stadtbote new %s %q", form.name, form.name, form.example),
		Args:    a.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := newcomer{app: a, form: form, desk: a.desk(cmd.Context(), source), site: a.path(source), given: map[string][]string{}}
			for key, answer := range answers {
				n.given[key] = answer.values
			}
			return n.make(cmd.Context(), strings.Join(args, ""), a.Interactive && !quiet)
		},
	}
	a.sourceFlag(cmd, &source)
	for _, key := range form.keys() {
		value := &answer{kind: key.Kind, shown: a.answerName(key.Kind)}
		answers[key.Name("de")] = value
		flag := strings.ReplaceAll(strings.ToLower(key.Name("en")), "_", "-")
		cmd.Flags().Var(value, flag, key.Words(string(a.tongue)).Help)
		a.completeAnswer(cmd, flag, key.From, &source)
	}
	cmd.Flags().BoolVarP(&quiet, "yes", "y", false, a.say("nichts fragen und alle Vorschläge annehmen", "ask nothing and accept all proposals"))
	return cmd
}

// completeAnswer offers the shell the words that the site knows.
func (a *app) completeAnswer(cmd *cobra.Command, flag string, from frontmatter.Source, source *string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(cmd *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		words := a.desk(cmd.Context(), *source).words(from)
		before := ""
		if from == frontmatter.Keywords || from == frontmatter.Sigils {
			before = begun[:strings.LastIndexByte(begun, ',')+1]
		}
		for i := range words {
			words[i] = before + words[i]
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic("cli: " + err.Error())
	}
}

// newcomer is one article being made.
type newcomer struct {
	*app
	form  articleForm
	desk  *desk
	site  string
	given map[string][]string // by the first name of a key
}

// make asks, if that is welcome, checks and writes.
func (n *newcomer) make(ctx context.Context, title string, asking bool) error {
	var err error
	switch title = strings.TrimSpace(title); {
	case asking:
		title, err = n.ask(ctx, title)
	case title == "":
		return said(fmt.Sprintf(n.say("Der Titel fehlt. Ohne Terminal wird nicht gefragt; schreiben Sie: stadtbote new %s %q",
			"The title is missing. Without a terminal nothing is asked; write: stadtbote new %s %q"), n.form.name, n.form.example))
	default:
		err = n.check()
	}
	if err != nil {
		return err
	}
	draft := scaffold.Draft{Title: title, Date: n.Now(), Language: n.desk.language, Sections: n.desk.words(frontmatter.Sections), Answers: n.given}
	for _, key := range []string{"datum", "beginn"} {
		if day := n.given[key]; len(day) > 0 {
			draft.Date, _, _ = lang.ParseDate(day[0])
		}
	}
	file, ok := n.form.file(draft)
	if !ok {
		return said(fmt.Sprintf(n.say("Aus dem Titel „%s“ lässt sich kein Dateiname bilden: Es fehlt ein Buchstabe oder eine Ziffer.",
			"No file name can be made from the title “%s”: it lacks a letter or digit."), title))
	}
	return n.write(n.site, file)
}

// check looks at the answers that came as flags.
func (n *newcomer) check() error {
	for _, key := range n.form.keys() {
		answers := n.given[key.Name("de")]
		if len(answers) == 0 {
			if moment := key.Kind == frontmatter.Moment && !key.Is("datum"); moment && key.Required&n.form.use != 0 {
				return said(fmt.Sprintf(n.say("Es fehlt: %s (--%s).", "Missing: %s (--%s)."), key.Words(string(n.tongue)).Label, key.Name("en")))
			}
			continue
		}
		if key.From == frontmatter.Sections {
			section, ok := n.desk.section(answers[0])
			if !ok {
				return said(fmt.Sprintf(n.say("Die Rubrik „%s“ gibt es nicht. Es gibt: %s.", "There is no section “%s”. There are: %s."),
					answers[0], strings.Join(n.desk.words(frontmatter.Sections), ", ")))
			}
			n.given[key.Name("de")] = []string{section}
			continue
		}
		for i, word := range answers {
			answers[i] = n.settle(key.From, word)
		}
	}
	return nil
}

// settle returns the site's spelling of a word, and tells where there is none.
func (n *newcomer) settle(from frontmatter.Source, word string) string {
	known := n.desk.words(from)
	if len(known) == 0 {
		return word
	}
	name, near := n.desk.settle(from, word)
	switch {
	case name != "":
		return name
	case len(near) > 0:
		fmt.Fprintf(n.Stderr, n.say("Hinweis: „%s“ ist neu. Ähnlich ist: %s.\n", "Note: “%s” is new. Similar: %s.\n"), word, strings.Join(near, ", "))
	default:
		fmt.Fprintf(n.Stderr, n.say("Hinweis: „%s“ ist neu.\n", "Note: “%s” is new.\n"), word)
	}
	return word
}
