// Package pdftest holds what tests of PDF files need: outside judges, and a
// way to plant faults. Only tests import it.
//
// The judges are programs that tools/needs.sh installs. Where one is missing
// its tests are skipped and say why; under "make test", which sets
// STADTBOTE_JUDGES, they fail:
//
//   - veraPDF, the reference for PDF/UA and PDF/A (Java);
//   - qpdf, for the syntax of the file;
//   - pdfinfo, pdffonts and pdftotext of poppler, pdf.js and pdfcpu, as other
//     readers.
package pdftest

import (
	"fmt"
	"image"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stadtbote/internal/pdf/cos"
)

// QPDF demands that qpdf finds no error in a file.
func QPDF(t testing.TB, data []byte) {
	t.Helper()
	out, err := exec.Command(need(t, "qpdf"), "--check", save(t, "file.pdf", data)).CombinedOutput()
	if err != nil || strings.Contains(string(out), "WARNING") {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

// Info is what pdfinfo says of a file, by key: "Title", "Tagged".
func Info(t testing.TB, data []byte) map[string]string {
	t.Helper()
	info := map[string]string{}
	for line := range strings.Lines(poppler(t, data, "pdfinfo", "-enc", "UTF-8")) {
		key, value, _ := strings.Cut(line, ":")
		info[key] = strings.TrimSpace(value)
	}
	return info
}

// Tree is the structure of a file with its text, as poppler reads it.
func Tree(t testing.TB, data []byte) string {
	t.Helper()
	return poppler(t, data, "pdfinfo", "-struct-text")
}

// Text is the text of a file, as poppler reads it.
func Text(t testing.TB, data []byte) string {
	t.Helper()
	return poppler(t, data, "pdftotext", "-enc", "UTF-8", "-", "-")
}

// Fonts demands that all fonts are embedded, subsets, and tell their
// characters; their names are returned.
func Fonts(t testing.TB, data []byte) []string {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(poppler(t, data, "pdffonts")), "\n")
	var names []string
	for _, line := range lines[min(2, len(lines)):] {
		fields := strings.Fields(line)
		names = append(names, fields[0])
		if !strings.Contains(strings.Join(fields, " "), "yes yes yes") {
			t.Errorf("pdffonts: %s", line)
		}
	}
	return names
}

// poppler runs one of its programs. "-" as an argument stands for the file.
func poppler(t testing.TB, data []byte, program string, args ...string) string {
	t.Helper()
	path := save(t, "file.pdf", data)
	if i := slices.Index(args, "-"); i >= 0 {
		args[i] = path
	} else {
		args = append(args, path)
	}
	cmd := exec.Command(need(t, program), args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return string(out)
}

// need finds a program or skips the test.
func need(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program+" is not installed")
	}
	return path
}

// missing skips a test whose judge is not there, or fails it where all judges
// were promised to be.
func missing(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("STADTBOTE_JUDGES") != "" {
		t.Fatal(why)
	}
	t.Skip(why + ": tools/needs.sh installs it")
}

// tools is the folder tools/ of the repository.
func tools(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !isFile(filepath.Join(dir, "tools", "needs.sh")) {
		above := filepath.Dir(dir)
		if above == dir {
			t.Fatal("there is no folder tools/ above the test")
		}
		dir = above
	}
	return filepath.Join(dir, "tools")
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func save(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Rewrite takes a file apart and puts it together again, uncompressed, with
// each object passed through edit as its text: "<</S/Figure/Alt(…)>>".
func Rewrite(t testing.TB, data []byte, edit func(text string) string) []byte {
	t.Helper()
	f, err := cos.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	out := []byte("%PDF-" + f.Version + "\n%\xe4\xf6\xfc\xdf\n")
	size, ok := f.Integer(f.Trailer["Size"])
	if !ok {
		t.Fatal("the trailer has no /Size")
	}
	offsets := make([]int, size)
	for n := 1; n < len(offsets); n++ {
		o := f.Resolve(cos.Ref{Number: n})
		if s, ok := o.(*cos.Stream); ok && (s.Dict["Type"] == cos.Name("ObjStm") || s.Dict["Type"] == cos.Name("XRef")) {
			o = nil
		}
		offsets[n] = len(out)
		out = append(out, fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, relength(edit(print(f, o))))...)
	}
	at := len(out)
	out = append(out, fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(offsets))...)
	for _, o := range offsets[1:] {
		out = append(out, fmt.Sprintf("%010d 00000 n \n", o)...)
	}
	trailer := cos.Dict{"Size": cos.Integer(len(offsets))}
	for _, key := range []cos.Name{"Root", "ID", "Info"} {
		if v := f.Trailer[key]; v != nil {
			trailer[key] = v
		}
	}
	return append(out, fmt.Sprintf("trailer\n%s\nstartxref\n%d\n%%%%EOF\n", edit(print(f, trailer)), at)...)
}

// relength states the length of a stream as it is after an edit.
func relength(text string) string {
	dict, rest, ok := strings.Cut(text, "stream\n")
	if !ok {
		return text
	}
	n := len(rest) - len("\nendstream")
	return lengthEntry.ReplaceAllString(dict, fmt.Sprintf("/Length %d", n)) + "stream\n" + rest
}

var lengthEntry = regexp.MustCompile(`/Length \d+`)

// print writes an object as text. Streams are unpacked if they can be.
func print(f *cos.File, o cos.Object) string {
	switch v := o.(type) {
	case nil:
		return "null"
	case bool, cos.Integer:
		return fmt.Sprint(v)
	case cos.Real:
		sign := ""
		if v < 0 {
			sign, v = "-", -v
		}
		return fmt.Sprintf("%s%d.%03d", sign, v/1000, v%1000)
	case cos.String:
		return "(" + strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)", "\r", "\\r").Replace(string(v)) + ")"
	case cos.Name:
		return "/" + strings.NewReplacer("/", "#2F", "#", "#23", " ", "#20").Replace(string(v))
	case cos.Ref:
		return fmt.Sprintf("%d 0 R", v.Number)
	case cos.Array:
		var parts []string
		for _, e := range v {
			parts = append(parts, print(f, e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case cos.Dict:
		var b strings.Builder
		b.WriteString("<<")
		for _, k := range v.Keys() {
			b.WriteString("/" + string(k) + " " + print(f, v[k]))
		}
		b.WriteString(">>")
		return b.String()
	case *cos.Stream:
		return printStream(f, v)
	}
	return "null"
}

func printStream(f *cos.File, s *cos.Stream) string {
	dict := cos.Dict{}
	maps.Copy(dict, s.Dict)
	data, err := f.Data(s)
	if err != nil {
		data = s.Raw
	} else {
		delete(dict, "Filter")
		delete(dict, "DecodeParms")
	}
	dict["Length"] = cos.Integer(len(data))
	return print(f, dict) + "stream\n" + string(data) + "\nendstream"
}

// Render draws the first page at 72 dots an inch: a pixel is a point.
func Render(t testing.TB, data []byte) image.Image {
	t.Helper()
	out := poppler(t, data, "pdftoppm", "-r", "72", "-png", "-singlefile", "-")
	m, err := png.Decode(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return m
}
