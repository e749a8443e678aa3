// Command stadtbote turns a folder of Markdown into a finished news site.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"stadtbote/internal/cli"
)

func main() { os.Exit(run()) }

func run() int {
	paceCollector(os.Args)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) // SIGTERM: service managers and containers
	defer stop()
	env, err := cli.Process()
	if err != nil {
		fmt.Fprintln(os.Stderr, "stadtbote:", err)
		return 2
	}
	return cli.Run(ctx, env)
}
