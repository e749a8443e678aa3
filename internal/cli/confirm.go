package cli

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// confirmed asks a question that has yes and no for answers, and reports
// whether the answer was yes. Anything but a clear yes is a no. Where nobody
// can answer, the question is not put.
func (a *app) confirmed(question string) bool {
	if !a.Interactive {
		return false
	}
	fmt.Fprintf(a.Stderr, "%s %s ", question, a.say("[j/N]", "[y/N]"))
	answer, err := bufio.NewReader(io.LimitReader(a.Stdin, 1<<10)).ReadString('\n')
	if err != nil {
		fmt.Fprintln(a.Stderr) // the line of the question is not yet at its end
	}
	return slices.Contains([]string{"j", "ja", "y", "yes"}, strings.ToLower(strings.TrimSpace(answer)))
}
