// Package leak finds texts that must not appear yet in finished files.
//
// A Secret is what one article says that may not be public: headline, address,
// text. A Set is many of them, ready for searching; Find reads a file once and
// returns the Hits in it.
//
// Words are compared, not bytes: a text is a sequence of words, in small
// letters, without marks, soft hyphens and markup. So it does not matter
// whether a file says „Tee für alle“, Tee&nbsp;f&uuml;r alle, Tee%20f%C3%BCr or
// "Tee f\u00fcr alle". Each word is a number, a phrase a few numbers in a
// row, and searching costs a multiplication a letter and a look into a bitmap
// a word, however many phrases there are.
package leak

import "stadtbote/internal/digest"

// Kind tells what of an article a phrase is.
type Kind uint8

// The kinds.
const (
	Headline Kind = iota + 1
	Address       // the folder that its page would have, with year and month
	Slug          // the last part of it
	Term          // a tag, place or file name that it alone has
	Text          // teaser or body
)

// Window is how many words of a text in a row betray it.
const Window = 8

// sentence is how many words a text has at least that is shorter than a window.
const sentence = 5

// How many letters a phrase has at least: one of three words and more, and one
// of fewer. Shorter ones say nothing.
const (
	shortPhrase = 14
	shortName   = 16
)

// Phrase is some words in a row that betray a secret.
type Phrase struct {
	Secret string // file of the article
	Kind   Kind
	Words  string // as the article writes them; of a text, the whole of it

	hashes []uint64
}

// Hit is a phrase found in a file.
type Hit struct {
	Phrase *Phrase
	At     int    // byte in the file where it begins
	Upto   int    // byte behind it
	Key    uint64 // names the words: equal for the same words of the same kind
}

// Set is the phrases of all secrets. It never changes once compiled.
type Set struct {
	Sum    digest.Sum // names the words: equal sets find the same
	starts bitmap
	long   map[uint64][]place // by the first three words
	short  map[uint64][]place // by the first word
}

// place is where in a phrase the words to be compared are.
type place struct {
	phrase *Phrase
	from   int
	count  int
}

// lead is how many words lead to a long phrase.
const lead = 3

// Compile makes a set of phrases. Phrases that say too little are left out.
func Compile(phrases []Phrase) *Set {
	s := &Set{long: map[uint64][]place{}, short: map[uint64][]place{}}
	var b digest.Builder
	for i := range phrases {
		p := &phrases[i]
		hashes, letters := hashesOf([]byte(p.Words), p.Kind == Text)
		p.hashes = hashes
		for _, h := range p.hashes {
			b.Int(int64(h))
		}
		b.Text(p.Secret)
		b.Int(int64(p.Kind))
		s.add(p, letters)
	}
	s.Sum = b.Name()
	return s
}

// add enters a phrase: whole, or, of a text, each of its windows.
func (s *Set) add(p *Phrase, letters int) {
	n := len(p.hashes)
	switch {
	case p.Kind == Text:
		for from := 0; from+Window <= n; from++ {
			s.enter(place{p, from, Window})
		}
		if n < Window && n >= sentence {
			s.enter(place{p, 0, n})
		}
	case n >= lead && (letters >= shortPhrase || p.Kind == Address), n > 0 && letters >= shortName:
		s.enter(place{p, 0, n})
	}
}

func (s *Set) enter(at place) {
	words := at.phrase.hashes[at.from:]
	if at.count < lead {
		s.short[words[0]] = append(s.short[words[0]], at)
		s.starts.set(words[0])
		return
	}
	key := join(words[0], words[1], words[2])
	s.long[key] = append(s.long[key], at)
	s.starts.set(key)
}

// Empty reports whether there is nothing to find.
func (s *Set) Empty() bool { return len(s.long) == 0 && len(s.short) == 0 }

// Find returns where a file has one of the phrases; of a text, each window.
func (s *Set) Find(data []byte) []Hit {
	if s.Empty() {
		return nil
	}
	var hits []Hit
	r := readers.Get().(*reader) //nolint:forcetypeassert // nothing else is put there
	defer readers.Put(r)
	r.read(data)
	for _, stream := range [][]word{r.text, r.tags} {
		hits = s.search(stream, hits)
	}
	return hits
}

func (s *Set) search(words []word, hits []Hit) []Hit {
	for i := range words {
		if s.starts.has(words[i].hash) {
			hits = s.compare(words, i, s.short[words[i].hash], hits)
		}
		if i+lead > len(words) {
			continue
		}
		key := join(words[i].hash, words[i+1].hash, words[i+2].hash)
		if s.starts.has(key) {
			hits = s.compare(words, i, s.long[key], hits)
		}
	}
	return hits
}

// compare looks whether the words at i are those of one of the places.
func (s *Set) compare(words []word, i int, places []place, hits []Hit) []Hit {
	for _, at := range places {
		if i+at.count > len(words) || !equal(words[i:i+at.count], at.phrase.hashes[at.from:at.from+at.count]) {
			continue
		}
		last := words[i+at.count-1]
		hits = append(hits, Hit{at.phrase, int(words[i].at), int(last.end), key(words[i:i+at.count], at.phrase.Kind)})
	}
	return hits
}

func equal(words []word, hashes []uint64) bool {
	for i := range words {
		if words[i].hash != hashes[i] {
			return false
		}
	}
	return true
}

// key names words and what they are: the headline of one article may be what
// another says.
func key(words []word, kind Kind) uint64 {
	h := uint64(offset) + uint64(kind)
	for _, w := range words {
		h = (h ^ w.hash) * prime
	}
	return h
}

func join(a, b, c uint64) uint64 { return ((a*prime^b)*prime ^ c) * prime }

// bitmap tells at once of most numbers that they are not there.
type bitmap [1 << 13]uint64

func (b *bitmap) set(h uint64)      { b[h>>51] |= 1 << (h >> 45 & 63) }
func (b *bitmap) has(h uint64) bool { return b[h>>51]&(1<<(h>>45&63)) != 0 }
