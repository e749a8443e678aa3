package diag

// Codes of PDF documents.
const (
	GlyphMissing Code = "SB701"
	FontMissing  Code = "SB702"
	FontBroken   Code = "SB703"
	FontPoor     Code = "SB704"
	FontLicence  Code = "SB705"
	PictureFlaw  Code = "SB706"
)

// pdfEntries are SB7xx: PDF documents.
var pdfEntries = []Entry{
	{GlyphMissing, Warning,
		Text{"Das Zeichen „{1}“ ({2}) gibt es in keiner Schrift der PDF-Fassung.",
			"Im PDF steht an dieser Stelle ein Ersatzzeichen; die Seite im Netz ist nicht betroffen.",
			"Schreiben Sie das Zeichen als Wort oder nehmen Sie es heraus. Ein Emoji im Text lässt sich durch Worte ersetzen."},
		Text{"No font of the PDF version has the character “{1}” ({2})",
			"The PDF shows a substitute in this place; the page on the web is not affected.",
			"Write the character as a word, or leave it out. Words can stand for an emoji."}},
	{FontMissing, Error,
		Text{"Die Schrift „{1}“ gibt es nicht.",
			"stadtbote.yaml nennt diese Datei unter pdf.fonts.",
			"Prüfen Sie den Namen, auch die Großschreibung, oder nehmen Sie die Angabe heraus: Dann gilt die mitgelieferte Schrift."},
		Text{"There is no font “{1}”",
			"stadtbote.yaml names this file under pdf.fonts.",
			"Check its name, capital letters too, or delete the setting: then the built-in font is used."}},
	{FontBroken, Error,
		Text{"Die Schrift „{1}“ lässt sich nicht lesen: {2}",
			"PDF-Fassungen brauchen eine TrueType-Schrift (.ttf) mit Umrissen in einer Tabelle „glyf“.",
			"Kopieren Sie die Datei noch einmal. Von einer Schrift als .otf oder .woff2 gibt es oft auch eine .ttf."},
		Text{"The font “{1}” cannot be read: {2}",
			"PDF versions need a TrueType font (.ttf) with outlines in a table “glyf”.",
			"Copy the file again. Of a font as .otf or .woff2 there often is a .ttf as well."}},
	{FontPoor, Error,
		Text{"Der Schrift „{1}“ fehlen Zeichen, die jeder Text braucht: {2}",
			"Ohne sie wären deutsche Texte nicht lesbar.",
			"Nehmen Sie eine Schrift mit allen deutschen Buchstaben, Ziffern und Satzzeichen, oder nehmen Sie die Angabe pdf.fonts heraus."},
		Text{"The font “{1}” lacks characters that every text needs: {2}",
			"Without them German texts could not be read.",
			"Use a font with all German letters, digits and punctuation, or delete the setting pdf.fonts."}},
	{FontLicence, Error,
		Text{"Die Schrift „{1}“ verbietet, sie in Dokumente einzubetten.",
			"So steht es in der Datei selbst (OS/2, fsType). PDF/A verlangt, dass jede Schrift eingebettet ist.",
			"Fragen Sie den Hersteller nach einer Lizenz zum Einbetten, oder nehmen Sie eine freie Schrift."},
		Text{"The font “{1}” forbids embedding it in documents.",
			"The file itself says so (OS/2, fsType). PDF/A demands that every font is embedded.",
			"Ask the maker for a licence to embed it, or use a free font."}},
	{PictureFlaw, Warning,
		Text{"Das Bild „{1}“ lässt sich in PDF-Fassungen nicht zeigen ({2})",
			"Im PDF steht statt des Bildes seine Beschreibung; die Seite im Netz ist nicht betroffen.",
			"Speichern Sie das Bild neu, als JPEG oder PNG und mit höchstens 8000 × 8000 Pixeln."},
		Text{"PDF versions cannot show the picture “{1}” ({2})",
			"The PDF has the picture's description in its place; the page on the web is not affected.",
			"Save the picture anew, as JPEG or PNG and with at most 8000 × 8000 pixels."}},
}
