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
type Builder struct{ buf []byte }

// Text adds a string.
func (b *Builder) Text(s string) { b.Int(int64(len(s))); b.buf = append(b.buf, s...) }

// Data adds bytes.
func (b *Builder) Data(p []byte) { b.Int(int64(len(p))); b.buf = append(b.buf, p...) }

// Sum adds another value's name.
func (b *Builder) Sum(s Sum) { b.buf = append(b.buf, s[:]...) }

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
func (b *Builder) Name() Sum { return Bytes(b.buf) }

// Reset forgets what was added and keeps the memory.
func (b *Builder) Reset() { b.buf = b.buf[:0] }
