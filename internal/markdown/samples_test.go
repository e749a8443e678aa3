package markdown

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// TestRealTextsOfOtherSites reads what authors wrote for other generators.
func TestRealTextsOfOtherSites(t *testing.T) {
	const folder = "../../../shared/samples"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("../shared is missing: samples of real Markdown lie there")
	}
	read := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil || !utf8.Valid(text) {
			return err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		if parts := bytes.SplitN(text, []byte("---\n"), 3); len(parts) == 3 && len(parts[0]) == 0 {
			text = parts[2]
		}
		read++
		checkDocument(t, text, Options{Shortcodes: true})
		checkDocument(t, text, Options{Sanitize: true})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if read < 1_000 {
		t.Errorf("only %d texts read", read)
	}
}
