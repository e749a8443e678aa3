package build

import (
	"io"

	"stadtbote/internal/output/pdf"
)

// Bind writes a dossier of reports of the planned site. Nothing else is made.
func (p *Planned) Bind(w io.Writer, d pdf.Dossier) error {
	return pdf.Bind(w, pressInput(p.bodies, p.assets), p.Site, d)
}
