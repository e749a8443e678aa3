// Package outside asks other sites whether what they are linked for is still
// there. It is polite: different hosts are asked at once, each of them one
// question after the other with a pause in between; the question is HEAD, and
// GET only of those who do not answer it; who is busy is asked again later, as
// late as he says; the program tells its name; answers are remembered.
package outside

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"stadtbote/internal/check"
)

// Asker asks. The zero value of a field is what its comment says.
type Asker struct {
	Agent    string        // names the program
	Pause    time.Duration // between two questions to one host; 0: half a second
	Patience time.Duration // for one answer; 0: 20 seconds
	Backoff  time.Duration // before asking again, doubled each time; 0: two seconds
	Hosts    int           // asked at once; 0: 16
	Memory   *Memory       // of earlier answers; may be nil
	Now      time.Time
	Told     func(done, all int) // how far it has come; may be nil
}

// tries is how often somebody who is busy is asked.
const tries = 3

// steps is how many redirects are followed.
const steps = 6

// withDefaults returns the asker with all fields set.
func (a Asker) withDefaults() Asker {
	for _, field := range []struct {
		value *time.Duration
		usual time.Duration
	}{{&a.Pause, 500 * time.Millisecond}, {&a.Patience, 20 * time.Second}, {&a.Backoff, 2 * time.Second}} {
		if *field.value == 0 {
			*field.value = field.usual
		}
	}
	if a.Hosts == 0 {
		a.Hosts = 16
	}
	if a.Memory == nil {
		a.Memory = &Memory{}
	}
	if a.Told == nil {
		a.Told = func(int, int) {}
	}
	return a
}

// Ask returns the answer for each address. What was asked lately is remembered.
// It returns early, with what it knows, when ctx is done.
func (a Asker) Ask(ctx context.Context, addresses []string) map[string]check.Answer {
	a = a.withDefaults()
	answers := make(map[string]check.Answer, len(addresses))
	byHost := map[string][]string{}
	for _, address := range addresses {
		if answer, fresh := a.Memory.fresh(address, a.Now); fresh {
			answers[address] = answer
			continue
		}
		byHost[hostOf(address)] = append(byHost[hostOf(address)], address)
	}
	client := &http.Client{
		Timeout:       a.Patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	var mu sync.Mutex
	var all sync.WaitGroup
	room := make(chan struct{}, a.Hosts)
	for _, list := range byHost {
		all.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			for i, address := range list {
				if i > 0 && !sleep(ctx, a.Pause) || ctx.Err() != nil {
					return
				}
				answer := a.one(ctx, client, address)
				mu.Lock()
				answers[address] = answer
				a.Memory.keep(address, answer, a.Now)
				a.Told(len(answers), len(addresses))
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return answers
}

// hostOf returns whom an address belongs to.
func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil {
		return strings.ToLower(u.Host)
	}
	return address
}

// one asks for one address, follows where it is sent, and says what came of
// it.
func (a Asker) one(ctx context.Context, client *http.Client, address string) check.Answer {
	at, permanent := address, true
	for range steps {
		r, err := a.patient(ctx, client, at)
		if err != nil {
			return failure(err)
		}
		next, moved := target(at, r)
		if !moved {
			return judged(r, address, at, permanent)
		}
		permanent = permanent && (r.status == http.StatusMovedPermanently || r.status == http.StatusPermanentRedirect)
		at = next
	}
	return check.Answer{Verdict: check.Silent, Words: "redirects without end"}
}

// target returns where an answer sends its reader.
func target(from string, r reply) (string, bool) {
	if r.status < 300 || r.status > 399 || r.location == "" {
		return "", false
	}
	base, err := url.Parse(from)
	if err != nil {
		return "", false
	}
	to, err := base.Parse(r.location)
	if err != nil {
		return "", false
	}
	return to.String(), true
}

// judged says what the last answer means.
func judged(r reply, asked, at string, permanent bool) check.Answer {
	words := http.StatusText(r.status)
	if words == "" {
		words = "?"
	}
	answer := check.Answer{Words: r.code() + " " + words}
	switch {
	case r.status == http.StatusNotFound || r.status == http.StatusGone:
		answer.Verdict = check.Dead
	case r.status >= 400:
		answer.Verdict = check.Silent // forbidden to programs, or out of order
	case at != asked && permanent:
		answer = check.Answer{Verdict: check.Moved, To: at}
	default:
		answer = check.Answer{Verdict: check.Alive}
	}
	return answer
}
