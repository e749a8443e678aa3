// Package house holds the rules of the house as tests: who may import whom,
// who may touch the machine, who owns which library. It has no code of its own.
//
// The tests read the source with go/parser. Rejected: "go list", whose answer
// is no input that "go test" knows of, so that a cached "ok" hides a violation.
package house
