package cli

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("help [BEFEHL]", "help [COMMAND]"),
		Short: a.say("Hilfe zu einem Befehl zeigen", "Show the help of a command"),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			found, _, err := root.Find(args)
			if err != nil || found == root && len(args) > 0 {
				return a.knownCommand(root, args)
			}
			a.help(found)
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, sub := range cmd.Root().Commands() {
				names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// help writes what a command does and takes. Cobra's own help speaks English.
func (a *app) help(cmd *cobra.Command) {
	out := bufio.NewWriter(a.Stdout)
	defer out.Flush() //nolint:errcheck // nobody is left to be told that help cannot be written
	fmt.Fprintf(out, "%s\n", cmd.Short)
	if cmd.Long != "" {
		fmt.Fprintf(out, "\n%s\n", cmd.Long)
	}
	fmt.Fprintf(out, "\n%s\n  %s\n", a.say("Aufruf:", "Usage:"), a.useLine(cmd))
	if cmd.Example != "" {
		fmt.Fprintf(out, "\n%s\n%s\n", a.say("Beispiele:", "Examples:"), cmd.Example)
	}
	var commands [][2]string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			commands = append(commands, [2]string{sub.Name(), sub.Short})
		}
	}
	writeColumns(out, a.say("Befehle:", "Commands:"), commands)
	general := cmd.PersistentFlags()
	if cmd.HasParent() {
		writeColumns(out, a.say("Optionen:", "Options:"), a.flagLines(cmd.LocalFlags()))
		general = cmd.InheritedFlags()
	}
	writeColumns(out, a.say("Allgemein:", "General:"), a.flagLines(general))
}

func (a *app) useLine(cmd *cobra.Command) string {
	if cmd.HasAvailableSubCommands() {
		return cmd.CommandPath() + " " + a.say("BEFEHL [Optionen]", "COMMAND [options]")
	}
	return cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name()) + " " + a.say("[Optionen]", "[options]")
}

func (a *app) flagLines(flags *pflag.FlagSet) [][2]string {
	var lines [][2]string
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		name := "    --" + flag.Name
		if flag.Shorthand != "" {
			name = "-" + flag.Shorthand + ", --" + flag.Name
		}
		value, usage := pflag.UnquoteUsage(flag)
		if allowed, ok := flag.Value.(*oneOf); ok {
			value = strings.Join(allowed.allowed, "|")
		}
		if value != "" {
			name += " " + value
		}
		if flag.DefValue != "" && flag.DefValue != "false" && flag.DefValue != "0" {
			usage += fmt.Sprintf(a.say(" (sonst: %s)", " (default: %s)"), flag.DefValue)
		}
		lines = append(lines, [2]string{name, usage})
	})
	return lines
}

// writeColumns writes pairs below a heading, the second ones aligned.
func writeColumns(out *bufio.Writer, heading string, pairs [][2]string) {
	if len(pairs) == 0 {
		return
	}
	width := 0
	for _, pair := range pairs {
		width = max(width, utf8.RuneCountInString(pair[0]))
	}
	fmt.Fprintf(out, "\n%s\n", heading)
	for _, pair := range pairs {
		fmt.Fprintf(out, "  %s%s   %s\n", pair[0], strings.Repeat(" ", width-utf8.RuneCountInString(pair[0])), pair[1])
	}
}
