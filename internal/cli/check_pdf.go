package cli

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"stadtbote/internal/pdf/cos"
	"stadtbote/internal/pdf/matterhorn"
)

// manyFiles is more PDF files than anyone names.
const manyFiles = 1 << 20

func (a *app) checkPDFCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("check-pdf DATEI…", "check-pdf FILE…"),
		Short: a.say("Prüfen, ob PDF-Dateien barrierefrei sind", "Check whether PDF files are accessible"),
		Long: a.say("Geprüft wird, was ein Programm prüfen kann: die Bedingungen des Matterhorn-Protokolls 1.1 zu PDF/UA, dazu\n"+
			"das Wichtigste von PDF/A. Ob ein Alternativtext stimmt, weiß nur ein Mensch.\n"+
			"Rückgabewert: 0 keine Befunde, 1 Befunde, 2 Abbruch.",
			"What a program can check is checked: the conditions of the Matterhorn Protocol 1.1 about PDF/UA, and the most\n"+
				"important of PDF/A. Whether an alternative text is true, only a human knows.\n"+
				"Exit code: 0 no findings, 1 findings, 2 the program could not work."),
		Example: "  stadtbote check-pdf static/antrag.pdf",
		Args:    a.arguments(1, manyFiles),
		RunE: func(_ *cobra.Command, args []string) error {
			good := true
			for _, name := range args {
				fine, err := a.checkPDF(name)
				if err != nil {
					return err
				}
				good = good && fine
			}
			if !good {
				return errMend
			}
			return nil
		},
	}
}

// checkPDF writes what is wrong with one file, or that nothing is.
func (a *app) checkPDF(name string) (good bool, err error) {
	data, err := os.ReadFile(a.path(name))
	if err != nil {
		return false, fmt.Errorf(a.say("%s lässt sich nicht lesen: %w", "%s cannot be read: %w"), name, err)
	}
	report, err := matterhorn.Check(data)
	if err != nil {
		_, err := fmt.Fprintf(a.Stdout, "%s: %s\n", name, a.unreadable(err))
		return false, err
	}
	for _, f := range report.Findings {
		if _, err := fmt.Fprintf(a.Stdout, "%s: %s\n", name, a.condition(f)); err != nil {
			return false, err
		}
	}
	if len(report.Findings) > 0 {
		return false, nil
	}
	_, err = fmt.Fprintf(a.Stdout, "%s: %s (%s)\n", name, a.say("keine Befunde", "no findings"), a.claims(report))
	return true, err
}

// unreadable tells why a file is no PDF file that can be read.
func (a *app) unreadable(err error) string {
	switch {
	case errors.Is(err, cos.ErrNoPDF):
		return a.say("ist keine PDF-Datei", "is not a PDF file")
	case errors.Is(err, cos.ErrNoObjects):
		return a.say("ist beschädigt: Das Verzeichnis der Objekte fehlt oder ist falsch", "is damaged: the list of objects is missing or wrong")
	}
	return err.Error()
}

// condition is one line about a finding: number, what is wrong, where, how often.
func (a *app) condition(f matterhorn.Finding) string {
	text := f.Condition.Number + " " + a.say(f.Condition.German, f.Condition.English)
	if f.Detail != "" {
		text += ": " + f.Detail
	}
	switch {
	case f.Page > 0 && f.Count > 1:
		text += fmt.Sprintf(a.say(" (zuerst auf Seite %d, insgesamt %d-mal)", " (first on page %d, %d times in all)"), f.Page, f.Count)
	case f.Page > 0:
		text += fmt.Sprintf(a.say(" (Seite %d)", " (page %d)"), f.Page)
	case f.Count > 1:
		text += fmt.Sprintf(a.say(" (%d-mal)", " (%d times)"), f.Count)
	}
	return text
}

// claims names the standards that a file claims.
func (a *app) claims(r *matterhorn.Report) string {
	text := ""
	if r.UA > 0 {
		text = "PDF/UA-" + strconv.Itoa(r.UA) + ", "
	}
	if r.Archive != "" {
		text += "PDF/A-" + r.Archive + ", "
	}
	return text + a.count(r.Pages, a.say("Seite", "page"), a.say("Seiten", "pages"))
}
