package deploy

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"stadtbote/internal/digest"
)

// RecordName is where the record lies beside the site. It holds nothing that is
// not public: names of published files and digests of their bytes.
const RecordName = ".stadtbote-published.json"

// Record tells the digest of every file that deploy brought to a remote. The
// zero digest says that the file is ours, and nothing about its bytes.
type Record map[string]digest.Sum

// doubted returns a record of the same files, of whose bytes nothing is certain.
func (r Record) doubted() Record {
	doubted := make(Record, len(r))
	for name := range r {
		doubted[name] = digest.Sum{}
	}
	return doubted
}

// recordFormat is the number of the record's form; a record of another one is
// refused, since it may know of files that would be forgotten.
const recordFormat = 1

// ErrForm says that a record is not one of ours.
var ErrForm = errors.New("this is not a record that this program can read")

type recordFile struct {
	Format int               `json:"format"`
	Files  map[string]string `json:"files"` // name → 32 hexadecimal digits, or "" where nothing is certain
}

// encode returns the record's bytes, the same for the same record.
func (r Record) encode() []byte {
	file := recordFile{recordFormat, make(map[string]string, len(r))}
	for name, sum := range r {
		if sum == (digest.Sum{}) {
			file.Files[name] = ""
			continue
		}
		file.Files[name] = sum.Hex()
	}
	data, err := json.MarshalIndent(file, "", " ") // sorts the names
	if err != nil {
		panic("deploy: " + err.Error()) // maps of strings always encode
	}
	return append(data, '\n')
}

// parseRecord reads what encode wrote.
func parseRecord(data []byte) (Record, error) {
	var file recordFile
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, errors.Join(ErrForm, err)
	}
	if file.Format != recordFormat {
		return nil, fmt.Errorf("%w: format %d", ErrForm, file.Format)
	}
	record := make(Record, len(file.Files))
	for name, text := range file.Files {
		sum, err := hex.DecodeString(text)
		if err != nil || len(sum) != 0 && len(sum) != len(digest.Sum{}) {
			return nil, fmt.Errorf("%w: the digest of %q", ErrForm, name)
		}
		var known digest.Sum
		copy(known[:], sum)
		record[name] = known
	}
	return record, nil
}
