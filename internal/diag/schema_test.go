package diag

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// strangeFindings are what a format must be able to tell: every code, with and
// without a place, and with whatever authors may write.
func strangeFindings() List {
	var l List
	strange := []any{"a,b:c%", "\x00\x1b[31m", "zwei\nZeilen\r", "<b>&amp;\"'", "\u202e", "]]>", strings.Repeat("lang ", 100), "::error::", "ü"}
	n := 0
	for _, group := range Groups() {
		for _, e := range group.Entries {
			args := make([]any, 6)
			for i := range args {
				args[i] = strange[(n+i)%len(strange)]
			}
			pos := []Pos{{}, {Line: 3}, {Line: 3, Col: 9}}[n%3]
			file := []string{"", "content/ä b#?%.md", "content/-- x/a:b,c.md"}[n%3]
			l.Report(file, pos, e.Code, args...)
			n++
		}
	}
	return l
}

// kinds of lists that each format is tried with.
func listsToTell() map[string]List {
	return map[string]List{"nothing": nil, "one finding": {finding(3, 8)}, "everything": strangeFindings()}
}

// sarifSchema is OASIS' own, as the linter gosec ships it; tools/go.mod pins it.
func sarifSchema(t *testing.T) string {
	t.Helper()
	command := exec.Command("go", "list", "-modfile="+filepath.Join("..", "..", "tools", "go.mod"), "-m", "-f", "{{.Dir}}", "github.com/securego/gosec/v2")
	folder, err := command.Output()
	name := filepath.Join(strings.TrimSpace(string(folder)), "report", "sarif", "testdata", "sarif-schema-2.1.0.json")
	if _, statErr := os.Stat(name); err != nil || statErr != nil {
		t.Skipf("the schema is not here; go mod download -modfile=tools/go.mod fetches it: %v %v", err, statErr)
	}
	return name
}

func TestSARIFKeepsItsSchema(t *testing.T) { keepsSchema(t, "sarif", sarifSchema(t)) }

func TestGitLabKeepsItsSchema(t *testing.T) {
	keepsSchema(t, "gitlab", filepath.Join("testdata", "codequality.schema.json"))
}

func keepsSchema(t *testing.T, format, name string) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, l := range listsToTell() {
		for _, language := range []string{"de", "en"} {
			text := printed(t, Printer{Language: language}, format, l)
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s, %s: %v", what, language, err)
			}
		}
	}
	broken, err := jsonschema.UnmarshalJSON(strings.NewReader(`[{"runs": 1}]`))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(broken) == nil {
		t.Error("the schema allows everything")
	}
}

func TestJUnitKeepsItsSchema(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint is missing (Debian: libxml2-utils)")
	}
	judge := func(text string) error {
		command := exec.Command("xmllint", "--noout", "--nonet", "--schema", filepath.Join("testdata", "junit-10.xsd"), "-")
		command.Stdin = strings.NewReader(text)
		said, err := command.CombinedOutput()
		if err != nil {
			t.Logf("%s", said)
		}
		return err
	}
	for what, l := range listsToTell() {
		if err := judge(printed(t, Printer{}, "junit", l)); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if judge("<testsuites><testsuite/></testsuites>") == nil {
		t.Error("the schema allows everything")
	}
}

// workflowCommand is the grammar of GitHub's workflow commands: the runner takes
// a line apart at "::", the properties at "," and "=", and undoes the escapes.
var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) ((?:file|line|col|title)=[^,:\r\n]*(?:,(?:file|line|col|title)=[^,:\r\n]*)*)::([^\r\n]*)$`)

func TestGitHubKeepsTheGrammarOfWorkflowCommands(t *testing.T) {
	l := strangeFindings().Sorted()
	lines := strings.Split(strings.TrimSuffix(printed(t, Printer{}, "github", l), "\n"), "\n")
	if len(lines) != len(l) {
		t.Fatalf("%d lines for %d findings", len(lines), len(l))
	}
	undo := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	for i, line := range lines {
		parts := workflowCommand.FindStringSubmatch(line)
		if parts == nil {
			t.Errorf("no workflow command: %s", line)
			continue
		}
		if strings.Contains(regexp.MustCompile(`%(25|0D|0A|3A|2C)`).ReplaceAllString(line, ""), "%") {
			t.Errorf("a bare %% in %s", line)
		}
		for property := range strings.SplitSeq(parts[2], ",") {
			key, value, _ := strings.Cut(property, "=")
			if key == "file" && undo.Replace(value) != l[i].File {
				t.Errorf("file %q, want %q", undo.Replace(value), l[i].File)
			}
		}
		text := l[i].Text("de")
		if got := undo.Replace(parts[3]); got != text.Message+"\n"+text.Remedy {
			t.Errorf("message %q, want %q", got, text.Message)
		}
	}
}

// recordSchema is what the format "json" promises to scripts; docs for editors
// tell it as well.
func TestJSONLinesKeepTheirPromise(t *testing.T) {
	keys := map[string]string{"code": "string", "severity": "string", "file": "string", "line": "number", "col": "number", "message": "string", "cause": "string", "remedy": "string"}
	for line := range strings.Lines(printed(t, Printer{}, "json", strangeFindings())) {
		decoder := json.NewDecoder(bytes.NewReader([]byte(line)))
		decoder.DisallowUnknownFields()
		var r record
		if err := decoder.Decode(&r); err != nil || r.Code == "" || r.Message == "" || r.Severity == "" {
			t.Errorf("%v: %s", err, line)
		}
		var all map[string]any
		if err := json.Unmarshal([]byte(line), &all); err != nil {
			t.Fatal(err)
		}
		for key := range all {
			if keys[key] == "" {
				t.Errorf("key %q", key)
			}
		}
	}
}
