package cli

import (
	"context"
	"errors"
	"time"

	"stadtbote/internal/serve"
	"stadtbote/internal/watch"
)

// follow builds, and builds again whenever the site changed, until ctx ends.
// While a build runs, changes wait for the next one, however many they are.
func (a *app) follow(ctx context.Context, f buildFlags) error {
	options, err := a.options(f)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	changed := make(chan struct{}, 1) // holds one: several changes are one build
	watcher := watch.Open(serve.Watched(options.Folder, func(e watch.Event) {
		switch e.Kind {
		case watch.Polling:
			a.polling(e.Cause)
		case watch.Quiet:
			select {
			case changed <- struct{}{}:
			default:
			}
		}
	}))
	done := make(chan struct{})
	go func() { watcher.Run(ctx); close(done) }()
	err = a.buildEach(ctx, f, changed)
	cancel()
	<-done
	return err
}

// buildEach builds once, and then for each change.
func (a *app) buildEach(ctx context.Context, f buildFlags, changed <-chan struct{}) error {
	for {
		next, err := a.buildOnce(ctx, f)
		switch {
		case ctx.Err() != nil:
			return nil // Ctrl-C is how this ends
		case err == nil, errors.Is(err, errMend), errors.Is(err, errTold):
		default:
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-changed:
		case <-a.due(next, f):
		}
	}
}

// due tells when an embargo or expiry changes the site.
func (a *app) due(next time.Time, f buildFlags) <-chan time.Time {
	if next.IsZero() || !f.now.IsZero() {
		return nil
	}
	return time.After(min(next.Sub(a.Now()), 24*time.Hour)) //nolint:forbidigo // it waits; what time it is comes through Env
}
