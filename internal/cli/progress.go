package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"stadtbote/internal/build"
)

// progress shows how far a long build has come: a moving bar on a terminal,
// elsewhere, from the third second on, a line a second, so that the log of a CI
// run shows it is alive. A short build shows nothing.
type progress struct {
	app   *app
	out   io.Writer // nil: show nothing
	bar   bool      // on a terminal
	next  time.Time // not before
	drawn bool
}

func (a *app) progress(quiet bool) *progress {
	p := &progress{app: a, bar: a.IsTerminal}
	if !quiet {
		p.out = a.Stderr
		p.next = a.Now().Add(p.patience())
	}
	return p
}

// patience is how long a build may take without a word.
func (p *progress) patience() time.Duration {
	if p.bar {
		return p.interval()
	}
	return 3 * time.Second
}

func (p *progress) interval() time.Duration {
	if p.bar {
		return time.Second / 10
	}
	return time.Second
}

// show is told now and then how far the build has come.
func (p *progress) show(now build.Progress) {
	if p.out == nil || now.Total == 0 {
		return
	}
	clock := p.app.Now()
	if clock.Before(p.next) {
		return
	}
	p.next = clock.Add(p.interval())
	text := fmt.Sprintf(p.stage(now.Stage), p.app.number(now.Done), p.app.number(now.Total))
	if !p.bar {
		fmt.Fprintln(p.out, text)
		return
	}
	p.drawn = true
	fmt.Fprintf(p.out, "\r\x1b[K%s %s", drawBar(now.Done, now.Total), text)
}

func (p *progress) stage(s build.Stage) string {
	switch s {
	case build.Reading:
		return p.app.say("%s von %s Dateien gelesen", "%s of %s files read")
	case build.Asking:
		return p.app.say("%s von %s fremden Adressen erfragt", "%s of %s other addresses asked for")
	}
	return p.app.say("%s von %s Dateien gemacht", "%s of %s files made")
}

// clear takes the bar from the terminal.
func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

func drawBar(done, total int) string {
	const width = 24
	full := min(width, done*width/total)
	return strings.Repeat("█", full) + strings.Repeat("░", width-full)
}
