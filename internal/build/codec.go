package build

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"time"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/site"
	"stadtbote/internal/varint"
)

// What is kept between builds is written as plain numbers and strings with
// their lengths, in a fixed order, and ends with a digest of it all. A kept
// file that does not fit is as good as none. What there are thousands of lies in
// shards, which several goroutines decode.

// errDamaged means that a kept file cannot be understood.
var errDamaged = errors.New("damaged")

// keeping writes what is to be kept, and at its end the digest that unseal
// checks.
type keeping struct {
	to  io.Writer
	sum digest.Stream
	n   int64
	err error
}

// write writes the next part. After the first error nothing is written.
func (k *keeping) write(part []byte) {
	if k.err != nil {
		return
	}
	_, _ = k.sum.Write(part) // never fails
	var n int
	n, k.err = k.to.Write(part)
	k.n += int64(n)
}

// end writes the digest, and returns what io.WriterTo is to return.
func (k *keeping) end() (int64, error) {
	sum := k.sum.Sum()
	k.write(sum[:])
	return k.n, k.err
}

// unseal returns the data before the digest, if it is what was sealed.
func unseal(kept string) (string, bool) {
	var sum digest.Sum
	if len(kept) < len(sum) {
		return "", false
	}
	body := kept[:len(kept)-len(sum)]
	copy(sum[:], kept[len(body):])
	return body, sum == digest.String(body)
}

// shardSize is how many things lie together in a shard.
const shardSize = 512

// shards writes n things; one appends the i-th of them.
func (k *keeping) shards(n int, one func(b []byte, i int) []byte) {
	k.write(binary.AppendUvarint(nil, uint64(n)))
	var shard []byte
	for from := 0; from < n; from += shardSize {
		shard = shard[:0]
		for i := from; i < min(from+shardSize, n); i++ {
			shard = one(shard, i)
		}
		k.write(binary.AppendUvarint(nil, uint64(len(shard))))
		k.write(shard)
	}
}

// shards reads what was written in shards; one reads one thing.
func shards[T any](r *reader, jobs int, one func(r *reader, thing *T)) []T {
	all := make([]T, r.count())
	parts := make([]string, 0, len(all)/shardSize+1)
	for range (len(all) + shardSize - 1) / shardSize {
		parts = append(parts, r.text())
	}
	err := each(context.Background(), jobs, len(parts), func(i int) error {
		part := reader{rest: parts[i]}
		for at := i * shardSize; at < min((i+1)*shardSize, len(all)); at++ {
			one(&part, &all[at])
		}
		if part.damaged || part.rest != "" {
			return errDamaged
		}
		return nil
	})
	r.damaged = r.damaged || err != nil
	return all
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

// appendTime writes a moment. It is read back in German time, whatever zone an
// author gave it.
func appendTime(b []byte, t time.Time) []byte {
	if t.IsZero() {
		return appendBool(b, false)
	}
	b = binary.AppendVarint(appendBool(b, true), t.Unix())
	return binary.AppendVarint(b, int64(t.Nanosecond()))
}

func appendDiags(b []byte, ds diag.List) []byte {
	b = binary.AppendUvarint(b, uint64(len(ds)))
	for _, d := range ds {
		b = appendText(b, string(d.Code))
		b = append(b, byte(d.Severity))
		b = appendText(b, d.File)
		b = binary.AppendVarint(b, int64(d.Pos.Line))
		b = binary.AppendVarint(b, int64(d.Pos.Col))
		b = binary.AppendUvarint(b, uint64(len(d.Args)))
		for _, arg := range d.Args {
			b = appendText(b, arg)
		}
	}
	return b
}

func appendLeft(b []byte, left []site.Omission) []byte {
	b = binary.AppendUvarint(b, uint64(len(left)))
	for _, l := range left {
		b = appendText(b, l.Path)
		b = appendText(b, l.Title)
		b = append(b, byte(l.Reason))
		b = appendTime(b, l.Until)
	}
	return b
}

// reader takes values off the front of kept data. After the first that is not
// there, damaged is true and everything is zero.
type reader struct {
	rest    string
	damaged bool
}

func (r *reader) take(n uint64) string {
	if r.damaged || n > uint64(len(r.rest)) {
		r.damaged, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *reader) number() uint64 {
	n, size := varint.Read(r.rest)
	if size == 0 {
		r.damaged, r.rest = true, ""
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// signed is the counterpart of binary.AppendVarint.
func (r *reader) signed() int64 {
	return varint.Signed(r.number())
}

// count is a number of things each of which takes at least a byte.
func (r *reader) count() int {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.damaged, r.rest = true, ""
		return 0
	}
	return int(n)
}

func (r *reader) byte() byte {
	s := r.take(1)
	if s == "" {
		return 0
	}
	return s[0]
}

func (r *reader) bool() bool { return r.byte() != 0 }

func (r *reader) text() string { return r.take(r.number()) }

func (r *reader) sum() (sum digest.Sum) {
	copy(sum[:], r.take(uint64(len(sum))))
	return sum
}

func (r *reader) time() time.Time {
	if !r.bool() {
		return time.Time{}
	}
	seconds := r.signed()
	return time.Unix(seconds, r.signed()).In(lang.Berlin())
}

func (r *reader) diags() diag.List {
	n := r.count()
	if n == 0 {
		return nil
	}
	ds := make(diag.List, n)
	for i := range ds {
		ds[i].Code = diag.Code(r.text())
		ds[i].Severity = diag.Severity(r.byte())
		ds[i].File = r.text()
		ds[i].Pos.Line = int(r.signed())
		ds[i].Pos.Col = int(r.signed())
		args := r.count()
		for range args {
			ds[i].Args = append(ds[i].Args, r.text())
		}
	}
	return ds
}

func (r *reader) left() []site.Omission {
	n := r.count()
	if n == 0 {
		return nil
	}
	left := make([]site.Omission, n)
	for i := range left {
		left[i] = site.Omission{Path: r.text(), Title: r.text(), Reason: site.Reason(r.byte()), Until: r.time()}
	}
	return left
}
