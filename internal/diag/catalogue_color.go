package diag

// Codes of the site's own colours.
const (
	ColorForm  Code = "SB450"
	ColorEmpty Code = "SB451"
	ColorText  Code = "SB452"
	ColorShape Code = "SB453"
)

// colorEntries are SB450 to SB469: theme.colors in stadtbote.yaml.
var colorEntries = []Entry{
	{ColorForm, Error,
		Text{"{1}: „{2}“ ist keine Farbe (Beispiel: \"#123f94\").",
			"Farben werden als # und sechs Ziffern von 0 bis f geschrieben; Namen wie „blau“ sind zu ungenau.",
			"Schreiben Sie die Farbe wie im Beispiel, in Anführungszeichen."},
		Text{"{1}: “{2}” is not a colour (example: \"#123f94\").",
			"Colours are written as # and six digits from 0 to f; names like “blue” are too vague.",
			"Write the colour as in the example, in quotation marks."}},
	{ColorEmpty, Error,
		Text{"{1} ist leer.",
			"Was in YAML nach # steht, ist eine Bemerkung. Ohne Anführungszeichen geht die Farbe deshalb verloren.",
			"Setzen Sie die Farbe in Anführungszeichen: \"#123f94\"."},
		Text{"{1} is empty.",
			"In YAML, what follows # is a remark. Without quotation marks the colour is therefore lost.",
			"Put the colour in quotation marks: \"#123f94\"."}},
	{ColorText, Error,
		Text{"{1}: {2} und {3} ({4}) haben nur einen Kontrast von {5}:1; Schrift braucht 7:1.",
			"Wer schlecht sieht oder in der Sonne liest, kann solche Schrift nicht lesen (WCAG 2.2, 1.4.6).",
			"Die nächste Farbe, die ausreicht, ist \"{6}\"."},
		Text{"{1}: {2} and {3} ({4}) have a contrast of only {5}:1; text needs 7:1.",
			"People with low vision, or in the sun, cannot read such text (WCAG 2.2, 1.4.6).",
			"The nearest colour that passes is \"{6}\"."}},
	{ColorShape, Error,
		Text{"{1}: {2} und {3} ({4}) haben nur einen Kontrast von {5}:1; Ränder und Zeichen brauchen 3:1.",
			"Sonst ist nicht zu erkennen, wo ein Feld beginnt oder was gewählt ist (WCAG 2.2, 1.4.11).",
			"Die nächste Farbe, die ausreicht, ist \"{6}\"."},
		Text{"{1}: {2} and {3} ({4}) have a contrast of only {5}:1; borders and marks need 3:1.",
			"Otherwise nobody sees where a field begins or what is chosen (WCAG 2.2, 1.4.11).",
			"The nearest colour that passes is \"{6}\"."}},
}
