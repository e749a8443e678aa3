package build

import (
	"context"
	"io/fs"
	"time"

	"stadtbote/internal/check"
)

// Before returns the site as it was in a folder of another day, for Check to
// compare with. name is what people call that state; now is its moment.
func Before(ctx context.Context, o Options, was fs.FS, name string, now time.Time) (*check.Before, error) {
	o.Source, o.Folder, o.Now, o.SkipBroken, o.Strict, o.Progress = was, "", now, true, false, nil
	o.Drafts, o.Future = false, false
	planned, err := Plan(ctx, o, nil)
	if err != nil {
		return nil, err
	}
	return &check.Before{Name: name, Folder: was, Site: planned.Site}, nil
}
