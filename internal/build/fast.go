package build

import (
	"context"
	"errors"
)

// errStale means that a file of the output folder is not as it was left.
var errStale = errors.New("stale")

// lastBuild is what the last build into this output folder left.
type lastBuild struct {
	kept     string    // as the cache holds it
	manifest *manifest // nil if there is none, or it cannot be understood
}

// lastBuild reads the manifest. If that fails there is none: the long way reads
// it again, and tells of it.
func (r *run) lastBuild() lastBuild {
	kept, err := r.folder.Recall(manifestName)
	if err != nil {
		return lastBuild{}
	}
	return lastBuild{kept, decodeManifest(kept, r.jobs())}
}

// nothingToDo is the short way: if the folder looks exactly as it did to the
// last build, if that build was told the same, if no embargo has passed since,
// and if every file of the output folder lies there as it was left, then there
// is nothing to read, to compare or to make. The last build's findings are told
// again.
func (r *run) nothingToDo(seen *sight) (*Report, bool) {
	m := r.last.manifest
	if m == nil || m.young || m.sight != seen.sum || r.Now.Before(m.now) || !m.next.IsZero() && !r.Now.Before(m.next) {
		return nil, false
	}
	err := each(context.Background(), r.jobs(), len(m.files), func(i int) error {
		if stat, ok := r.folder.Stat(m.files[i].path); !ok || stat != m.files[i].stat {
			return errStale
		}
		return nil
	})
	if err != nil {
		return nil, false
	}
	n := len(m.files)
	return &Report{Pages: n, Unchanged: n, Diags: m.diags, Left: m.left, Next: m.next}, true
}
