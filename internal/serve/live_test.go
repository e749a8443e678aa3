package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// events opens the stream of a page and returns what it tells, in order.
func (p *preview) events(page, stand string) <-chan [2]string {
	p.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, "GET", p.base+"/_stadtbote/events?page="+page+"&stand="+stand, nil)
	p.must(err)
	response, err := http.DefaultTransport.RoundTrip(request)
	p.must(err)
	told := make(chan [2]string, 100)
	go func() {
		defer close(told)
		defer response.Body.Close()
		var name string
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			key, value, _ := strings.Cut(lines.Text(), ": ")
			switch key {
			case "event":
				name = value
			case "data":
				told <- [2]string{name, value}
			}
		}
	}()
	return told
}

// hears waits for an event of a page.
func (p *preview) hears(told <-chan [2]string, name string) (data string) {
	p.Helper()
	for late := time.After(patience); ; {
		select {
		case e, open := <-told:
			if !open {
				p.Fatal("the stream ended")
			}
			if e[0] == name {
				return e[1]
			}
		case <-late:
			p.Fatalf("no event %q", name)
		}
	}
}

// stand is what a page says that its reader sees.
func stand(page string) string {
	_, rest, _ := strings.Cut(page, `data-stand="`)
	stand, _, _ := strings.Cut(rest, `"`)
	return stand
}

func TestAnOpenPageHearsOfWhatConcernsIt(t *testing.T) {
	p := open(t, small, nil)
	tee, coffee := stand(p.get("/2024/03/tee/")), stand(p.get("/2024/02/kaffee/"))
	first, second := p.events("/2024/03/tee/", tee), p.events("/2024/02/kaffee/", coffee)
	if html := p.hears(first, "findings"); html != `""` {
		t.Errorf("findings %s", html)
	}
	p.hears(second, "findings")
	p.write("content/meldungen/tee.md", tea+"Und Kekse.")
	p.hears(first, "changed")
	p.write("content/meldungen/tee.md", "---\ndatum: bald\n---\n")
	var html string
	p.must(json.Unmarshal([]byte(p.hears(first, "findings")), &html))
	if !strings.Contains(html, `role="alert"`) {
		t.Errorf("findings %q", html)
	}
	select {
	case e := <-second:
		if e[0] != "findings" { // the body of one article is on no other page
			t.Errorf("the other page heard %q", e)
		}
	case <-time.After(patience):
		t.Error("the other page heard nothing of the mistake")
	}
}

func TestAPageThatIsOldAlreadyHearsItAtOnce(t *testing.T) {
	p := open(t, small, nil)
	p.hears(p.events("/2024/03/tee/", "gestern"), "changed")
}

func TestNavigateLeadsToTheArticleThatChanged(t *testing.T) {
	p := open(t, small, func(o *Options) { o.Navigate = true })
	told := p.events("/", stand(p.get("/")))
	p.hears(told, "findings")
	p.write("content/meldungen/tee.md", tea+"Und Kekse.")
	if where := p.hears(told, "go"); where != "/2024/03/tee/" {
		t.Errorf("it leads to %s", where)
	}
}

// TestNobodyReadsATornOrStalePage edits and asks all the time.
func TestNobodyReadsATornOrStalePage(t *testing.T) {
	t.Parallel()
	p := open(t, small, nil)
	p.get("/2024/03/tee/")
	var torn, answers atomic.Int64
	ctx, stop := context.WithCancel(context.Background())
	var readers sync.WaitGroup
	for _, page := range []string{"/2024/03/tee/", "/2024/03/tee/druck/", "/"} {
		readers.Go(func() {
			seen := 0 // the newest edit that an answer held
			for ctx.Err() == nil {
				response, body := p.ask("GET", page)
				answers.Add(1)
				if response.StatusCode != http.StatusOK || !strings.HasSuffix(strings.TrimSpace(body), "</html>") || int64(len(body)) != response.ContentLength {
					torn.Add(1)
				}
				n := 0
				if _, rest, ok := strings.Cut(body, "Ausgabe "); ok {
					_, _ = fmt.Sscan(rest, &n)
				}
				if n < seen {
					t.Errorf("%s shows edit %d after edit %d", page, n, seen)
				}
				seen = n
			}
		})
	}
	edits := 500
	if testing.Short() {
		edits = 60
	}
	for n := 1; n <= edits; n++ {
		text := tea + fmt.Sprintf("\nAusgabe %d.\n", n)
		if n%3 == 0 { // as many editors save
			p.write("content/meldungen/.tee.md.swp", text)
			p.must(os.Rename(filepath.Join(p.folder, "content/meldungen/.tee.md.swp"), filepath.Join(p.folder, "content/meldungen/tee.md")))
		} else {
			p.write("content/meldungen/tee.md", text)
		}
		time.Sleep(time.Duration(n%20) * time.Millisecond)
		for answers.Load() < int64(n) { // however slow the machine, readers are at it
			time.Sleep(time.Millisecond)
		}
	}
	p.becomes("/2024/03/tee/", fmt.Sprintf("Ausgabe %d.", edits))
	stop()
	readers.Wait()
	t.Logf("%d answers while there were %d edits", answers.Load(), edits)
	if torn.Load() > 0 || answers.Load() < int64(edits) {
		t.Errorf("%d of %d answers are torn, while there were %d edits", torn.Load(), answers.Load(), edits)
	}
}
