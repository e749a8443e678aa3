package diag

import "strings"

// spoken are the words of the operating system and of libraries that reach
// people as arguments, in German. They are told in English by whoever reports
// them, for a finding holds arguments, not texts.
var spoken = map[string]string{
	"permission denied":                  "keine Berechtigung",
	"operation not permitted":            "nicht erlaubt",
	"no such file or directory":          "gibt es nicht",
	"file does not exist":                "gibt es nicht",
	"is a directory":                     "ist ein Ordner",
	"not a directory":                    "ist kein Ordner",
	"file exists":                        "gibt es schon",
	"directory not empty":                "der Ordner ist nicht leer",
	"no space left on device":            "der Datenträger ist voll",
	"disk quota exceeded":                "der zugeteilte Platz ist verbraucht",
	"read-only file system":              "der Datenträger ist nur zum Lesen eingebunden",
	"input/output error":                 "Fehler beim Lesen oder Schreiben des Datenträgers",
	"file name too long":                 "der Name ist zu lang",
	"too many levels of symbolic links":  "symbolische Links führen im Kreis",
	"too many open files":                "zu viele offene Dateien",
	"device or resource busy":            "wird gerade benutzt",
	"invalid argument":                   "ungültige Angabe",
	"address already in use":             "die Adresse ist schon vergeben",
	"cannot assign requested address":    "das ist keine Adresse dieses Rechners",
	"connection refused":                 "die Verbindung wurde abgelehnt",
	"connection reset by peer":           "die Gegenseite hat die Verbindung abgebrochen",
	"no such host":                       "einen solchen Rechner gibt es nicht",
	"i/o timeout":                        "keine Antwort in der erlaubten Zeit",
	"context deadline exceeded":          "keine Antwort in der erlaubten Zeit",
	"executable file not found in $PATH": "das Programm ist nicht installiert",
	"unexpected EOF":                     "die Datei endet zu früh",
	"EOF":                                "die Datei endet zu früh",
	"larger than 1 MiB":                  "größer als 1 MB",
	"no size":                            "keine Größe",
	"no svg element":                     "kein Element „svg“",

	"no JPEG, PNG, GIF, WebP, SVG": "es ist weder JPEG noch PNG, GIF, WebP oder SVG",

	"no font: shorter than its header":                       "das ist keine Schrift",
	"the data ends early or contradicts itself":              "die Datei endet zu früh oder ist beschädigt",
	"no Unicode characters":                                  "sie hat keine Zeichen",
	"no Unicode character map of format 4 or 12":             "sie hat keine lesbare Zeichentabelle",
	"a font collection (TTC); a single font (TTF) is needed": "das ist eine Sammlung von Schriften (TTC); nötig ist eine einzelne (TTF)",
	"a web font (WOFF); the TrueType file (TTF) is needed":   "das ist eine Schrift für Webseiten (WOFF); nötig ist die Datei im Format TrueType (TTF)",
	"a font with PostScript outlines (OTF); only TrueType outlines (TTF) can be embedded": "das ist eine Schrift mit Umrissen von PostScript (OTF); " +
		"eingebettet werden nur solche von TrueType (TTF)",
}

// german returns an argument as it is told in German: what the system or a
// library said, alone or behind a colon.
func german(arg string) string {
	if words, known := spoken[arg]; known {
		return words
	}
	at := strings.LastIndex(arg, ": ")
	if at < 0 {
		return arg
	}
	if words, known := spoken[arg[at+2:]]; known {
		return arg[:at+2] + words
	}
	return arg
}
