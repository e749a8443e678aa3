package build

import "stadtbote/internal/output"

// Explanation tells why a file was made or removed.
type Explanation struct {
	Path   string
	Why    Reason
	Inputs []string // the names of those that changed, for InputsChanged
}

// Reason is why a file was made or removed.
type Reason uint8

// The reasons.
const (
	New            Reason = iota + 1 // no earlier build made it
	InputsChanged                    // something that it is made from changed
	ProgramChanged                   // another version of the program
	Touched                          // it was changed in the output folder
	Gone                             // it was removed from the output folder
	NoLongerWanted                   // removed: no longer part of the site
)

// why tells why a planned file has to be made, given its record or nil.
func why(f *output.File, inputs []output.Input, was *record, there bool) Explanation {
	e := Explanation{Path: f.Path}
	switch {
	case was == nil:
		e.Why = New
		return e
	case !there:
		e.Why = Gone
		return e
	}
	names := was.recipe
	before := make(map[string]tags, len(names))
	for i, name := range names {
		before[name] = was.tags.of(i)
	}
	now := tagsOf(inputs)
	for i, in := range inputs {
		if t, known := before[in.Name]; !known || t != now.of(i) {
			e.Inputs = append(e.Inputs, in.Name)
		}
		delete(before, in.Name)
	}
	for _, name := range names {
		if _, missing := before[name]; missing {
			e.Inputs = append(e.Inputs, name)
		}
	}
	if len(e.Inputs) > 0 {
		e.Why = InputsChanged
	} else {
		e.Why = ProgramChanged
	}
	return e
}
