package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stadtbote/internal/lang"
)

// misuse is a command that was called wrongly.
type misuse struct {
	cmd *cobra.Command
	err error
}

func (m misuse) Error() string { return m.err.Error() }
func (m misuse) Unwrap() error { return m.err }

// said is an error whose words are fit for the user as they are.
type said string

func (s said) Error() string { return string(s) }

// words returns an error in the user's language, as far as it is one of ours.
func (a *app) words(err error) string {
	wrong, ok := errors.AsType[misuse](err)
	if !ok {
		return err.Error()
	}
	hint := a.say("Hilfe gibt: %s --help", "For help: %s --help")
	return a.misuseWords(wrong.err) + "\n" + fmt.Sprintf(hint, wrong.cmd.CommandPath())
}

func (a *app) misuseWords(err error) string {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return fmt.Sprintf(a.say("Die Option „%s“ gibt es nicht.", "There is no option “%s”."), dashes(e.GetSpecifiedName()))
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Sprintf(a.say("Die Option „%s“ braucht einen Wert.", "The option “%s” needs a value."), dashes(e.GetSpecifiedName()))
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return fmt.Sprintf(a.say("--%s: „%s“ ist nicht möglich. %s", "--%s: “%s” is not possible. %s"),
			e.GetFlag().Name, e.GetValue(), a.expected(e.GetFlag()))
	}
	if e, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return fmt.Sprintf(a.say("„%s“ ist keine Option.", "“%s” is not an option."), e.GetSpecifiedFlag())
	}
	return err.Error()
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// expected tells what a flag takes.
func (a *app) expected(flag *pflag.Flag) string {
	switch value := flag.Value.(type) {
	case *oneOf:
		return a.possible(value)
	case *answer:
		return a.say("Beispiel: ", "Example: ") + momentExample
	case *moment:
		return a.say("Beispiel: ", "Example: ") + momentExample
	}
	if flag.Value.Type() == "int" {
		return a.say("Erwartet wird eine ganze Zahl.", "A whole number is expected.")
	}
	return a.say("Möglich: true, false.", "Possible: true, false.")
}

// possible lists the words that a flag takes.
func (a *app) possible(flag *oneOf) string {
	return a.say("Möglich: ", "Possible: ") + strings.Join(flag.allowed, ", ") + "."
}

// knownCommand refuses what is no command, and suggests the one that was
// probably meant.
func (a *app) knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	return misuse{cmd, said(fmt.Sprintf(a.say("„%s“ ist kein Befehl.", "“%s” is not a command."), args[0]) + a.meant(args[0], names))}
}

// knownWord refuses a word that is not one of those that a command takes.
func (a *app) knownWord(cmd *cobra.Command, word string, known []string) error {
	return misuse{cmd, said(fmt.Sprintf(a.say("„%s“ ist hier nicht möglich (möglich: %s).", "“%s” is not possible here (possible: %s)."),
		word, strings.Join(known, ", ")) + a.meant(word, known))}
}

// meant suggests the word that was probably meant.
func (a *app) meant(word string, known []string) string {
	if name, near := lang.Nearest(word, known); near {
		return fmt.Sprintf(a.say(" Meinten Sie „%s“?", " Did you mean “%s”?"), name)
	}
	return ""
}

// arguments returns a check that a command is given from least to most
// arguments.
func (a *app) arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return misuse{cmd, said(fmt.Sprintf(a.say("Es fehlt eine Angabe: %s", "Something is missing: %s"), cmd.UseLine()))}
		case len(args) > most:
			return misuse{cmd, said(fmt.Sprintf(a.say("„%s“ ist hier zu viel. Gehören mehrere Wörter zusammen, setzen Sie sie in Anführungszeichen.",
				"“%s” is too much here. Put words that belong together in quotation marks."), args[most]))}
		}
		return nil
	}
}
