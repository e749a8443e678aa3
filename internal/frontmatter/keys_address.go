package frontmatter

// addressKeys are where an article stands on the site, and how it looks.
var addressKeys = []Key{
	{
		Names: []string{"slug"},
		Kind:  Line, Uses: Everywhere, Example: "bruecke-frei",
		DE:   Words{Label: "Adresse", Help: "Der letzte Teil der Adresse; ohne Angabe kommt er aus dem Dateinamen."},
		EN:   Words{Label: "Address", Help: "The last part of the address; without it, it comes from the file's name."},
		read: func(r *reader, p pair) { r.matter.Slug = r.text(p) },
	},
	{
		Names: []string{"weiterleitungen"}, Others: []string{"aliases", "redirect_from"},
		Kind: Paths, Uses: Everywhere, Example: "[/alt/bruecke/]", joins: true,
		DE:   Words{Label: "Weiterleitungen", Help: "Frühere Adressen, die hierher führen."},
		EN:   Words{Label: "Redirects", Help: "Former addresses that lead here."},
		read: func(r *reader, p pair) { r.matter.Aliases = append(r.matter.Aliases, r.texts(p, false)...) },
	},
	{
		Names: []string{"vorlage"},
		Kind:  Line, Uses: Pages, Example: "kontakt",
		DE:   Words{Label: "Vorlage", Help: "Name einer eigenen Vorlage unter templates/, ohne .html; nur für Seiten."},
		EN:   Words{Label: "Template", Help: "The name of a template of your own below templates/, without .html; for pages only."},
		read: func(r *reader, p pair) { r.matter.Layout = r.text(p) },
	},
}
