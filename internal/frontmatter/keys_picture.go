package frontmatter

// pictureKeys are what stands beside and below the text.
var pictureKeys = []Key{
	{
		Names: []string{"bild", "bilder"}, Others: []string{"image", "images"},
		Kind: Tables, Fields: fieldsOf(pictureParts), Uses: Everywhere, Offered: Reports | Events, Example: "{datei: bruecke.jpg, alt: Eine Brücke über einem Fluss, quelle: Stadt Musterstadt}", joins: true,
		DE:   Words{Label: "Bilder", Help: "Ein Bild dazu; es liegt neben der Datei oder unter static/."},
		EN:   Words{Label: "Pictures", Help: "A picture; it lies beside the file or below static/."},
		read: func(r *reader, p pair) { r.matter.Pictures = append(r.matter.Pictures, r.pictures(p)...) },
	},
	{
		Names: []string{"links"},
		Kind:  Tables, Fields: fieldsOf(linkParts), Uses: Everywhere, Example: "[https://www.example.org]",
		DE:   Words{Label: "Verweise", Help: "Verweise nach draußen; sie stehen unter dem Text."},
		EN:   Words{Label: "Links", Help: "Links to elsewhere; they stand below the text."},
		read: func(r *reader, p pair) { r.matter.Links = r.links(p) },
	},
	{
		Names: []string{"siehe_auch"}, Others: []string{"related"},
		Kind: Paths, Uses: Reports | Events, Example: "[../2025/alte-meldung.md]",
		DE:   Words{Label: "Frühere Meldungen", Help: "Dateien oder Adressen früherer Meldungen; die frühere verweist von selbst auf diese."},
		EN:   Words{Label: "Earlier reports", Help: "Files or addresses of earlier reports; the earlier one links back by itself."},
		read: func(r *reader, p pair) { r.matter.Related = r.texts(p, false) },
	},
}

// pictureParts are what can be said of a picture.
var pictureParts = []part[Picture]{
	{
		Field{
			Names: []string{"datei"}, Others: []string{"file", "src", "url", "path"}, Kind: File, Required: true, Example: "bruecke.jpg",
			DE: Words{Label: "Datei", Help: "Der Name der Bilddatei."},
			EN: Words{Label: "File", Help: "The name of the picture's file."},
		},
		func(_ *reader, to *Picture, v node) { to.File = v.value() },
	},
	{
		Field{
			Names: []string{"alt"}, Kind: Lines, Example: "Eine Brücke mit vier Laternen über einem Fluss.",
			DE: Words{Label: "Beschreibung", Help: "Was zu sehen ist, für Menschen, die es nicht sehen."},
			EN: Words{Label: "Description", Help: "What can be seen, for people who do not see it."},
		},
		func(_ *reader, to *Picture, v node) { to.Alt = v.trimmed() },
	},
	{
		Field{
			Names: []string{"dekorativ"}, Others: []string{"decorative"}, Kind: Claim, Example: "true",
			DE: Words{Label: "Nur Schmuck", Help: "Das Bild sagt nichts aus und braucht keine Beschreibung."},
			EN: Words{Label: "Decoration only", Help: "The picture says nothing and needs no description."},
		},
		func(r *reader, to *Picture, v node) { to.Decorative = r.claim(pair{key: "dekorativ", value: v}, false) },
	},
	{
		Field{
			Names: []string{"unterschrift"}, Others: []string{"caption", "title"}, Kind: Lines, Example: "Wieder frei: die Brücke am Markt.",
			DE: Words{Label: "Bildunterschrift", Help: "Der Satz unter dem Bild."},
			EN: Words{Label: "Caption", Help: "The sentence below the picture."},
		},
		func(_ *reader, to *Picture, v node) { to.Caption = v.trimmed() },
	},
	{
		Field{
			Names: []string{"quelle"}, Others: []string{"credit", "source"}, Kind: Line, Example: "Stadt Musterstadt",
			DE: Words{Label: "Bildquelle", Help: "Woher das Bild stammt."},
			EN: Words{Label: "Credit", Help: "Where the picture comes from."},
		},
		func(_ *reader, to *Picture, v node) { to.Credit = v.trimmed() },
	},
	{
		Field{
			Names: []string{"fotograf", "fotografin"}, Others: []string{"photographer"}, Kind: Line, Example: "Erika Muster",
			DE: Words{Label: "Fotograf oder Fotografin", Help: "Wer das Bild aufgenommen hat."},
			EN: Words{Label: "Photographer", Help: "Who took the picture."},
		},
		func(_ *reader, to *Picture, v node) { to.Photographer = v.trimmed() },
	},
	{
		Field{
			Names: []string{"lizenz"}, Others: []string{"licence", "license"}, Kind: Line, Example: "CC BY 4.0",
			DE: Words{Label: "Lizenz", Help: "Die Erlaubnis, unter der das Bild erscheint."},
			EN: Words{Label: "Licence", Help: "The licence by which the picture is published."},
		},
		func(_ *reader, to *Picture, v node) { to.Licence = v.trimmed() },
	},
}

// linkParts are what can be said of a link.
var linkParts = []part[Link]{
	{
		Field{
			Names: []string{"url", "adresse"}, Others: []string{"href", "link"}, Kind: Address, Required: true, Example: "https://www.example.org",
			DE: Words{Label: "Adresse", Help: "Die ganze Adresse, mit https://."},
			EN: Words{Label: "Address", Help: "The whole address, with https://."},
		},
		func(_ *reader, to *Link, v node) { to.URL = v.value() },
	},
	{
		Field{
			Names: []string{"titel"}, Others: []string{"title", "name", "text"}, Kind: Line, Example: "Stadt Musterstadt",
			DE: Words{Label: "Beschriftung", Help: "Wie der Verweis heißt; ohne Angabe steht dort der Name des Servers."},
			EN: Words{Label: "Title", Help: "What the link is called; without it, the server's name."},
		},
		func(_ *reader, to *Link, v node) { to.Title = v.trimmed() },
	},
}
