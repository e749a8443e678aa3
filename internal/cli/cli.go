// Package cli is the command line: one file a subcommand. Everything from
// outside (arguments, folders, clock, environment, terminal) comes through Env.
package cli
