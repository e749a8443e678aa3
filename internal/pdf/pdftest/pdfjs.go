package pdftest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Reading is what pdf.js reads from a file.
type Reading struct {
	Pages []struct {
		Tree        *Node
		Annotations []struct {
			Subtype     string
			URL         string
			Dest        any
			ContentsObj struct{ Str string }
		}
	}
	Outline     []Bookmark
	Info        struct{ Title, Language string }
	Marked      bool
	Attachments []string
}

// Node is an element of the structure of one page, or a leaf of it, whose Type
// is "content" or "object".
type Node struct {
	Role     string
	Type     string
	Alt      string
	Lang     string
	Children []*Node
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title string
	Items []Bookmark
}

// Count counts the elements of each role.
func (n *Node) Count(by map[string]int) {
	if n == nil {
		return
	}
	if n.Role != "" {
		by[n.Role]++
	}
	for _, kid := range n.Children {
		kid.Count(by)
	}
}

// PDFJS reads a file with pdf.js, the reader inside Firefox.
func PDFJS(t testing.TB, data []byte) *Reading {
	t.Helper()
	if testing.Short() {
		t.Skip("pdf.js takes seconds")
	}
	dir := filepath.Join(tools(t), "pdf")
	if !isFile(filepath.Join(dir, "node_modules", "pdfjs-dist", "package.json")) {
		missing(t, "pdf.js is not in tools/pdf/node_modules")
	}
	cmd := exec.Command(need(t, "node"), filepath.Join(dir, "read.mjs"), save(t, "file.pdf", data))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdf.js: %v", err)
	}
	r := new(Reading)
	if err := json.Unmarshal(out, r); err != nil {
		t.Fatalf("pdf.js: %v", err)
	}
	return r
}

// PDFCPU demands that pdfcpu, a reader in Go, accepts a file of PDF 1.7. It
// does not know all of PDF 2.0.
func PDFCPU(t testing.TB, data []byte) {
	t.Helper()
	if testing.Short() {
		t.Skip("pdfcpu takes seconds to build")
	}
	tool := []string{"tool", "-modfile", filepath.Join(tools(t), "go.mod"), "pdfcpu"}
	run := func(args ...string) ([]byte, error) {
		return exec.Command(need(t, "go"), append(tool, args...)...).CombinedOutput()
	}
	if out, err := run("version", "-c", "disable"); err != nil {
		missing(t, fmt.Sprintf("pdfcpu cannot be built: %v %s", err, out))
	}
	out, err := run("validate", "-c", "disable", "-m", "strict", save(t, "file.pdf", data))
	if err != nil {
		t.Errorf("pdfcpu: %v\n%s", err, out)
	}
}
