// What editors do to a layout: headlines and words without end, no picture or a very tall one, five hundred reports, a section with none, another language.
// The pages still fit, are read well, and break their words where German does.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { serve } from './site.mjs';
import { axe, each, launch, overflow, two } from './chromium.mjs';
import { build, drawing, report } from './town.mjs';

const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'; // 63 letters
const long = 'Der Rat der Stadt hat in seiner letzten Sitzung vor der Sommerpause nach langer Beratung und gegen die Stimmen zweier Fraktionen beschlossen, den Marktplatz im kommenden Jahr nun doch neu pflastern zu lassen';
const files = {
  'stadtbote.yaml': `title: Verwaltungsgemeinschaft Oberwiesengrundhausen am Muster
description: ${'Was hier geschieht. '.repeat(20)}
base_url: https://oberwiesengrundhausen.example/
everywhere: Bundesweit
sections: [{name: Rathaus}, {name: Leer}, {name: Bekanntmachungen und Satzungsänderungen}]
navigation:
${['Rathaus', 'Satzungen', 'Bürgerinformationssystem', 'Termine', 'Kommunen', 'Stichwörter', 'Orte', 'Archiv'].map((t) => `  - {title: ${t}, url: /archiv/}`).join('\n')}
publisher: {name: Amt, email: amt@oberwiesengrundhausen.example}
outputs: {pdf: false}
`,
  'content/meldungen/wort.md': report(`titel: ${word}\ndatum: 2026-11-01\nteaser: Ein Wort.\nrubrik: Rathaus\norte: [Oberwiesengrundhausen, Hohenstein-Ernstthal, Bad Neuenahr-Ahrweiler, Ludwigshafen am Rhein, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch]\nstichwörter: [${word}]`),
  'content/meldungen/lang.md': report(`titel: ${long}\ndachzeile: Gemeinsame Pressemitteilung der Arbeitsgemeinschaft der kommunalen Spitzenverbände\ndatum: 2026-11-02\nteaser: ${'Das steht im Vorspann. '.repeat(44)}\nrubrik: Bekanntmachungen und Satzungsänderungen\nstichwörter: [Pflaster]`,
    `## ${word}\n\n${word} ${word}\n\n| ${word} | B | C | D | E | F |\n|---|---|---|---|---|---|\n| ${word} | ${word} | c | d | e | f |\n\n\`\`\`\n${'x'.repeat(300)}\n\`\`\`\n\nhttps://www.example.org/${'pfad/'.repeat(40)}\n\n> ${word}\n>\n> — ${word}\n`),
  'content/meldungen/turm/index.md': report('titel: Der Turm\ndatum: 2026-11-03\nteaser: Er ist hoch.\nrubrik: Rathaus\norte: [Oberwiesengrundhausen]\nbild: {datei: turm.svg, alt: Ein Turm., unterschrift: Der Turm., quelle: Amt}'),
  'content/meldungen/turm/turm.svg': drawing(4000, 6000),
  'content/meldungen/english.md': report('titel: Counterrevolutionaries of the municipal telecommunication infrastructures\ndatum: 2026-11-04\nteaser: In English.\nrubrik: Rathaus\nsprache: en', 'It is raining.\n'),
  ...Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`content/meldungen/viele/${i}.md`, report(`titel: Meldung ${i + 1}\ndatum: 20${10 + (i % 15)}-0${1 + (i % 9)}-11\nteaser: Kurz.\nrubrik: Rathaus\nstichwörter: [Wasser]`)])),
};
const pages = {
  'the start page': '/', 'a word of 63 letters': `/2026/11/wort/`, 'a headline of 200 letters, a teaser of 1,000': '/2026/11/lang/', 'a picture of 6,000 px': '/2026/11/turm/',
  'an article in English': '/2026/11/english/', 'a tag with 500 articles': '/stichwoerter/wasser/', 'page 13 of it': '/stichwoerter/wasser/seite/13/', 'a section with none': '/rubriken/leer/',
  'an index with long names': '/stichwoerter/', 'places with long names': '/orte/', 'an archive of 17 years': '/archiv/', 'a print version': '/2026/11/lang/druck/',
};
const town = await build(files);
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve(town.folder)]); });
after(async () => { await browser.close(); await site.close(); await town.remove(); });

test('pages with too much of everything fit and can be read', two, (t) => each(t, Object.entries(pages), async (address) => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const answer = await page.goto(site.base + address);
  assert.equal(answer.status(), 200);
  await page.evaluate(() => { document.querySelectorAll('details').forEach((d) => { d.open = true; }); return document.fonts.ready; });
  assert.deepEqual((await axe(page)).violations, []);
  const found = [];
  for (const width of [320, 768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const words of await overflow(page)) found.push(`${width} px: ${words}`);
  }
  assert.deepEqual(found, []);
  await context.close();
}));

test('long words of headlines and signs are divided by hyphens, in the heading alone', async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto(site.base + '/2026/11/wort/');
  const heading = page.locator('h1');
  assert.ok((await heading.textContent()).includes('\u00ad'));
  assert.ok(!(await page.title()).includes('\u00ad'));
  for (const selector of ['meta[property="og:title"]', 'script[type="application/ld+json"]']) assert.ok(!(await page.locator(selector).evaluate((e) => e.outerHTML)).includes('\u00ad'), selector);
  const lines = await heading.evaluate((e) => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight)));
  assert.ok(lines >= 3 && lines <= 5, `${lines} lines`);
  assert.ok((await page.locator('.sign--big').textContent()).includes('\u00ad'));
  await page.context().close();
});

test('a name of 18 letters stays on one line of its sign, on a tablet and on a desk', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.base + '/2026/11/turm/');
  await page.locator('.sign--big').evaluate((e) => { e.textContent = 'Schönhausen-am-See'; });
  for (const width of [360, 768, 900, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const { height, line } = await page.locator('.sign--big').evaluate((e) => ({ height: e.clientHeight - parseFloat(getComputedStyle(e).paddingTop) * 2, line: parseFloat(getComputedStyle(e).lineHeight) }));
    assert.ok(height < 1.5 * line, `${width} px: ${height} px high, a line has ${line}`);
  }
  const picture = await page.locator('.picture img').boundingBox();
  assert.ok(picture.height <= 1200, `the tall picture is ${picture.height} px high`);
  await page.context().close();
});
