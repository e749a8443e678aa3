package cli

import (
	"github.com/spf13/cobra"
)

// root returns the program's commands, written in the language of a.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "stadtbote",
		Short: a.say("Stadtbote macht aus einem Ordner mit Markdown eine fertige Website.",
			"Stadtbote turns a folder of Markdown into a finished site."),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          a.knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.Stdin)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return misuse{cmd, err} })
	root.SetHelpCommand(a.helpCommand())

	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.BoolP("help", "h", false, a.say("diese Hilfe zeigen", "show this help"))
	language := oneOf{value: string(a.tongue), allowed: []string{"de", "en"}}
	flags.Var(&language, "lang", a.say("Sprache der Meldungen und Hilfen", "language of messages and help"))
	complete(root, "lang", language.allowed)

	root.AddCommand(
		a.buildCommand(),
		a.checkCommand(),
		a.serveCommand(),
		a.newCommand(),
		a.listCommand(),
		a.dossierCommand(),
		a.deployCommand(),
		a.ejectCommand(),
		a.schemaCommand(),
		a.cmsCommand(),
		a.importCommand(),
		a.checkPDFCommand(),
		a.explainCommand(),
		a.versionCommand(),
		a.completionCommand(),
	)
	return root
}

// complete offers the values of a flag to the shell.
func complete(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic("cli: " + err.Error())
	}
}
