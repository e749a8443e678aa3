// On paper: page numbers, addresses behind links, each once, no ways around the site, and text that begins on the first page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { addresses, kinds, serve } from './site.mjs';
import { each, launch, two } from './chromium.mjs';
import { build, drawing, krähwinkel, report } from './town.mjs';

const town = await build({
  ...krähwinkel,
  'content/meldungen/papier/index.md': report(`titel: Alles auf Papier
datum: 2026-11-22
teaser: Was gedruckt wird, sagt auch, wohin es verweist.
rubrik: Rathaus
orte: [Krähwinkel, Schilda]
bild: {datei: bild.svg, alt: Ein Kreis., quelle: Stadt Krähwinkel}
links: [https://drucker.example/]`,
  `Die Anleitung steht im [Handbuch](https://handbuch.example/druck) und unter https://nackt.example/seite.\n\n${'Der Rat hat lange über das Papier beraten und dann beschlossen, dass es weiß bleibt. '.repeat(90).replace(/(.{900}) /g, '$1\n\n')}\n`),
  'content/meldungen/papier/bild.svg': drawing(800, 500),
});
const pages = kinds(await addresses(town.folder));
const article = '/2026/11/papier/';
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve(town.folder)]); });
after(async () => { await browser.close(); await site.close(); await town.remove(); });

// printed gives the text of each sheet.
async function printed(address) {
  const page = await browser.newPage();
  await page.goto(site.base + address);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const { stdout, status } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  assert.equal(status, 0);
  return stdout.split('\f').slice(0, -1);
}

const count = (text, part) => text.split(part).length - 1;

for (const address of [article, `${article}druck/`]) test(`${address} on paper`, async () => {
  const sheets = await printed(address);
  assert.ok(sheets.length >= 2 && sheets.length <= 4, `${sheets.length} sheets`);
  sheets.forEach((text, i) => assert.match(text.trimEnd(), new RegExp(`\\b${i + 1}\\s?/\\s?${sheets.length}$`)));
  assert.match(sheets[0], /Die Anleitung steht/, 'the text begins below the picture');
  const all = sheets.join('\n').replace(/\s+/g, ' ');
  assert.ok(all.includes('Handbuch [https://handbuch.example/druck]'), 'a link tells its address');
  assert.equal(count(all, 'nackt.example/seite'), 1, 'an address that is its own text is told once');
  assert.ok(all.includes('kraehwinkel.example/2026/11/papier/'), 'the address of the page');
  assert.ok(all.includes('Stadt Krähwinkel'), 'the credit of the picture');
  for (const word of ['Menü', 'Suchen', 'Startseite', 'Aktuelle Meldungen', 'Weitergeben', 'Datenschutz', 'Anzeige', 'Weitere Meldungen', 'Zurück zur Meldung']) assert.ok(!all.includes(word), `${word} is of no use on paper`);
  const last = sheets.at(-1).trim().split('\n').length;
  assert.ok(last > 4, `the last sheet has more than a line or two: ${last}`);
});

test('every page on paper', two, (t) => each(t, pages, async (address) => {
  const sheets = await printed(address);
  sheets.forEach((text, i) => assert.match(text.trimEnd(), new RegExp(`\\b${i + 1}\\s?/\\s?${sheets.length}$`)));
  const foot = address.includes('barrierefreiheit') ? [] : ['Barriere melden']; // whose own words these are
  for (const word of ['Menü', 'Suchen', 'Anfangsbuchstaben', ...foot]) assert.ok(!sheets.join().includes(word), word);
  assert.ok(sheets.every((text) => text.trim().split('\n').length > 1), 'no sheet is empty');
}));
