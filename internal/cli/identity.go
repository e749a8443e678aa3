package cli

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"stadtbote/internal/digest"
)

// identify returns a name for the program that r holds: its Go build ID, which
// is made from everything that went into it. So the same source has the same
// name on every "go run", and one changed line of code has another. A program
// without a build ID (-ldflags=-buildid=) is named by its bytes.
//
// Rejected: the revision of the source, which says nothing about changes that
// are not committed, and is missing under -buildvcs=false.
func identify(r io.Reader) (string, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	head = head[:n]
	if id, found := buildID(head); found {
		return id, nil
	}
	all, err := io.ReadAll(io.MultiReader(bytes.NewReader(head), r))
	if err != nil {
		return "", fmt.Errorf("reading the program: %w", err)
	}
	return digest.Bytes(all).Hex(), nil
}

// headSize is how far from its start the linker puts the build ID, at most.
const headSize = 64 << 10

// buildID returns the build ID that Go's linker put into a program: between
// marks before the code, or in an ELF file in a note of its own.
func buildID(head []byte) (string, bool) {
	const open, end = "\xff Go build ID: \"", "\"\n \xff"
	if _, rest, found := bytes.Cut(head, []byte(open)); found {
		id, _, whole := bytes.Cut(rest, []byte(end))
		return string(id), whole && len(id) > 0
	}
	const note = "\x04\x00\x00\x00Go\x00\x00" // of type 4, by "Go"; the length of its text stands before
	at := bytes.Index(head, []byte(note))
	if at < 4 {
		return "", false
	}
	length := binary.LittleEndian.Uint32(head[at-4:])
	text := head[at+len(note):]
	if length == 0 || uint64(length) > uint64(len(text)) {
		return "", false
	}
	return string(text[:length]), true
}
