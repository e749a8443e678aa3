package diag

import (
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

func TestSARIFKeepsItsSchema(t *testing.T) {
	keepsSchema(t, "sarif", filepath.Join("testdata", "sarif-schema-2.1.0.json"))
}

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

// testdata/befund.schema.json is what the format "json" promises to scripts.
func TestJSONLinesKeepTheirPromise(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	schema, err := compiler.Compile(filepath.Join("testdata", "befund.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	valid := func(line string) error {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			return err
		}
		return schema.Validate(value)
	}
	lines := 0
	for line := range strings.Lines(printed(t, Printer{}, "json", strangeFindings())) {
		if err := valid(line); err != nil {
			t.Errorf("%v: %s", err, line)
		}
		lines++
	}
	if lines != len(strangeFindings()) {
		t.Errorf("%d lines for %d findings", lines, len(strangeFindings()))
	}
	for _, broken := range []string{`{}`, `{"code": "SB1", "severity": "error", "message": "a", "cause": "b", "remedy": "c"}`} {
		if valid(broken) == nil {
			t.Errorf("the schema allows %s", broken)
		}
	}
}
