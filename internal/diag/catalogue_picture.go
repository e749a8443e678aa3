package diag

// Codes of pictures.
const (
	PictureForeign Code = "SB352"
	PictureHuge    Code = "SB353"
	PictureActive  Code = "SB354"
	PictureSource  Code = "SB355"
	PicturePress   Code = "SB356"
)

var pictureEntries = []Entry{
	{PictureForeign, Error,
		Text{"Dieses Bildformat kann Stadtbote nicht veröffentlichen: {1}.",
			"HEIC, AVIF, TIFF und BMP zeigt nicht jeder Browser, und andere Größen lassen sich davon hier nicht machen.",
			"Speichern Sie ein Foto als JPEG, eine Zeichnung als PNG. Am iPhone: Einstellungen, Kamera, Formate, „Maximale Kompatibilität“."},
		Text{"Stadtbote cannot publish this kind of picture: {1}.",
			"Not every browser shows HEIC, AVIF, TIFF and BMP, and no other sizes can be made of them here.",
			"Save a photograph as JPEG, a drawing as PNG. On an iPhone: Settings, Camera, Formats, “Most Compatible”."}},
	{PictureHuge, Error,
		Text{"Das Bild hat zu viele Bildpunkte: {1}.",
			"Beim Verkleinern bräuchte es mehr Speicher, als viele Rechner dafür haben; im Netz ist es um ein Vielfaches schmaler.",
			"Verkleinern Sie das Bild, zum Beispiel auf 6000 Bildpunkte an der langen Seite."},
		Text{"The picture has too many pixels: {1}.",
			"Making it smaller would need more memory than many machines have for that; on the web it is many times narrower.",
			"Make the picture smaller, for instance 6000 pixels at its long side."}},
	{PictureActive, Error,
		Text{"Die Zeichnung enthält etwas, das ausgeführt oder von außen geladen würde: {1}.",
			"Wer die Datei öffnet, führte fremden Code auf Ihrer Seite aus oder verriete einem anderen Server seine Adresse.",
			"Speichern Sie die Zeichnung als „einfaches SVG“ ohne Skripte, und betten Sie Bilder darin ein."},
		Text{"The drawing holds something that would be run or loaded from elsewhere: {1}.",
			"Whoever opens the file would run foreign code on your site, or tell another server their address.",
			"Save the drawing as “plain SVG” without scripts, and embed the pictures in it."}},
	{PictureSource, Note,
		Text{"Das Bild {1} nennt in seinen Angaben „{2}“, der Artikel nennt keine Quelle.",
			"Die Angabe der Datei bleibt in der veröffentlichten Datei stehen; unter dem Bild steht nur, was im Artikel steht.",
			"Prüfen Sie die Angabe, und tragen Sie sie ein, zum Beispiel: quelle: {2}"},
		Text{"The picture {1} says “{2}” of itself, the article names no source.",
			"What the file says stays in the published file; below the picture stands only what the article says.",
			"See whether it is right, and enter it, for instance: credit: {2}"}},
	{PicturePress, Note,
		Text{"Das Bild {1} hat Druckfarben (CMYK); seine Farben sind für den Bildschirm nur angenähert.",
			"Browser zeigen Druckfarben verschieden. Beim Verkleinern werden sie ohne das Profil der Druckerei umgerechnet.",
			"Für genaue Farben: Speichern Sie das Bild in RGB (sRGB)."},
		Text{"The picture {1} has colours for print (CMYK); on the screen they are only approximate.",
			"Browsers show colours for print differently. When it is made smaller they are converted without the printer's profile.",
			"For exact colours save the picture in RGB (sRGB)."}},
}
