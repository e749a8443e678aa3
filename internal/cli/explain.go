package cli

import (
	"bufio"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"stadtbote/internal/check"
	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("explain [NUMMER…]", "explain [CODE…]"),
		Short: a.say("Einen Befund erklären, mit einem falschen und einem richtigen Beispiel", "Explain a finding, with a wrong and a right example"),
		Long: a.say("Jeder Befund trägt eine Nummer wie SB104. Ohne Nummer werden alle Befunde aufgezählt, mit einem Wort statt\n"+
			"einer Nummer die, in denen es vorkommt.",
			"Each finding has a code like SB104. Without a code all findings are listed, with a word instead of a code\n"+
				"those that it occurs in."),
		Example: a.say("  stadtbote explain SB104\n  stadtbote explain Sperrfrist", "  stadtbote explain SB104\n  stadtbote explain embargo"),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := bufio.NewWriter(a.Stdout)
			if len(args) == 0 {
				a.listCodes(out, "")
				return out.Flush()
			}
			for i, arg := range args {
				if i > 0 {
					fmt.Fprintln(out)
				}
				if err := a.explainOne(cmd, out, arg); err != nil {
					return err
				}
			}
			return out.Flush()
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var codes []cobra.Completion
			for _, group := range diag.Groups() {
				for _, e := range group.ByCode() {
					codes = append(codes, cobra.CompletionWithDesc(string(e.Code), e.In(string(a.tongue)).Open().Message))
				}
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// codeForm is how people write the number of a finding.
var codeForm = regexp.MustCompile(`^(?i:sb)?\d+$|^(?i:sb)\w{3}$`)

// explainOne tells the story of a code, or lists the codes in whose texts a
// word occurs.
func (a *app) explainOne(cmd *cobra.Command, out *bufio.Writer, arg string) error {
	code := strings.ToUpper(strings.Trim(arg, "[]"))
	if !strings.HasPrefix(code, "SB") {
		code = "SB" + code
	}
	if entry, known := diag.Lookup(diag.Code(code)); known {
		a.story(out, entry)
		return nil
	}
	if !codeForm.MatchString(arg) && a.listCodes(out, arg) {
		return nil
	}
	text := fmt.Sprintf(a.say("Den Befund „%s“ gibt es nicht.", "There is no finding “%s”."), arg)
	if near, ok := lang.Nearest(code, allCodes()); ok {
		text += fmt.Sprintf(a.say(" Meinten Sie %s?", " Did you mean %s?"), near)
	}
	text += a.say(" Alle zählt auf: stadtbote explain", " All are listed by: stadtbote explain")
	return misuse{cmd, said(text)}
}

func allCodes() []string {
	var codes []string
	for _, group := range diag.Groups() {
		for _, e := range group.Entries {
			codes = append(codes, string(e.Code))
		}
	}
	return codes
}

// listCodes lists the codes in whose message a word occurs, range by range, and
// reports whether there is one.
func (a *app) listCodes(out *bufio.Writer, word string) bool {
	any := false
	for _, group := range diag.Groups() {
		title := fmt.Sprintf("SB%cxx: %s\n", group.Digit, group.Title(string(a.tongue)))
		for _, e := range group.ByCode() {
			message := e.In(string(a.tongue)).Open().Message
			if !strings.Contains(strings.ToLower(message), strings.ToLower(word)) {
				continue
			}
			if title != "" && any {
				fmt.Fprintln(out)
			}
			out.WriteString(title)
			title, any = "", true
			fmt.Fprintf(out, "  %s  %-8s  %s\n", e.Code, a.severity(e.Severity), message)
		}
	}
	return any
}

// story tells the whole story of a code.
func (a *app) story(out *bufio.Writer, e diag.Entry) {
	text := e.In(string(a.tongue)).Open()
	story, _ := diag.StoryOf(e.Code)
	fmt.Fprintf(out, "%s · %s · %s\n\n  %s\n", e.Code, a.severity(e.Severity), a.consequence(e), text.Message)
	a.paragraph(out, a.say("Grund", "Cause"), text.Cause)
	a.paragraph(out, a.say("Grundlage", "Basis"), a.basis(e.Code, story))
	a.paragraph(out, a.say("Abhilfe", "Remedy"), text.Remedy)
	a.paragraph(out, a.say("Kein Beispiel", "No example"), story.Without.In(string(a.tongue)))
	a.samples(out, a.say("Falsch", "Wrong"), story.Wrong)
	a.samples(out, a.say("Richtig", "Right"), story.Right)
}

// basis tells what a code rests on, and which rule of "check" it belongs to.
func (a *app) basis(code diag.Code, story diag.Story) string {
	id, basis, isRule := check.Ground(code, string(a.tongue))
	if !isRule {
		return story.Basis
	}
	return fmt.Sprintf(a.say("%s (Regel %s in docs/regeln.md)", "%s (rule %s in docs/regeln.md)"), basis, id)
}

// consequence tells what a finding does to publication.
func (a *app) consequence(e diag.Entry) string {
	switch {
	case diag.OfMoving(e.Code):
		return a.say("im Bericht von „stadtbote import“", "in the report of “stadtbote import”")
	case e.Code >= diag.VerifyInputs:
		return a.say("bei „stadtbote build --verify“", "of “stadtbote build --verify”")
	case e.Code >= diag.PortTaken:
		return a.say("bei „stadtbote serve“", "of “stadtbote serve”")
	case e.Severity == diag.Error && diag.Adjustable(e.Code):
		return a.say("bei „stadtbote check“; Gewicht einstellbar", "of “stadtbote check”; can be weighed otherwise")
	case e.Severity == diag.Error:
		return a.say("hält die Veröffentlichung auf", "stops publication")
	case e.Severity == diag.Warning:
		return a.say("wird gemeldet; mit --strict ein Fehler", "is reported; an error with --strict")
	default:
		return a.say("gut zu wissen", "worth knowing")
	}
}

func (a *app) severity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return a.say("Fehler", "error")
	case diag.Warning:
		return a.say("Warnung", "warning")
	default:
		return a.say("Hinweis", "note")
	}
}

func (a *app) paragraph(out *bufio.Writer, title, text string) {
	if text != "" {
		fmt.Fprintf(out, "\n%s:\n  %s\n", title, text)
	}
}

// samples writes the files of an example, their lines numbered.
func (a *app) samples(out *bufio.Writer, title string, files []diag.Sample) {
	for _, sample := range files {
		f := sample.Shown(string(a.tongue))
		fmt.Fprintf(out, "\n%s: %s\n", title, f.File)
		n := 0
		for line := range strings.Lines(f.Text) {
			n++
			fmt.Fprintf(out, "  %2d | %s\n", n, strings.TrimRight(line, "\n"))
		}
	}
}
