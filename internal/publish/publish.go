// Package publish writes finished files so that a reader sees the old site or
// the new one, never a part, and touches only what changed.
package publish
