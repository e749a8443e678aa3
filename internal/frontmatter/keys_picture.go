package frontmatter

// pictureKeys are what stands beside and below the text.
var pictureKeys = []Key{
	{
		Names: []string{"bild", "bilder"}, Others: []string{"image", "images"},
		Kind: Tables, Fields: fieldsOf(pictureParts), Uses: Everywhere, Example: "{datei: bruecke.jpg, alt: Eine Brücke über einem Fluss, quelle: Stadt Musterstadt}", joins: true,
		DE:   Words{"Bilder", "Das Bild zur Meldung; es liegt neben ihrer Datei oder unter static/."},
		EN:   Words{"Pictures", "The picture of the report; it lies beside its file or below static/."},
		read: func(r *reader, p pair) { r.matter.Pictures = append(r.matter.Pictures, r.pictures(p)...) },
	},
	{
		Names: []string{"links"},
		Kind:  Tables, Fields: fieldsOf(linkParts), Uses: Everywhere, Example: "[https://www.example.org]",
		DE:   Words{"Verweise", "Verweise nach draußen; sie stehen unter dem Text."},
		EN:   Words{"Links", "Links to elsewhere; they stand below the text."},
		read: func(r *reader, p pair) { r.matter.Links = r.links(p) },
	},
	{
		Names: []string{"siehe_auch"}, Others: []string{"related"},
		Kind: Paths, Uses: Reports | Events, Example: "[../2025/alte-meldung.md]",
		DE:   Words{"Frühere Meldungen", "Dateien oder Adressen früherer Meldungen; die frühere verweist von selbst auf diese."},
		EN:   Words{"Earlier reports", "Files or addresses of earlier reports; the earlier one links back by itself."},
		read: func(r *reader, p pair) { r.matter.Related = r.texts(p, false) },
	},
}

// pictureParts are what can be said of a picture.
var pictureParts = []part[Picture]{
	{
		Field{
			Names: []string{"datei", "file", "src", "url", "path"}, Kind: File, Required: true, Example: "bruecke.jpg",
			DE: Words{"Datei", "Der Name der Bilddatei."},
			EN: Words{"File", "The name of the picture's file."},
		},
		func(_ *reader, to *Picture, v node) { to.File = v.value() },
	},
	{
		Field{
			Names: []string{"alt"}, Kind: Lines, Example: "Eine Brücke mit vier Laternen über einem Fluss.",
			DE: Words{"Beschreibung", "Was zu sehen ist, für Menschen, die es nicht sehen."},
			EN: Words{"Description", "What can be seen, for people who do not see it."},
		},
		func(_ *reader, to *Picture, v node) { to.Alt = v.trimmed() },
	},
	{
		Field{
			Names: []string{"dekorativ", "decorative"}, Kind: Claim, Example: "true",
			DE: Words{"Nur Schmuck", "Das Bild sagt nichts aus und braucht keine Beschreibung."},
			EN: Words{"Decoration only", "The picture says nothing and needs no description."},
		},
		func(r *reader, to *Picture, v node) { to.Decorative = r.claim(pair{key: "dekorativ", value: v}, false) },
	},
	{
		Field{
			Names: []string{"unterschrift", "caption", "title"}, Kind: Lines, Example: "Wieder frei: die Brücke am Markt.",
			DE: Words{"Bildunterschrift", "Der Satz unter dem Bild."},
			EN: Words{"Caption", "The sentence below the picture."},
		},
		func(_ *reader, to *Picture, v node) { to.Caption = v.trimmed() },
	},
	{
		Field{
			Names: []string{"quelle", "credit", "source"}, Kind: Line, Example: "Stadt Musterstadt",
			DE: Words{"Bildquelle", "Woher das Bild stammt."},
			EN: Words{"Credit", "Where the picture comes from."},
		},
		func(_ *reader, to *Picture, v node) { to.Credit = v.trimmed() },
	},
	{
		Field{
			Names: []string{"fotograf", "fotografin", "photographer"}, Kind: Line, Example: "Erika Muster",
			DE: Words{"Fotograf oder Fotografin", "Wer das Bild aufgenommen hat."},
			EN: Words{"Photographer", "Who took the picture."},
		},
		func(_ *reader, to *Picture, v node) { to.Photographer = v.trimmed() },
	},
	{
		Field{
			Names: []string{"lizenz", "license", "licence"}, Kind: Line, Example: "CC BY 4.0",
			DE: Words{"Lizenz", "Die Erlaubnis, unter der das Bild erscheint."},
			EN: Words{"Licence", "The licence by which the picture is published."},
		},
		func(_ *reader, to *Picture, v node) { to.Licence = v.trimmed() },
	},
}

// linkParts are what can be said of a link.
var linkParts = []part[Link]{
	{
		Field{
			Names: []string{"url", "adresse", "href", "link"}, Kind: Address, Required: true, Example: "https://www.example.org",
			DE: Words{"Adresse", "Die ganze Adresse, mit https://."},
			EN: Words{"Address", "The whole address, with https://."},
		},
		func(_ *reader, to *Link, v node) { to.URL = v.value() },
	},
	{
		Field{
			Names: []string{"titel", "title", "name", "text"}, Kind: Line, Example: "Stadt Musterstadt",
			DE: Words{"Beschriftung", "Wie der Verweis heißt; ohne Angabe steht dort der Name des Servers."},
			EN: Words{"Title", "What the link is called; without it, the server's name."},
		},
		func(_ *reader, to *Link, v node) { to.Title = v.trimmed() },
	},
}
