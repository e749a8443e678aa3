package diag

// Codes of PDF documents.
const (
	GlyphMissing Code = "SB701"
)

// pdfEntries are SB7xx: PDF documents.
var pdfEntries = []Entry{
	{GlyphMissing, Warning,
		Text{"Das Zeichen „{1}“ ({2}) gibt es in keiner Schrift der PDF-Fassung",
			"Im PDF steht an dieser Stelle ein Ersatzzeichen; die Seite im Netz ist nicht betroffen.",
			"Schreiben Sie das Zeichen als Wort oder nehmen Sie es heraus. Ein Emoji im Text lässt sich durch Worte ersetzen."},
		Text{"No font of the PDF version has the character “{1}” ({2})",
			"The PDF shows a substitute in this place; the page on the web is not affected.",
			"Write the character as a word, or leave it out. Words can stand for an emoji."}},
}
