package matterhorn

// Condition is a way to fail.
type Condition struct {
	Number  string // "13-004"; "UA1 6.2", "UA2 8.8", "PDF/A 6.2.3" for what the protocol leaves out
	Clause  string // of ISO 14289-1, or of the standard in Number
	German  string // what is wrong
	English string
}

// condition finds a condition by its number. Only a wrong number in this
// package misses.
func condition(number string) Condition {
	for _, c := range conditions {
		if c.Number == number {
			return c
		}
	}
	panic("matterhorn: no condition " + number)
}

// conditions in ascending order of their numbers.
var conditions = []Condition{
	{"01-003", "7.1", "Dekoration (Artifact) steht innerhalb von ausgezeichnetem Inhalt", "an artifact stands inside tagged content"},
	{"01-004", "7.1", "ausgezeichneter Inhalt steht innerhalb von Dekoration (Artifact)", "tagged content stands inside an artifact"},
	{"01-005", "7.1", "Inhalt ist weder ausgezeichnet noch als Dekoration gekennzeichnet", "content is neither tagged nor marked as an artifact"},
	{"01-007", "7.1", "die Datei nennt ihre Auszeichnung selbst zweifelhaft (Suspects)", "the file calls its own tags suspect (Suspects)"},
	{"02-001", "7.1", "eine eigene Strukturart ist keiner genormten zugeordnet", "a structure type of its own is not mapped to a standard one"},
	{"02-003", "7.1", "Strukturarten sind im Kreis einander zugeordnet", "structure types are mapped in a circle"},
	{"02-004", "7.1", "eine genormte Strukturart ist umgedeutet", "a standard structure type is mapped to another"},
	{"06-001", "7.1", "es fehlen die Metadaten (XMP)", "there are no metadata (XMP)"},
	{"06-002", "5", "die Metadaten nennen PDF/UA nicht", "the metadata do not name PDF/UA"},
	{"06-003", "7.1", "in den Metadaten fehlt der Titel (dc:title)", "the metadata lack the title (dc:title)"},
	{"07-001", "7.1", "es ist nicht verlangt, dass das Fenster den Titel zeigt (DisplayDocTitle)", "the window is not told to show the title (DisplayDocTitle)"},
	{"07-002", "7.1", "das Fenster soll den Dateinamen statt des Titels zeigen (DisplayDocTitle)", "the window is told to show the file name, not the title (DisplayDocTitle)"},
	{"09-004", "7.2", "Teile einer Tabelle sind falsch verschachtelt", "parts of a table are nested wrongly"},
	{"09-005", "7.2", "Teile einer Liste sind falsch verschachtelt", "parts of a list are nested wrongly"},
	{"09-006", "7.2", "Teile eines Inhaltsverzeichnisses sind falsch verschachtelt", "parts of a table of contents are nested wrongly"},
	{"09-007", "7.2", "Teile einer Ruby-Auszeichnung sind falsch verschachtelt", "parts of a Ruby are nested wrongly"},
	{"09-008", "7.2", "Teile einer Warichu-Auszeichnung sind falsch verschachtelt", "parts of a Warichu are nested wrongly"},
	{"10-001", "7.2", "zu einem gezeigten Zeichen ist nicht bekannt, welcher Buchstabe es ist", "a glyph that is shown does not tell its character"},
	{"11-001", "7.2", "die Sprache des Textes ist nicht angegeben", "the language of the text is not stated"},
	{"11-002", "7.2", "die Sprache eines Ersatztextes ist nicht angegeben", "the language of an alternative text is not stated"},
	{"11-003", "7.2", "die Sprache der Lesezeichen ist nicht angegeben", "the language of the outline is not stated"},
	{"11-004", "7.2", "die Sprache der Beschreibung eines Links ist nicht angegeben", "the language of an annotation's description is not stated"},
	{"11-005", "7.2", "die Sprache der Beschreibung eines Formularfelds ist nicht angegeben", "the language of a form field's description is not stated"},
	{"11-006", "7.2", "die Sprache der Metadaten ist nicht angegeben", "the language of the metadata is not stated"},
	{"13-004", "7.3", "einer Abbildung fehlt der Alternativtext", "a figure has no alternative text"},
	{"14-002", "7.4.2", "die erste Überschrift ist keine der Ebene 1", "the first heading is not of level 1"},
	{"14-003", "7.4.2", "eine Ebene der Überschriften ist übersprungen", "a level of headings is skipped"},
	{"14-006", "7.4.4", "ein Abschnitt hat mehr als eine Überschrift H", "a section has more than one heading H"},
	{"14-007", "7.4.4", "Überschriften H und H1 bis H6 sind gemischt", "headings H and H1 to H6 are mixed"},
	{"15-003", "7.5", "einer Kopfzelle fehlt die Angabe, ob sie für Zeile oder Spalte gilt (Scope)", "a header cell does not state whether it heads a row or a column (Scope)"},
	{"17-002", "7.7", "einer Formel fehlt der Alternativtext", "a formula has no alternative text"},
	{"19-003", "7.9", "einer Fußnote fehlt die Kennung (ID)", "a note has no ID"},
	{"19-004", "7.9", "zwei Fußnoten haben dieselbe Kennung (ID)", "two notes have the same ID"},
	{"20-001", "7.10", "einer Ansicht von Ebenen (Configs) fehlt der Name", "a configuration of layers (Configs) has no name"},
	{"20-002", "7.10", "der Grundansicht der Ebenen (D) fehlt der Name", "the default configuration of layers (D) has no name"},
	{"20-003", "7.10", "Ebenen schalten sich von selbst um (AS)", "layers switch by themselves (AS)"},
	{"21-001", "7.11", "einer eingebetteten Datei fehlt der Name (F und UF)", "an embedded file has no name (F and UF)"},
	{"25-001", "7.15", "die Datei enthält ein dynamisches XFA-Formular", "the file contains a dynamic XFA form"},
	{"26-001", "7.16", "die Verschlüsselung nennt keine Rechte", "the encryption states no rights"},
	{"26-002", "7.16", "die Verschlüsselung sperrt Vorleseprogramme aus", "the encryption locks out screen readers"},
	{"28-002", "7.18.1", "eine Anmerkung steht nicht in einem Element Annot", "an annotation is not inside an Annot element"},
	{"28-004", "7.18.1", "einer Anmerkung fehlt die Beschreibung (Contents)", "an annotation has no description (Contents)"},
	{"28-005", "7.18.1", "einem Formularfeld fehlt die Beschreibung (TU)", "a form field has no description (TU)"},
	{"28-007", "7.18.2", "es gibt eine Anmerkung der Art TrapNet", "there is an annotation of type TrapNet"},
	{"28-008", "7.18.3", "eine Seite mit Links legt die Reihenfolge für die Tabulatortaste nicht fest (Tabs)", "a page with links does not set the order for the Tab key (Tabs)"},
	{"28-009", "7.18.3", "die Tabulatortaste folgt nicht der Struktur (Tabs)", "the Tab key does not follow the structure (Tabs)"},
	{"28-010", "7.18.4", "ein Formularfeld steht nicht in einem Element Form", "a form field is not inside a Form element"},
	{"28-011", "7.18.5", "ein Link steht nicht in einem Element Link", "a link is not inside a Link element"},
	{"28-012", "7.18.5", "einem Link fehlt die Beschreibung (Contents)", "a link has no description (Contents)"},
	{"28-014", "7.18.6.2", "einem Ton oder Film fehlt die Angabe seiner Art (CT)", "a media clip does not state its content type (CT)"},
	{"28-015", "7.18.6.2", "einem Ton oder Film fehlt der Alternativtext (Alt)", "a media clip has no alternative text (Alt)"},
	{"28-017", "7.18.8", "eine Druckermarke ist Teil der Struktur", "a printer's mark is part of the structure"},
	{"30-001", "7.20", "ein Inhalt liegt in einer anderen Datei (Ref)", "content lies in another file (Ref)"},
	{"30-002", "7.20", "ein ausgezeichneter Baustein wird mehrfach gezeigt", "a tagged form is shown more than once"},
	{"31-001", "7.21.3.1", "Schrift und Zeichentabelle passen nicht zusammen (Registry)", "font and character map do not match (Registry)"},
	{"31-002", "7.21.3.1", "Schrift und Zeichentabelle passen nicht zusammen (Ordering)", "font and character map do not match (Ordering)"},
	{"31-003", "7.21.3.1", "Schrift und Zeichentabelle passen nicht zusammen (Supplement)", "font and character map do not match (Supplement)"},
	{"31-004", "7.21.3.2", "die Zuordnung der Zeichen zur Schrift ist unlesbar (CIDToGIDMap)", "the mapping of characters to the font cannot be read (CIDToGIDMap)"},
	{"31-005", "7.21.3.2", "die Zuordnung der Zeichen zur Schrift fehlt (CIDToGIDMap)", "the mapping of characters to the font is missing (CIDToGIDMap)"},
	{"31-006", "7.21.3.3", "eine Zeichentabelle (CMap) ist weder genormt noch eingebettet", "a character map (CMap) is neither standard nor embedded"},
	{"31-007", "7.21.3.3", "eine Zeichentabelle widerspricht sich in der Schreibrichtung (WMode)", "a character map contradicts itself in its direction (WMode)"},
	{"31-008", "7.21.3.3", "eine Zeichentabelle stützt sich auf eine unbekannte", "a character map builds on an unknown one"},
	{"31-009", "7.21.4.1", "eine Schrift ist nicht eingebettet", "a font is not embedded"},
	{"31-011", "7.21.4.1", "der eingebetteten Schrift fehlt ein gezeigtes Zeichen", "the embedded font lacks a glyph that is shown"},
	{"31-014", "7.21.4.2", "die Liste der Zeichen einer Schrift (CIDSet) lässt welche aus", "the list of a font's characters (CIDSet) leaves some out"},
	{"31-015", "7.21.4.2", "die Liste der Zeichen einer Schrift (CIDSet) nennt welche, die sie nicht hat", "the list of a font's characters (CIDSet) names some that it does not have"},
	{"31-016", "7.21.5", "Zeichenbreiten in Datei und Schrift weichen voneinander ab", "widths of glyphs differ between file and font"},
	{"31-017", "7.21.6", "einer TrueType-Schrift fehlt die Zeichentabelle", "a TrueType font has no character map for text"},
	{"31-018", "7.21.6", "ein Zeichen ist in der Zeichentabelle der TrueType-Schrift nicht zu finden", "a character is not found in the TrueType font's map"},
	{"31-019", "7.21.6", "einer TrueType-Schrift fehlt die Kodierung", "a TrueType font has no Encoding"},
	{"31-020", "7.21.6", "einer TrueType-Schrift fehlt die Grundkodierung", "a TrueType font has no BaseEncoding"},
	{"31-021", "7.21.6", "eine TrueType-Schrift hat eine ungenormte Kodierung", "a TrueType font has an Encoding that is not standard"},
	{"31-023", "7.21.6", "einer umkodierten TrueType-Schrift fehlt die Unicode-Tabelle", "a re-encoded TrueType font has no Unicode map"},
	{"31-024", "7.21.6", "eine Symbolschrift nennt eine Kodierung", "a symbolic TrueType font states an Encoding"},
	{"31-025", "7.21.6", "einer Symbolschrift fehlt die Zeichentabelle", "a symbolic TrueType font has no character map"},
	{"31-026", "7.21.6", "eine Symbolschrift hat mehrere Zeichentabellen, aber keine für Symbole", "a symbolic TrueType font has several maps, none for symbols"},
	{"31-027", "7.21.7", "einer Schrift fehlt die Zuordnung zu Unicode (ToUnicode)", "a font has no mapping to Unicode (ToUnicode)"},
	{"31-028", "7.21.7", "eine Schrift ordnet einem Zeichen U+0000 zu", "a font maps a glyph to U+0000"},
	{"31-029", "7.21.7", "eine Schrift ordnet einem Zeichen U+FEFF oder U+FFFE zu", "a font maps a glyph to U+FEFF or U+FFFE"},
	{"31-030", "7.21.8", "der Text zeigt ein Zeichen, das die Schrift nicht hat (.notdef)", "the text shows a glyph that the font does not have (.notdef)"},
	{"PDF/A 6.1.3", "6.1.3", "die Datei ist verschlüsselt oder hat keine Kennung (ID)", "the file is encrypted or has no ID"},
	{"PDF/A 6.1.4", "6.1.4", "das Verzeichnis der Objekte (xref) fehlt oder ist falsch; geprüft ist, was beim Durchsuchen der Datei zu finden war", "the list of objects (xref) is missing or wrong; what was found by searching the file is checked"},
	{"PDF/A 6.2.3", "6.2.3", "das Farbprofil der Ausgabe ist unbrauchbar (OutputIntent)", "the profile of the output intent cannot be used"},
	{"PDF/A 6.2.4.3", "6.2.4.3", "Farben ohne Farbprofil: es fehlt der OutputIntent", "colours without a profile: there is no matching output intent"},
	{"PDF/A 6.3.2", "6.3.2", "eine Anmerkung wird nicht gedruckt oder ist verborgen (F)", "an annotation is not printed, or hidden (F)"},
	{"PDF/A 6.5.1", "6.5.1", "eine Aktion ist verboten", "an action is forbidden"},
	{"PDF/A 6.6.4", "6.6.4", "die Metadaten nennen PDF/A nicht oder nicht vollständig", "the metadata do not name PDF/A, or not completely"},
	{"UA1 6.2", "6.2", "die Datei ist nicht als ausgezeichnet gekennzeichnet (MarkInfo Marked)", "the file is not marked as tagged (MarkInfo Marked)"},
	{"UA1 7.1", "7.1", "es gibt keine Struktur (StructTreeRoot)", "there is no structure (StructTreeRoot)"},
	{"UA2 8.11", "8.11.1", "eine eingebettete Datei ist nicht beschrieben (Desc)", "an embedded file is not described (Desc)"},
	{"UA2 8.2.5.14", "8.2.5.14", "Fußnote und Fundstelle nennen einander nicht (Ref)", "a note and its reference do not name each other (Ref)"},
	{"UA2 8.2.5.2", "8.2.5.2", "die Struktur beginnt nicht mit einem Element Document von PDF 2.0", "the structure does not begin with a Document of PDF 2.0"},
	{"UA2 8.8", "8.8", "ein Sprung innerhalb der Datei nennt kein Element der Struktur", "a jump within the file names no structure element"},
}
