package pdftest

import (
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// pdfjsVersion is that of npm's pdfjs-dist, the reader inside Firefox.
const pdfjsVersion = "5.6.205"

//go:embed read.mjs
var readScript []byte

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

// PDFJS reads a file with pdf.js.
func PDFJS(t testing.TB, data []byte) *Reading {
	t.Helper()
	if testing.Short() {
		t.Skip("pdf.js takes seconds")
	}
	node, dir := need(t, "node"), findPDFJS(t)
	script := filepath.Join(dir, "read.mjs")
	if err := os.WriteFile(script, readScript, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, script, save(t, "file.pdf", data))
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

// findPDFJS is a folder in which pdf.js is installed, once.
func findPDFJS(t testing.TB) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("pdf.js: %v", err)
	}
	dir := filepath.Join(cache, "stadtbote", "pdfjs-"+pdfjsVersion)
	if isFile(filepath.Join(dir, "node_modules", "pdfjs-dist", "package.json")) {
		return dir
	}
	out, err := exec.Command(need(t, "npm"), "install", "--silent", "--no-audit", "--no-fund",
		"--prefix", dir, "pdfjs-dist@"+pdfjsVersion).CombinedOutput()
	if err != nil {
		t.Skipf("pdf.js cannot be fetched: %v %s", err, out)
	}
	return dir
}

// PDFCPU demands that pdfcpu, a reader in Go, accepts a file of PDF 1.7. It
// does not know all of PDF 2.0.
func PDFCPU(t testing.TB, data []byte) {
	t.Helper()
	if testing.Short() {
		t.Skip("pdfcpu takes seconds to build")
	}
	const pkg = "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0"
	goTool := need(t, "go")
	if out, err := exec.Command(goTool, "run", pkg, "version").CombinedOutput(); err != nil {
		t.Skipf("pdfcpu cannot be fetched: %v %s", err, out)
	}
	out, err := exec.Command(goTool, "run", pkg, "validate", "-m", "strict", save(t, "file.pdf", data)).CombinedOutput()
	if err != nil {
		t.Errorf("pdfcpu: %v\n%s", err, out)
	}
}
