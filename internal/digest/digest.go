// Package digest names values by their content.
//
// A Sum is 128 bits of XXH3: fast, not cryptographic. It answers "is this the
// same as last time?", where the only opponent is chance.
package digest

import (
	"encoding/hex"
	"io"

	"github.com/zeebo/xxh3"
)

// Sum is the name of some content. The zero Sum names nothing.
type Sum [16]byte

// Bytes returns the name of b.
func Bytes(b []byte) Sum { return xxh3.Hash128(b).Bytes() }

// String returns the name of s, the same as that of its bytes.
func String(s string) Sum { return xxh3.HashString128(s).Bytes() }

// Reader returns the name of everything that r holds, the same as that of its
// bytes.
func Reader(r io.Reader) (Sum, error) {
	hash := xxh3.New128()
	if _, err := io.Copy(hash, r); err != nil {
		return Sum{}, err
	}
	return hash.Sum128().Bytes(), nil
}

// Join returns the name of a sequence of sums; their order matters.
func Join(sums ...Sum) Sum {
	buf := make([]byte, 0, 16*16)
	for _, sum := range sums {
		buf = append(buf, sum[:]...)
	}
	return Bytes(buf)
}

// Hex returns the sum as 32 hexadecimal digits.
func (s Sum) Hex() string { return hex.EncodeToString(s[:]) }

// Builder names a sequence of values. Each value is written with its length,
// so that ("ab", "c") and ("a", "bc") have different names. The zero Builder
// is ready to use.
type Builder struct {
	buf  []byte
	long *xxh3.Hasher128 // has read what came before buf; nil while that is nothing
}

// builderSize is how many bytes a Builder holds until it names what it has.
const builderSize = 32 << 10

// Text adds a string.
func (b *Builder) Text(s string) {
	b.Int(int64(len(s)))
	b.buf = append(b.buf, s...)
	if len(b.buf) > builderSize {
		b.pass()
	}
}

// Data adds bytes.
func (b *Builder) Data(p []byte) {
	b.Int(int64(len(p)))
	b.buf = append(b.buf, p...)
	if len(b.buf) > builderSize {
		b.pass()
	}
}

// Sum adds another value's name.
func (b *Builder) Sum(s Sum) {
	b.buf = append(b.buf, s[:]...)
	if len(b.buf) > builderSize {
		b.pass()
	}
}

// pass empties the buffer.
func (b *Builder) pass() {
	if b.long == nil {
		b.long = xxh3.New128()
	}
	_, _ = b.long.Write(b.buf) // never fails
	b.buf = b.buf[:0]
}

// Int adds a number.
func (b *Builder) Int(n int64) {
	for range 8 {
		b.buf = append(b.buf, byte(n))
		n >>= 8
	}
}

// Bool adds a claim.
func (b *Builder) Bool(v bool) {
	if v {
		b.buf = append(b.buf, 1)
	} else {
		b.buf = append(b.buf, 0)
	}
}

// Name returns the name of all that was added since the last Reset.
func (b *Builder) Name() Sum {
	if b.long == nil {
		return Bytes(b.buf)
	}
	all := *b.long
	_, _ = all.Write(b.buf) // never fails
	return all.Sum128().Bytes()
}

// Reset forgets what was added and keeps the memory.
func (b *Builder) Reset() { b.buf, b.long = b.buf[:0], nil }

// Stream names bytes as they are written, the same as Bytes does of them all.
// The zero Stream is ready to use.
type Stream struct{ hash *xxh3.Hasher128 }

// Write adds bytes. It never fails.
func (s *Stream) Write(p []byte) (int, error) {
	if s.hash == nil {
		s.hash = xxh3.New128()
	}
	return s.hash.Write(p)
}

// Sum returns the name of what was written.
func (s *Stream) Sum() Sum {
	if s.hash == nil {
		return Bytes(nil)
	}
	return s.hash.Sum128().Bytes()
}
