package markdown

import "testing"

// benchBody is about as long, and marked up as richly, as most reports are.
const benchBody = `Ortsvorsteherin Erika Muster sprach von einem "wichtigen Schritt für die ganze Stadt". Für Kinder gibt es in
Krähwinkel ein *eigenes* Programm. Das Vorhaben wird mit **87 Prozent** aus Landesmitteln gefördert, der Umbau dauert
nach Angaben der Verwaltung noch bis zum 14. Februar.

Während der Bauzeit wird der Verkehr über die Posemuckeler Straße umgeleitet. Alle Unterlagen stehen im
[Ratsinformationssystem](https://rat.example.org/vorlage/807) bereit. Einwände nimmt das Bauamt bis zum 4. März
schriftlich entgegen - auch per Post. Nach § 3 Abs. 2 des Gesetzes, das z. B. für Schulen gilt, sind das 446 000 Euro.

## So geht es weiter

Weitere Auskünfte erteilt das Bürgerbüro. Wegen der hohen Nachfrage wird das Angebot um 300 Plätze erweitert. Die nächste
öffentliche Sitzung findet am 9. Februar um 18 Uhr im großen Saal statt, wie die [Einladung](../einladung.md) verrät.

- Außerdem sollen 135 Bäume gepflanzt und größere Flächen entsiegelt werden.
- Die Stelle "Seniorenbeirat" weist darauf hin, dass sich Fristen verkürzen können.
- Im Mühlenviertel werden neue Leitungen für Wärme, Strom und Wasser gelegt.

| Maßnahme | Ort | Kosten (€) |
|---|:---|---:|
| Gerätehaus der Feuerwehr | Schlosspark | 144.141 |
| Förderung der Vereine | Marktplatz | 224.675 |
| neuer Radweg | Südstadt | 775.961 |

Zuständig ist die Stelle "Bürgerbüro"; sie ist dienstags und donnerstags geöffnet. Der Ausschuss hat den Antrag mit 477
Stimmen angenommen. Rund 78 Bürgerinnen und Bürger nahmen an der Versammlung in der Kirchgasse teil. Was nun folgt, hängt
vom Wetter ab: "Bei Frost ruht die Arbeit", sagt der Bauleiter, "und das kann dauern." Sicher ist nur, dass die Brücke im
Frühjahr wieder frei sein soll; so steht es im Vertrag, den die Stadt im Herbst mit der Firma geschlossen hat.
`

func BenchmarkParse(b *testing.B) {
	body := []byte(benchBody)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		d, found := Parse("a.md", body, 10, Options{Shortcodes: true})
		if len(found) > 0 || d.Facts().Words < 200 || len(d.Fragment().HTML) < len(body) {
			b.Fatal(found, d.Facts().Words)
		}
	}
}
