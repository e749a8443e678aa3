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
  'content/seiten/impressum.md': report('titel: Impressum', 'Stadt Krähwinkel, Markt 1.\n\n## Verantwortlich\n\nDer Bürgermeister.\n'),
  'content/seiten/datenschutz.md': report('titel: Datenschutz', 'Diese Seite speichert nichts.\n'),
  'content/seiten/barrierefreiheit.md': report('titel: Barrierefreiheit', 'Alles geht.\n'),
};
