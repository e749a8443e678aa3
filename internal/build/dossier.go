package build

import (
	"io"

	"stadtbote/internal/output/pdf"
)

// Bind writes a dossier of reports of the planned site. Nothing else is made.
func (p *Planned) Bind(w io.Writer, d pdf.Dossier) error {
	return pdf.Bind(w, p.press(), p.Site, d)
}

// press is what PDF documents are made with.
func (p *Planned) press() pdf.Input {
	return pdf.Input{Texts: p.bodies.text, Fonts: p.fonts, Folder: p.assets.Folder, Static: p.assets.Embedded}
}
