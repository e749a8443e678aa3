// Package serve shows a site from memory while its authors write it.
//
// Its nouns: a stage holds the last plan of the site and makes the next one
// when the watcher says so (stage.go); a show is what there is to see between
// two plans, and never changes (show.go); a page is made from the show's plan
// when somebody asks for it (page.go); and what the browser is told while a
// page is open goes through a stream of events (live.go).
//
// Four rules:
//
//   - Nothing is written to disk, and nothing but files of the plan is sent.
//   - The bytes of a file are those that build would write. What the preview
//     needs is put into pages while they are sent (inject.go).
//   - Who asks while a change is known but not planned waits for the plan, so
//     that nobody who saved sees the page of before.
//   - An author's mistake leaves the last good site as it is and is shown above
//     it (overlay.go).
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"stadtbote/internal/build"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/source"
	"stadtbote/internal/watch"
)

// Options are all that a preview is told from outside.
type Options struct {
	Build    build.Options // Folder must be known; Now is the clock's at each plan unless Fixed
	Fixed    bool          // Build.Now stands still
	Hosts    []string      // names that this machine is called by, besides localhost and addresses
	Language string        // that authors are spoken to in: "de" or "en"
	Navigate bool          // open pages go to the page that changed
	Tell     func(News)    // told of each plan, one at a time; may be nil
}

// News is what happened in the preview.
type News struct {
	Start   string        // root-relative address of the start page, once it is known
	Diags   diag.List     // of the plan
	Stopped bool          // the plan has errors: what is shown is older, or leaves out what is broken
	Pages   int           // files of the site
	Took    time.Duration // how long the plan took
	Changed []string      // what made the plan necessary, as far as is known
	Polling error         // why changes are looked for instead of being told
	Failure error         // what the program could not do; the last site remains
}

// Watched are the folders and files of a site that a build reads.
func Watched(folder string, tell func(watch.Event)) watch.Options {
	return watch.Options{
		Root:    folder,
		Folders: []string{"content", "data", "static", "templates"},
		Files:   []string{config.File},
		Ignore:  ignored,
		Tell:    tell,
	}
}

// ignored reports whether a file is an editor's own: those that a build passes
// over, and those that exist for a moment only while an editor saves.
func ignored(name string) bool {
	return source.PassedOver(name) || name == "4913" || // Vim tries whether it may write
		endsWith(name, "___jb_tmp___", "___jb_old___", ".tmp", ".bak~")
}

// Times within which a browser must have asked, so that nobody keeps a
// connection for nothing.
const (
	headTime = 5 * time.Second
	idleTime = 2 * time.Minute
	sendTime = 30 * time.Second
	endTime  = 300 * time.Millisecond // for answers on their way when the preview ends
)

// Run shows the site to those who connect to the listener, until ctx ends. It
// closes the listener.
func Run(ctx context.Context, listener net.Listener, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := newStage(o)
	watcher := watch.Open(Watched(o.Build.Folder, s.event))
	server := &http.Server{
		Handler:           s.handler(hosts{own: o.Hosts, bound: listener.Addr()}),
		ReadHeaderTimeout: headTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	done := make(chan error, 3)
	go func() { watcher.Run(ctx); done <- nil }()
	go func() { done <- s.run(ctx) }()
	go func() { done <- server.Serve(listener) }()
	err := <-done // the first to end ends the others
	cancel()
	end, release := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer release()
	if server.Shutdown(end) != nil {
		_ = server.Close() // who still reads is cut off
	}
	for range cap(done) - 1 {
		err = errors.Join(err, <-done)
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	if err != nil {
		return fmt.Errorf("serving the preview: %w", err)
	}
	return nil
}
