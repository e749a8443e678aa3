package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells, "|"),
		Short: a.say("Ein Skript ausgeben, mit dem die Shell Befehle ergänzt", "Print a script by which the shell completes commands"),
		Example: "  stadtbote completion bash > /etc/bash_completion.d/stadtbote\n" +
			"  stadtbote completion powershell | Out-String | Invoke-Expression",
		Args:      a.arguments(1, 1),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.Stdout, true)
			case "zsh":
				return root.GenZshCompletion(a.Stdout)
			case "fish":
				return root.GenFishCompletion(a.Stdout, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.Stdout)
			}
			return misuse{cmd, said(fmt.Sprintf(a.say("Die Shell „%s“ ist nicht bekannt. Möglich: %s.", "The shell “%s” is not known. Possible: %s."),
				args[0], strings.Join(shells, ", ")))}
		},
	}
}
