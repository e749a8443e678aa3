// Package digest names values by their content.
//
// A Sum is 128 bits of XXH3: fast, not cryptographic. It answers "is this the
// same as last time?", where the only opponent is chance.
package digest

// Sum is the name of some content. The zero Sum names nothing.
type Sum [16]byte
