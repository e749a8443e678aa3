package matterhorn

import "slices"

// Conditions returns every condition that Check judges, for the tests and the
// table that they publish.
func Conditions() []Condition { return slices.Clone(conditions) }
