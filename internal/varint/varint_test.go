package varint_test

import (
	"encoding/binary"
	"testing"

	"stadtbote/internal/varint"
)

// FuzzRead compares with encoding/binary, which reads from bytes.
func FuzzRead(f *testing.F) {
	for _, n := range []uint64{0, 1, 127, 128, 1 << 32, 1<<64 - 1} {
		f.Add(binary.AppendUvarint(nil, n))
	}
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"))
	f.Add([]byte("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, size := varint.Read(string(data))
		want, wantSize := binary.Uvarint(data)
		if wantSize <= 0 {
			want, wantSize = 0, 0
		}
		if n != want || size != wantSize {
			t.Fatalf("%x: got %d of %d bytes, want %d of %d", data, n, size, want, wantSize)
		}
		if signed, _ := binary.Varint(data); size > 0 && varint.Signed(n) != signed {
			t.Fatalf("%x: got %d, want %d", data, varint.Signed(n), signed)
		}
	})
}
