// Package publish writes finished files so that a reader sees the old site or
// the new one, never a part, and touches only what changed.
//
// A Folder is the output folder together with its memory: a place in the cache
// folder for what earlier builds want to know again, above all the list of
// files that they made. An Update is one build's change of a Folder:
//
//	f, finding, err := publish.Open(place)   // checks, touches nothing
//	u, err := f.Begin()                      // takes the lock, makes the staging folder
//	u.Stage("index.html", page)              // any number, from any goroutine
//	done, findings, err := u.Commit(paths)   // all into place, old ones removed
//
// Stage writes below OUT/.stadtbote-new, a mirror of the finished site, and
// nothing a reader sees has changed yet. Commit looks at everything in the way
// before it changes anything, writes down which paths are about to be ours,
// lets the operating system put the bytes on the disk, and renames: a folder
// that is new as a whole with one rename, everything else file by file. Files
// that pages refer to come first, pages after them, removals last.
//
// A crash at any moment leaves whole files, old or new. The list of our files
// was extended beforehand, so the next build knows which of them it may replace
// or remove: that list is the journal.
//
// Rejected: temporary files beside their targets (a web server might show
// them, and each would have to be found again after a crash); a marker in the
// output folder (it would be uploaded with the site).
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// Place tells where to write. All three are paths of this machine.
type Place struct {
	Out   string // output folder; made when the first file is staged
	Site  string // folder of the sources; "" where there is none
	Cache string // folder for what is worth remembering; "" is Site/.stadtbote
}

// CacheName is the cache folder's name, where nobody chose another.
const CacheName = ".stadtbote"

// Folder is an output folder and its memory.
type Folder struct {
	path  string // absolute
	out   disk
	cache disk
	key   string // names this output folder in the cache
	host  host

	cacheFolder string // absolute
}

// host is what the lock says of its owner.
type host struct {
	name  string
	pid   int
	clock func() time.Time
}

// Problem is a failure that the catalogue can explain. Finding says it in the
// user's language, Err is the machine's own word.
type Problem struct {
	Finding diag.Diagnostic
	Err     error
}

func (p *Problem) Error() string {
	return fmt.Sprintf("%s %s: %v", p.Finding.Code, strings.Join(p.Finding.Args[:1], ""), p.Err)
}

func (p *Problem) Unwrap() error { return p.Err }

// Open looks at the places and says what is wrong with them. It writes nothing.
func Open(at Place) (*Folder, diag.List, error) {
	real, err := resolved(at.Out)
	if err != nil {
		return nil, nil, fmt.Errorf("finding the output folder %s: %w", at.Out, err)
	}
	if finding := misplaced(at, real); len(finding) > 0 {
		return nil, finding, nil
	}
	cache := at.Cache
	if cache == "" {
		cache = filepath.Join(at.Site, CacheName)
	}
	if cache, err = filepath.Abs(cache); err != nil {
		return nil, nil, fmt.Errorf("finding the cache folder %s: %w", at.Cache, err)
	}
	name, err := os.Hostname()
	if err != nil {
		name = "localhost"
	}
	return &Folder{
		path:  real,
		out:   &rooted{path: real},
		cache: &rooted{path: cache},
		key:   keyOf(at.Site, real),
		host:  host{name: name, pid: os.Getpid(), clock: time.Now},

		cacheFolder: cache,
	}, nil, nil
}

// keyOf names an output folder among those that share a cache. One inside the
// site's folder is named by its place there, so that a cache that CI carries
// to another checkout still fits.
func keyOf(site, out string) string {
	name := filepath.ToSlash(out)
	if site != "" {
		if real, err := resolved(site); err == nil {
			if below, err := filepath.Rel(real, out); err == nil && filepath.IsLocal(below) {
				name = filepath.ToSlash(below)
			}
		}
	}
	return "out-" + digest.String(name).Hex()[:16]
}

// problem explains an error of the machine that hit the named file.
func problem(name string, err error) error {
	var known *Problem
	if err == nil || errors.As(err, &known) {
		return err
	}
	code, word := diag.WriteFailed, reason(err)
	switch {
	case errors.Is(err, syscall.ENOSPC):
		code = diag.DiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		code = diag.NotWritable
	}
	return &Problem{Finding: diag.New("", diag.Pos{}, code, name, word), Err: err}
}

// reason is an error without the operation and path that Go puts before it.
func reason(err error) string {
	for {
		var at *fs.PathError
		var link *os.LinkError
		switch {
		case errors.As(err, &at):
			err = at.Err
		case errors.As(err, &link):
			err = link.Err
		default:
			return err.Error()
		}
	}
}
