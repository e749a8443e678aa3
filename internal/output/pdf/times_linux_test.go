package pdf_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/picture"
	"stadtbote/internal/source"
)

var (
	timesSite  = flag.String("site", "", "folder of a site whose PDF versions TestTimes makes")
	timesSlugs = flag.String("slugs", "", "file with the names of the articles, one a line")
	timesMode  = flag.String("profile", "ua1", "pdf.profile of the site")
	timesOut   = flag.String("out", "", "folder for the files and times.json")
)

// TestTimes is run by tools/bench/pdf: it makes PDF versions on one core, each
// once, and writes down the CPU milliseconds of each.
func TestTimes(t *testing.T) {
	if *timesSite == "" {
		t.Skip("tools/bench/pdf/compare.py asks for it")
	}
	runtime.GOMAXPROCS(1)
	n := newNewsroom()
	if *timesMode == "ua2" {
		n.config.PDF.Profile = config.UA2
	}
	folder := os.DirFS(*timesSite)
	files, _, err := source.Scan(folder, "content")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if text, _, err := source.Read(folder, f.Path); err == nil && article.IsText(f.Path) {
			n.add(f.Path, text)
		} else if data, err := fs.ReadFile(folder, f.Path); err == nil && picture.Known(f.Path) {
			n.add(f.Path, data)
		}
	}
	wanted, err := os.ReadFile(*timesSlugs)
	if err != nil {
		t.Fatal(err)
	}
	plan, times := n.plan(t), map[string]float64{}
	for slug := range strings.FieldsSeq(string(wanted)) {
		file, ok := plan[slug]
		if !ok {
			t.Errorf("%s is not planned", slug)
			continue
		}
		var b bytes.Buffer
		before := cpu(t)
		if err := file.Make(&b); err != nil {
			t.Fatal(err)
		}
		times[slug] = float64((cpu(t) - before).Microseconds()) / 1000
		if err := os.WriteFile(filepath.Join(*timesOut, slug+".pdf"), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(times)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*timesOut, "times.json"), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// cpu is the CPU time of this process.
func cpu(t testing.TB) time.Duration {
	t.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// BenchmarkByWords makes 200 distinct articles of the samples, each once a
// round, and reports medians of CPU time and size of those of about 430 and
// of about 1,400 words: what docs/pdf.md promises. -benchtime 1x is one round.
func BenchmarkByWords(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	n := samples(b)
	plan, words := n.plan(b), map[string]int{}
	for _, e := range n.assemble(b).Articles {
		if _, document, err := n.texts(e); err == nil {
			words[e.Slug] = len(strings.Fields(document.PlainText()))
		}
	}
	names := slices.SortedFunc(maps.Keys(plan), func(x, y string) int { // the longest first, then any
		return cmp.Or(cmp.Compare(words[y], words[x]), cmp.Compare(x, y))
	})
	names = names[:min(200, len(names))]
	times, sizes := map[int][]float64{}, map[int][]float64{}
	for b.Loop() {
		for _, name := range names {
			var out bytes.Buffer
			before := cpu(b)
			if err := plan[name].Make(&out); err != nil {
				b.Fatal(err)
			}
			for _, size := range []int{430, 1400} {
				if w := words[name]; 4*w > 3*size && 4*w < 5*size {
					times[size] = append(times[size], float64((cpu(b)-before).Microseconds())/1000)
					sizes[size] = append(sizes[size], float64(out.Len())/1000)
				}
			}
		}
	}
	for size := range times {
		slices.Sort(times[size])
		slices.Sort(sizes[size])
		b.ReportMetric(times[size][len(times[size])/2], fmt.Sprintf("ms/%dwords", size))
		b.ReportMetric(sizes[size][len(sizes[size])/2], fmt.Sprintf("KB/%dwords", size))
	}
}
