package digest_test

import (
	"bytes"
	"testing"

	"stadtbote/internal/digest"
)

// A Builder that is given more than it holds names the same as one that is not.
func TestBuilderNamesLongValues(t *testing.T) {
	for _, size := range []int{0, 1, 32 << 10, 32<<10 - 8, 32<<10 - 7, 100_000} {
		value := bytes.Repeat([]byte("ä"), size/2)
		var whole, twice digest.Builder
		whole.Data(value)
		plain := append([]byte{byte(len(value)), byte(len(value) >> 8), byte(len(value) >> 16), 0, 0, 0, 0, 0}, value...)
		if whole.Name() != digest.Bytes(plain) {
			t.Errorf("%d bytes: not the name of what was added", len(value))
		}
		twice.Text("something else, which is forgotten" + string(value))
		twice.Reset()
		twice.Text(string(value))
		_ = twice.Name() // asking changes nothing
		if twice.Name() != whole.Name() {
			t.Errorf("%d bytes: another name after a reset", len(value))
		}
		twice.Sum(digest.String("x"))
		if twice.Name() == whole.Name() {
			t.Errorf("%d bytes: what is added after the name was asked for changes nothing", len(value))
		}
	}
}

func TestStreamNamesWhatWasWritten(t *testing.T) {
	var s digest.Stream
	if s.Sum() != digest.Bytes(nil) {
		t.Error("nothing has another name")
	}
	for _, part := range []string{"a", "", "bc"} {
		if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
			t.Fatal(n, err)
		}
	}
	if s.Sum() != digest.String("abc") {
		t.Error("the parts have another name than the whole")
	}
}
