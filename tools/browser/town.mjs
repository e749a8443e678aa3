// Towns of the tests' own: built by the program from texts, so that what an editor writes on the real site changes no expectation.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const program = resolve(process.env.STADTBOTE_PROGRAM ?? '../../dist/stadtbote');

// build makes a site of files and returns its folder and a function that removes it.
export async function build(files, ...flags) {
  const folder = await mkdtemp(join(tmpdir(), 'stadt-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const out = join(folder, 'public');
  await promisify(execFile)(program, ['build', '--quiet', '--source', folder, '--out', out, '--cache', join(folder, 'cache'), '--now', '2026-11-23T12:00', ...flags], { maxBuffer: 1 << 26 });
  return { folder: out, remove: () => rm(folder, { recursive: true }) };
}

// A drawing of any size, since there are no pictures in the tests' towns.
export const drawing = (width, height) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#9fb4c8"/><circle cx="${width / 2}" cy="${height / 2}" r="${Math.min(width, height) / 4}" fill="#15181c"/></svg>\n`;

export const report = (head, body = 'Der Rat hat beraten.\n') => `---\n${head.trim()}\n---\n${body}`;

// krähwinkel is a small town with a page of every type.
export const krähwinkel = {
  'stadtbote.yaml': `title: Krähwinkel
description: Was im Rathaus von Krähwinkel geschieht, und was es die Leute angeht.
base_url: https://kraehwinkel.example/
sections:
  - {name: Rathaus, description: Was der Rat beschließt.}
  - {name: Schule}
footer:
  - links:
      - {title: Impressum, url: /impressum/}
      - {title: Datenschutz, url: /datenschutz/}
      - {title: Barrierefreiheit, url: /barrierefreiheit/}
lists: {page_size: 3}
publisher: {name: Stadt Krähwinkel, email: rathaus@kraehwinkel.example}
`,
  'data/redaktion.yaml': 've: Vera Muster, Redaktion\n',
  'data/stichwoerter.yaml': '- {name: Straßenbeleuchtung, synonyms: [Laternen]}\n',
  'data/anzeige.yaml': 'text: Der Kiosk am Markt hat auch am Sonntag offen.\ntitel: Zum Kiosk\nurl: https://kiosk.example/\n',
  'content/meldungen/licht/index.md': report(`
titel: Das Licht geht an
dachzeile: Stadtwerke
datum: 2026-11-20
aktualisiert: 2026-11-22
teaser: Die neuen Laternen leuchten. Am Markt wird es heller, am Teich bleibt es dunkel.
rubrik: Rathaus
orte: [Krähwinkel, Schilda]
stichwörter: [Straßenbeleuchtung, Strom]
kürzel: ve
bild: {datei: laterne.svg, alt: Eine Laterne neben einer Bank., unterschrift: Die erste der neuen Laternen., quelle: Stadtwerke Krähwinkel}
links: [https://stadtwerke.example/licht]
siehe_auch: [../strom.md]
korrekturen: [{datum: 2026-11-21, text: "Es sind 40 Laternen, nicht 400."}]
`, `Es gibt 40 neue Laternen.[^1] Der Rat hatte sie im März bestellt.

## Was es kostet

| Posten | Euro |
|---|--:|
| Laternen | 40.000 |
| Strom im Jahr | 1.200 |

> Endlich sieht man, wohin man tritt.
>
> — Eine Bürgerin

- Am Markt: **hell**
- Am Teich: dunkel

[^1]: Gezählt am 20. November.
`),
  'content/meldungen/licht/laterne.svg': drawing(640, 400),
  'content/meldungen/strom.md': report('titel: Der Strom ist da\ndatum: 2026-11-10\nteaser: Die Leitung ist fertig.\nrubrik: Rathaus\norte: [Krähwinkel]\nstichwörter: [Strom]'),
  'content/meldungen/tafel.md': report('titel: Neue Tafel\ndatum: 2026-10-05\nteaser: Sie ist grün.\nrubrik: Schule\nstichwörter: [Schule]'),
  'content/meldungen/english.md': report('titel: Our school on the hill\ndatum: 2025-05-05\nteaser: A visit in English.\nrubrik: Schule\nsprache: en', 'The school has a new roof.\n'),
  'content/meldungen/fest.md': report('titel: Das Fest fällt aus\ndatum: 2025-04-05\nteaser: Zu nass.\nrubrik: Rathaus\nstatus: zurückgezogen\norte: [Krähwinkel]'),
  'content/termine/werkstatt.md': report('titel: Werkstatt Licht\ndatum: 2026-11-20\nbeginn: 2026-12-03 19:00\nende: 2026-12-03 21:30\nort: Krähwinkel\nveranstaltungsort: Ratskeller\nteaser: Wir schrauben an Laternen.\nstichwörter: [Strom]', 'Bitte Handschuhe mitbringen.\n'),
  'content/termine/fest.md': report('titel: Lichterfest\ndatum: 2026-11-20\nbeginn: 2027-01-10\nort: Schilda\nteaser: Mit Suppe.\nabgesagt: 2026-11-22', 'Es fällt aus.\n'),
  'data/kommunen.yaml': '- {name: Krähwinkel, land: Thüringen, kreis: Kreis Muster, ags: "16099001"}\n- {name: Schilda, land: Sachsen, ags: "14099002"}\n',
  'data/impressum.yaml': 'name: Stadt Krähwinkel\nrechtsform: Körperschaft des öffentlichen Rechts\nanschrift: {strasse: Markt 1, plz: "99999", ort: Krähwinkel}\nvertreten_durch: [Erika Muster (Bürgermeisterin)]\nemail: rathaus@kraehwinkel.example\ntelefon: 01234 567890\nregister: keine\nust_id: keine\nverantwortlich: {name: Vera Muster, anschrift: "Markt 1, 99999 Krähwinkel"}\n',
  'data/barrierefreiheit.yaml': 'geltungsbereich: kraehwinkel.example\nvereinbarkeit: teilweise\nnorm: der BITV 2.0\nluecken: [{was: Gebärdensprache fehlt, grund: Es gibt noch kein Video., alternative: Anrufen.}]\nerstellt: 2026-11-01\ngeprueft: 2026-11-01\nmethode: Selbstbewertung\npruefer: Rathaus\nkontakt: {name: Rathaus, anschrift: "Markt 1, 99999 Krähwinkel", email: rathaus@kraehwinkel.example, telefon: 01234 567890}\ndurchsetzung: {name: Schlichtungsstelle, anschrift: "Weg 3, 99999 Krähwinkel", url: "https://schlichtung.example/"}\n',
  'content/seiten/datenschutz.md': report('titel: Datenschutz', 'Diese Seite speichert nichts.\n'),
  'content/seiten/leichte-sprache.md': report('titel: Leichte Sprache\nteaser: Worum es hier geht.\nleichte_sprache: true', '## Worum geht es?\n\nHier stehen Nachrichten.\n'),
  'content/seiten/musterseite.md': report('titel: Musterseite', 'Siehe [Rathaus](https://www.kraehwinkel.example).\n\n> [!HINWEIS]\n> Nass.\n\n1. Eins\n2. Zwei\n\n- [x] fertig\n- [ ] offen\n'),
};
