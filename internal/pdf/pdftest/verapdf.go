package pdftest

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Verdict is what veraPDF says of a file: by standard ("ua1", "2a") the rules
// that fail, as "7.1-9". A standard that is met has an empty list.
type Verdict map[string][]string

// String is "2a ua1" for a file that meets both, "2a ua1(7.3-1)" for one that
// fails a rule.
func (v Verdict) String() string {
	var parts []string
	for _, standard := range slices.Sorted(maps.Keys(v)) {
		if rules := v[standard]; len(rules) > 0 {
			standard += "(" + strings.Join(rules, " ") + ")"
		}
		parts = append(parts, standard)
	}
	return strings.Join(parts, " ")
}

var (
	veraLine = regexp.MustCompile(`^(PASS|FAIL) (.*) (\S+)$`)
	veraRule = regexp.MustCompile(`^\s+FAIL (\S+)`)
)

// VeraPDF judges files, by their names, in one run, by every standard that
// they claim. A file that claims none is judged by PDF/A-1b.
func VeraPDF(t testing.TB, files map[string][]byte) map[string]Verdict {
	t.Helper()
	if testing.Short() {
		t.Skip("veraPDF takes seconds")
	}
	java, jar := need(t, "java"), findVera(t)
	dir := t.TempDir()
	names := slices.Sorted(maps.Keys(files))
	args := []string{
		"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar,
		"org.verapdf.apps.GreenfieldCliWrapper", "-f", "0", "--format", "text", "-v",
	}
	for i, name := range names {
		path := filepath.Join(dir, fmt.Sprintf("%d.pdf", i))
		if err := os.WriteFile(path, files[name], 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	var complaints strings.Builder
	cmd := exec.Command(java, args...)
	cmd.Stderr = &complaints
	out, _ := cmd.Output() // its exit code tells less than its output
	verdicts := map[string]Verdict{}
	for _, name := range names {
		verdicts[name] = Verdict{}
	}
	var rules *[]string
	current, standard := "", ""
	for line := range strings.Lines(string(out)) {
		line = strings.TrimRight(line, "\r\n")
		if m := veraLine.FindStringSubmatch(line); m != nil {
			var i int
			if _, err := fmt.Sscanf(filepath.Base(m[2]), "%d.pdf", &i); err != nil || i >= len(names) {
				t.Fatalf("veraPDF: %s", line)
			}
			current, standard = names[i], m[3]
			verdicts[current][standard] = []string{}
			if m[1] == "FAIL" {
				verdicts[current][standard] = []string{"?"}
			}
			rules = new([]string)
		} else if m := veraRule.FindStringSubmatch(line); m != nil && rules != nil {
			*rules = append(*rules, m[1])
			verdicts[current][standard] = *rules
		}
	}
	for name, v := range verdicts {
		if len(v) == 0 {
			t.Fatalf("veraPDF does not judge %s: %s", name, complaints.String())
		}
	}
	return verdicts
}

// findVera is the path of veraPDF, in the version that tools/needs.sh fetches.
func findVera(t testing.TB) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(tools(t), "pdf", "lib", "greenfield-apps-*.jar"))
	if err != nil || len(found) != 1 {
		missing(t, fmt.Sprintf("veraPDF is not in tools/pdf/lib: %v", found))
	}
	return found[0]
}
