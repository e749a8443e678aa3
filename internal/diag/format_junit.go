package diag

import (
	"encoding/xml"
	"io"
)

// JUnit's report, as Jenkins and GitLab read it: a suite for each file, a case
// for each finding. Errors are failures; warnings and notes stop nothing and
// are cases that were skipped.
type junitReport struct {
	XMLName xml.Name     `xml:"testsuites"`
	Name    string       `xml:"name,attr"`
	Tests   int          `xml:"tests,attr"`
	Failed  int          `xml:"failures,attr"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name    string      `xml:"name,attr"`
	Tests   int         `xml:"tests,attr"`
	Failed  int         `xml:"failures,attr"`
	Errors  int         `xml:"errors,attr"`
	Skipped int         `xml:"skipped,attr"`
	Cases   []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string      `xml:"name,attr"`
	Class   string      `xml:"classname,attr"`
	Failure *junitState `xml:"failure"`
	Skipped *junitState `xml:"skipped"`
}

type junitState struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// junit writes a report; without findings it has one case, which is good.
func (p Printer) junit(w io.Writer, l List) error {
	report := junitReport{Name: "stadtbote"}
	for _, d := range l { // ordered by file
		name := p.path(d)
		if name == "" {
			name = "stadtbote"
		}
		if n := len(report.Suites); n == 0 || report.Suites[n-1].Name != name {
			report.Suites = append(report.Suites, junitSuite{Name: name})
		}
		report.Suites[len(report.Suites)-1].add(p.junitCase(d, name), d.Severity)
	}
	if len(l) == 0 {
		report.Suites = []junitSuite{{Name: "stadtbote", Tests: 1, Cases: []junitCase{{Name: "stadtbote", Class: "stadtbote"}}}}
	}
	for _, suite := range report.Suites {
		report.Tests += suite.Tests
		report.Failed += suite.Failed
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(report); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(c junitCase, severity Severity) {
	s.Tests++
	if severity == Error {
		s.Failed++
	} else {
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

func (p Printer) junitCase(d Diagnostic, class string) junitCase {
	text := d.Text(p.Language)
	state := &junitState{Type: d.Severity.String(), Message: text.Message, Text: text.Cause + "\n" + text.Remedy}
	c := junitCase{Name: string(d.Code), Class: class}
	if place := p.place(d); place != "" {
		c.Name += " " + place
		state.Text = place + "\n" + state.Text
	}
	if d.Severity == Error {
		c.Failure = state
	} else {
		c.Skipped = state
	}
	return c
}
