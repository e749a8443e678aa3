package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/moving"
	"stadtbote/internal/site"
)

// importReport tells what became of an old site.
type importReport struct {
	*app
	result  *moving.Result
	old     string
	verdict map[string]verdict // by path in the new site
	judged  bool
}

// verdict is what a build would make of an article.
type verdict struct {
	state string // "published", "draft", "embargoed", "expired", "broken"
	diags diag.List
}

// judge asks a build, with --skip-broken, which articles it would publish.
func (r *importReport) judge(ctx context.Context, out string) {
	options, err := r.options(buildFlags{source: out, skipBroken: true})
	if err != nil {
		return
	}
	planned, err := build.Plan(ctx, options, nil)
	if err != nil || planned.Site == nil {
		return
	}
	r.judged, r.verdict = true, map[string]verdict{}
	for entry := range planned.Site.All() {
		r.verdict[entry.Path] = verdict{state: "published"}
	}
	for _, left := range planned.Left {
		r.verdict[left.Path] = verdict{state: stateOf(left.Reason)}
	}
	for _, d := range planned.Diags {
		if v, there := r.verdict[d.File]; there && d.Severity == diag.Error {
			v.diags = append(v.diags, d)
			r.verdict[d.File] = v
		}
	}
}

func stateOf(reason site.Reason) string {
	switch reason {
	case site.Draft:
		return "draft"
	case site.Embargoed:
		return "embargoed"
	case site.Expired:
		return "expired"
	}
	return "broken"
}

// refused reports whether an article could not be taken over.
func (r *importReport) refused() bool {
	return slices.ContainsFunc(r.result.Accounts, func(a moving.Account) bool { return a.Fate == moving.Refused })
}

// fate names what became of a file.
func (r *importReport) fate(f moving.Fate) string {
	switch f {
	case moving.Taken:
		return r.say("übernommen", "taken over")
	case moving.Copied:
		return r.say("kopiert", "copied")
	case moving.Read:
		return r.say("ausgewertet", "read")
	case moving.Refused:
		return r.say("NICHT übernommen", "NOT taken over")
	}
	return r.say("übergangen", "passed over")
}

// state names what a build would make of an article.
func (r *importReport) state(v verdict) string {
	switch v.state {
	case "published":
		return r.say("wird veröffentlicht", "will be published")
	case "draft":
		return r.say("Entwurf", "draft")
	case "embargoed":
		return r.say("hat eine Sperrfrist", "is embargoed")
	case "expired":
		return r.say("ist abgelaufen", "has expired")
	}
	return r.say("erscheint erst, wenn dies behoben ist", "appears once this is mended")
}

// text writes the report for people.
func (r *importReport) text(dry bool) error {
	var b strings.Builder
	for _, account := range r.result.Accounts {
		fmt.Fprintf(&b, "%s: %s", account.Path, r.fate(account.Fate))
		if len(account.To) > 0 {
			fmt.Fprintf(&b, " → %s", strings.Join(account.To, ", "))
		}
		v, there := r.verdictOf(account)
		if there {
			b.WriteString("; " + r.state(v))
		}
		b.WriteByte('\n')
		for _, d := range account.Diags {
			r.finding(&b, "", d)
		}
		for _, d := range v.diags {
			r.finding(&b, d.File+":", d)
		}
	}
	b.WriteString("\n" + r.summary(dry))
	_, err := fmt.Fprint(r.Stdout, b.String())
	return err
}

func (r *importReport) finding(b *strings.Builder, file string, d diag.Diagnostic) {
	place := ""
	if d.Pos.Line > 0 {
		place = fmt.Sprintf(r.say("Zeile %d: ", "line %d: "), d.Pos.Line)
		if file != "" {
			place = fmt.Sprintf("%s%d:%d: ", file, d.Pos.Line, d.Pos.Col)
		}
	}
	fmt.Fprintf(b, "    %s%s [%s]\n", place, d.Text(string(r.tongue)).Message, d.Code)
}

func (r *importReport) verdictOf(account moving.Account) (verdict, bool) {
	if account.Fate != moving.Taken || len(account.To) == 0 {
		return verdict{}, false
	}
	v, there := r.verdict[account.To[0]]
	return v, there
}

// summary counts.
func (r *importReport) summary(dry bool) string {
	fates, states := map[moving.Fate]int{}, map[string]int{}
	for _, account := range r.result.Accounts {
		fates[account.Fate]++
		if v, there := r.verdictOf(account); there {
			states[v.state]++
		}
	}
	text := fmt.Sprintf(r.say("%d Dateien: %d Artikel übernommen, %d nicht; %d Dateien kopiert, %d ausgewertet, %d übergangen.\n",
		"%d files: %d articles taken over, %d not; %d files copied, %d read, %d passed over.\n"),
		len(r.result.Accounts), fates[moving.Taken], fates[moving.Refused], fates[moving.Copied], fates[moving.Read], fates[moving.Passed])
	if dry {
		return text + r.say("Es wurde nichts geschrieben.\n", "Nothing was written.\n")
	}
	if !r.judged {
		return text
	}
	return text + fmt.Sprintf(r.say("„stadtbote build --skip-broken“ veröffentlicht davon: %d. Entwürfe: %d. Gesperrt oder abgelaufen: %d.\n"+
		"Erscheinen erst, wenn behoben ist, was oben bei ihnen steht: %d.\n",
		"“stadtbote build --skip-broken” publishes of these: %d. Drafts: %d. Embargoed or expired: %d.\n"+
			"Appear once it is mended what stands above with them: %d.\n"),
		states["published"], states["draft"], states["embargoed"]+states["expired"], states["broken"])
}

// json writes the report for programs: one object a file of the old site.
func (r *importReport) json() error {
	encoder := json.NewEncoder(r.Stdout)
	encoder.SetEscapeHTML(false)
	type finding struct {
		Code     string `json:"code"`
		Severity string `json:"severity"`
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Message  string `json:"message"`
	}
	for _, account := range r.result.Accounts {
		v, _ := r.verdictOf(account)
		out := struct {
			File     string    `json:"file"`
			Fate     string    `json:"fate"`
			To       []string  `json:"to,omitempty"`
			State    string    `json:"state,omitempty"`
			Findings []finding `json:"findings,omitempty"`
		}{File: account.Path, Fate: fateName(account.Fate), To: account.To, State: v.state}
		for _, d := range slices.Concat(account.Diags, v.diags) {
			out.Findings = append(out.Findings, finding{string(d.Code), d.Severity.String(), d.File, d.Pos.Line, d.Text(string(r.tongue)).Message})
		}
		if err := encoder.Encode(out); err != nil {
			return err
		}
	}
	return nil
}

// fateName is what programs read of a fate.
func fateName(f moving.Fate) string {
	switch f {
	case moving.Taken:
		return "taken"
	case moving.Copied:
		return "copied"
	case moving.Read:
		return "read"
	case moving.Refused:
		return "refused"
	}
	return "passed"
}
