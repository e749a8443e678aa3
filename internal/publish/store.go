package publish

import (
	"errors"
	"io/fs"
	"sync"
	"time"

	"stadtbote/internal/digest"
)

// Store keeps files that were costly to make, each under a name that says what
// it is, for all output folders that share the cache. It may forget: whatever
// goes wrong, the file is made again. Many goroutines may use it.
type Store struct {
	folder *Folder
	name   string // of its folder in the cache

	mu    sync.Mutex
	ready bool // its folder exists
	saved bool
}

// Store returns the store of that name.
func (f *Folder) Store(name string) *Store { return &Store{folder: f, name: name} }

// Load returns what was saved under a key. What is damaged is not known.
func (s *Store) Load(key digest.Sum) (data []byte, known bool) {
	kept, err := s.folder.cache.readFile(s.path(key.Hex()))
	if err != nil || len(kept) < len(key) {
		return nil, false
	}
	data, seal := kept[:len(kept)-len(key)], kept[len(kept)-len(key):]
	if digest.Bytes(data) != digest.Sum(seal) {
		return nil, false
	}
	return data, true
}

// Save keeps data under a key.
func (s *Store) Save(key digest.Sum, data []byte) {
	if !s.prepare() {
		return
	}
	seal := digest.Bytes(data)
	fresh := stagingName + "/" + s.name + "." + key.Hex()
	_ = s.folder.cache.remove(fresh) // of a build that was killed
	if _, err := s.folder.cache.create(fresh, append(data[:len(data):len(data)], seal[:]...)); err == nil {
		_ = s.folder.cache.rename(fresh, s.path(key.Hex()))
	}
}

func (s *Store) path(name string) string { return s.name + "/" + name }

// prepare makes the store's folder and reports whether it is there.
func (s *Store) prepare() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ready && s.folder.openCache() == nil {
		err := s.folder.cache.mkdir(s.name)
		s.ready = err == nil || errors.Is(err, fs.ErrExist)
	}
	s.saved = true
	return s.ready
}

// Forget removes what is not wanted and older than a moment, if something new
// was saved: else the store has not grown, and nobody is asked what is wanted.
func (s *Store) Forget(wanted func() map[digest.Sum]bool, before time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.saved || !s.ready {
		return
	}
	keys := wanted()
	names := make(map[string]bool, len(keys))
	for key := range keys {
		names[key.Hex()] = true
	}
	entries, err := s.folder.cache.readDir(s.name)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && !names[entry.Name()] && info.ModTime().Before(before) {
			_ = s.folder.cache.remove(s.path(entry.Name()))
		}
	}
}
