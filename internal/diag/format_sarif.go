package diag

import (
	"encoding/json"
	"io"
	"net/url"
)

// The Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub's
// code scanning and many editors read. Only what has something to say is
// written; the schema is checked by a test.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"` // of §3.14.17
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	} `json:"driver"`
}

type sarifRule struct {
	ID      Code      `json:"id"`
	Short   sarifText `json:"shortDescription"`
	Full    sarifText `json:"fullDescription"`
	Help    sarifText `json:"help"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       Code              `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

// sarif writes one log with one run.
func (p Printer) sarif(w io.Writer, l List) error {
	language := "de"
	if p.Language == "en" {
		language = "en"
	}
	run := sarifRun{Language: language, ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, 0, len(l))}
	run.Tool.Driver.Name = "Stadtbote"
	run.Tool.Driver.Rules = []sarifRule{}
	rules := map[Code]int{}
	seen := map[string]int{}
	for _, d := range l {
		index, known := rules[d.Code]
		if !known {
			index = len(run.Tool.Driver.Rules)
			rules[d.Code] = index
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, p.sarifRule(d.Code))
		}
		text := d.Text(p.Language)
		run.Results = append(run.Results, sarifResult{
			RuleID: d.Code, RuleIndex: index, Level: d.Severity.String(),
			Message:      sarifText{text.Message + " " + text.Remedy},
			Locations:    p.sarifPlace(d),
			Fingerprints: map[string]string{"stadtbote/v1": fingerprint(d, seen)},
		})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifRule tells of a code what holds for all its findings.
func (p Printer) sarifRule(code Code) sarifRule {
	entry, _ := Lookup(code)
	text := entry.In(p.Language).Open()
	rule := sarifRule{ID: code, Short: sarifText{text.Message}, Full: sarifText{text.Cause}, Help: sarifText{text.Remedy}}
	rule.Default.Level = entry.Severity.String()
	return rule
}

func (p Printer) sarifPlace(d Diagnostic) []sarifLocation {
	if d.File == "" {
		return nil
	}
	var at sarifLocation
	path := url.URL{Path: p.path(d)}
	at.Physical.Artifact.URI = path.String()
	if d.Pos.Line > 0 {
		at.Physical.Region = &sarifRegion{d.Pos.Line, d.Pos.Col}
	}
	return []sarifLocation{at}
}
