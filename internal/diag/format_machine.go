package diag

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// record is one line of the format "json". Its keys are a promise to scripts.
type record struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Col      int    `json:"col,omitempty"`
	Message  string `json:"message"`
	Cause    string `json:"cause,omitempty"`
	Remedy   string `json:"remedy,omitempty"`
}

// jsonLines writes one JSON object a line.
func (p Printer) jsonLines(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, d := range l {
		text := d.Text(p.Language)
		err := encoder.Encode(record{
			d.Code, d.Severity.String(), p.path(d), d.Pos.Line, d.Pos.Col,
			text.Message, text.Cause, text.Remedy,
		})
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// gitHub writes workflow commands, which GitHub and Forgejo show beside the
// changed lines.
func (p Printer) gitHub(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		text := d.Text(p.Language)
		fmt.Fprintf(out, "::%s %stitle=%s::%s\n", gitHubLevels[d.Severity], p.gitHubPlace(d),
			gitHubProperty.Replace(string(d.Code)), gitHubData.Replace(text.Message+"\n"+text.Remedy))
	}
	return out.Flush()
}

func (p Printer) gitHubPlace(d Diagnostic) string {
	place := ""
	if d.File != "" {
		place = "file=" + gitHubProperty.Replace(p.path(d)) + ","
	}
	if d.Pos.Line > 0 {
		place += "line=" + strconv.Itoa(d.Pos.Line) + ","
	}
	if d.Pos.Col > 0 {
		place += "col=" + strconv.Itoa(d.Pos.Col) + ","
	}
	return place
}

var (
	gitHubLevels   = map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}
	gitHubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// issue is one entry of GitLab's code quality report.
type issue struct {
	Description string   `json:"description"`
	CheckName   Code     `json:"check_name"`
	Fingerprint string   `json:"fingerprint"`
	Severity    string   `json:"severity"`
	Location    location `json:"location"`
}

type location struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

var gitLabSeverities = map[Severity]string{Error: "blocker", Warning: "minor", Note: "info"}

// gitLab writes a code quality report: one JSON array.
func (p Printer) gitLab(w io.Writer, l List) error {
	issues := make([]issue, 0, len(l))
	seen := map[string]int{}
	for _, d := range l {
		text := d.Text(p.Language)
		found := issue{
			Description: text.Message + " " + text.Remedy,
			CheckName:   d.Code,
			Fingerprint: fingerprint(d, seen),
			Severity:    gitLabSeverities[d.Severity],
		}
		found.Location.Path = p.path(d)
		if d.File == "" { // the report has no place for the site as a whole
			found.Location.Path = p.Prefix + "stadtbote.yaml"
		}
		found.Location.Lines.Begin = max(1, d.Pos.Line)
		issues = append(issues, found)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(issues)
}

// fingerprint names a finding by what it says and not by its line, so that
// text put above it does not make it a new one. Equal ones are numbered.
func fingerprint(d Diagnostic, seen map[string]int) string {
	name := fmt.Sprintf("%q", append([]string{string(d.Code), d.File}, d.Args...))
	seen[name]++
	if n := seen[name]; n > 1 {
		name += strconv.Itoa(n)
	}
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:16])
}
