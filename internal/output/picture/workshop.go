package picture

import (
	"sync"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
)

// workshop makes versions. Whoever wants another version of a picture that is
// being made waits for it.
type workshop struct {
	Input
	room *picture.Room

	mu   sync.Mutex
	busy map[digest.Sum]*bench // by source
}

// bench is where one picture is made; it is there as long as someone wants it.
type bench struct {
	sync.Mutex
	users int
}

// version returns the bytes of a version without words.
func (k *workshop) version(j job, n int) ([]byte, error) {
	if j.files[n].Kept {
		return k.read(j.shown.Info)
	}
	wanted := key(j.site, j.shown.Info, j.files[n])
	if data, known := k.Store.Load(wanted); known {
		return data, nil
	}
	defer k.alone(j.shown.Info.Digest)()
	if data, known := k.Store.Load(wanted); known {
		return data, nil
	}
	return k.make(j, n)
}

// alone waits until nobody else makes that picture, and returns what is to be
// called when that may happen again.
func (k *workshop) alone(source digest.Sum) (leave func()) {
	k.mu.Lock()
	b := k.busy[source]
	if b == nil {
		b = &bench{}
		k.busy[source] = b
	}
	b.users++
	k.mu.Unlock()
	b.Lock()
	return func() {
		b.Unlock()
		k.mu.Lock()
		defer k.mu.Unlock()
		if b.users--; b.users == 0 {
			delete(k.busy, source)
		}
	}
}

// make makes all versions of a picture, keeps them, and returns one.
func (k *workshop) make(j job, n int) ([]byte, error) {
	i := j.shown.Info
	content, err := k.read(i)
	if err != nil {
		return nil, err
	}
	versions := make([]picture.Version, len(j.files))
	for at, file := range j.files {
		versions[at] = file.Version
	}
	defer k.room.Enter(i.Width * i.Height)()
	made, err := j.site.Recipe.Make(i, content, versions)
	if err != nil {
		return nil, err
	}
	for at, data := range made {
		if !versions[at].Kept {
			k.Store.Save(key(j.site, i, j.files[at]), data)
		}
	}
	return made[n], nil
}
