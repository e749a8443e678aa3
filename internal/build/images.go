package build

import (
	"iter"
	"time"

	"stadtbote/internal/digest"
	"stadtbote/internal/output/pdf"
	images "stadtbote/internal/output/picture"
	"stadtbote/internal/output/sign"
	"stadtbote/internal/publish"
	"stadtbote/internal/recent"
)

// pictureStore is what the cache calls the versions of pictures.
const pictureStore = "pictures"

// memoryBudget is how many bytes of pictures stay in memory where no cache
// folder is known.
const memoryBudget = 64 << 20

// forgetAfter is how long a version is kept that no page shows: whoever works
// on two branches, or takes a picture back, does not wait again.
const forgetAfter = 30 * 24 * time.Hour

// images is what pictures are made with.
func (p *planner) images() images.Input {
	in := images.Input{Folder: p.Source, Embedded: p.Static, Store: p.pictures}
	if p.pictures == nil { // a plan that knows no cache folder
		if p.result.memory == nil {
			p.result.memory = recent.New(memoryBudget)
		}
		in.Store = p.result.memory
	}
	return in
}

// forgetPictures removes what no page and no PDF has shown for long.
func (r *run) forgetPictures(store *publish.Store, planned *Planned) {
	if r.Clock == nil {
		return
	}
	wanted := func() map[digest.Sum]bool {
		all := map[digest.Sum]bool{}
		for _, keys := range []iter.Seq[digest.Sum]{images.Keys(planned.Site), sign.Keys(planned.Site), pdf.Keys(planned.Site)} {
			for key := range keys {
				all[key] = true
			}
		}
		return all
	}
	store.Forget(wanted, r.Clock().Add(-forgetAfter))
}
