// Decap CMS, the package itself, in a real browser with the configuration that "stadtbote cms" writes: it finds nothing wrong,
// shows every collection and field, and what it saves is a report that builds without a finding.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { repository, run, site } from './stadtbote.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.yml': 'text/yaml; charset=utf-8', '.wasm': 'application/wasm' };
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
});
after(() => browser.close());

const freePort = () => new Promise((done) => {
  const socket = createSocket().listen(0, '127.0.0.1', () => { const { port } = socket.address(); socket.close(() => done(port)); });
});

// serve answers from a folder on loopback.
async function serve(t, folder) {
  const server = createServer((request, response) => {
    let name = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (name.endsWith('/')) name += 'index.html';
    if (!existsSync(name)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' }).end(readFileSync(name));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}

// newSite makes a site with an editor in the browser that saves by "proxy", Decap's own server for trying it out.
async function newSite(t, ...flags) {
  const folder = site(t, {
    'stadtbote.yaml': 'title: Musterstadt\nbase_url: https://www.musterstadt.example/\nsections: [{name: Politik}, {name: Kultur}]\n',
    'data/redaktion.yaml': 'em: Erika Muster\n',
    'data/impressum.yaml': readFileSync(join(repository, 'data/impressum.yaml'), 'utf8'),
    'data/stichwoerter.yaml': '- {name: Deutsche Telekom}\n',
  });
  run(folder, 'cms', ...flags);
  cpSync(join(import.meta.dirname, 'lib'), join(folder, 'static/admin'), { recursive: true });
  return folder;
}

// open opens the editor and notes what it complains of and whom it asks.
async function open(t, folder, proxy) {
  if (proxy) {
    const config = join(folder, 'static/admin/config.yml');
    writeFileSync(config, readFileSync(config, 'utf8').replace('local_backend: true', `local_backend: {url: "http://localhost:${proxy}/api/v1"}`));
  }
  const base = await serve(t, join(folder, 'static'));
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'de-DE' });
  t.after(() => page.close());
  const complaints = [], strangers = [];
  page.on('console', (m) => { if (m.type() === 'error' && !m.text().includes('favicon')) complaints.push(m.text()); });
  page.on('pageerror', (e) => complaints.push(String(e)));
  page.on('request', (r) => { if (!/^(http:\/\/localhost:|data:|blob:)/.test(r.url())) strangers.push(r.url()); });
  await page.goto(base + '/admin/');
  return { page, complaints, strangers };
}

async function startProxy(t, folder) {
  const port = await freePort();
  const server = spawn(process.execPath, [join(import.meta.dirname, 'node_modules/decap-server/dist/index.js')], {
    env: { ...process.env, PORT: String(port), GIT_REPO_DIRECTORY: folder, MODE: 'fs', LOG_LEVEL: 'error' }, stdio: 'inherit',
  });
  t.after(() => server.kill());
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(`http://localhost:${port}/api/v1`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"action":"info"}' });
      return port;
    } catch { await new Promise((r) => setTimeout(r, 100)); }
  }
  throw new Error('decap-server does not answer');
}

test('a report is written in the browser, saved, and builds without a finding', { timeout: 180_000 }, async (t) => {
  const folder = await newSite(t);
  const { page, complaints, strangers } = await open(t, folder, await startProxy(t, folder));
  await page.getByRole('button', { name: /login|anmelden/i }).click();
  for (const label of ['Meldungen', 'Seiten', 'Termine']) await page.getByRole('link', { name: label, exact: true }).waitFor();
  await page.getByRole('link', { name: 'Meldungen', exact: true }).click();
  await page.locator('a[href$="/collections/meldungen/new"]').click();
  await page.locator('[id^="titel-field"]').waitFor();

  const config = parse(readFileSync(join(folder, 'static/admin/config.yml'), 'utf8'));
  const reports = config.collections.find((c) => c.name === 'meldungen');
  await page.locator('[id^="titel-field"]').fill('Brücke: „frei“ ab Montag');
  const shown = await page.locator('label').allTextContents();
  for (const field of reports.fields) {
    assert.ok(shown.some((text) => text.startsWith(field.label)), `no field ${field.label}: ${shown.join(' | ')}`);
  }
  await page.locator('[id^="teaser-field"]').fill('Nach vier Monaten rollt der Verkehr wieder.');
  await page.locator('[id^="stichwörter-field"]').fill('Deutsche Telekom, Brücke');
  await page.locator('[id^="rubrik-field"]').fill('Kultur');
  await page.keyboard.press('Enter');
  await page.locator('[id^="quelle-field"]').count().then((n) => assert.equal(n, 0)); // no picture until one is added
  await page.locator('[id^="entwurf-field"]').click();
  await page.locator('[contenteditable="true"]').last().click();
  await page.keyboard.type('Seit Montag ist die Brücke am Markt wieder frei.');
  await page.screenshot({ path: process.env.STADTBOTE_SHOT ?? '/dev/null', fullPage: true, type: 'png' });
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByRole('menuitem', { name: /Jetzt veröffentlichen/ }).first().click();

  const year = new Date().toISOString().slice(0, 4);
  const reportsFolder = join(folder, 'content/meldungen', year);
  for (let i = 0; i < 100 && !existsSync(reportsFolder); i++) await new Promise((r) => setTimeout(r, 100));
  const [name] = readdirSync(reportsFolder);
  assert.match(name, new RegExp(`^${year}-\\d\\d-\\d\\d-brücke-„frei“-ab-montag$`));
  const saved = readFileSync(join(reportsFolder, name, 'index.md'), 'utf8');
  const matter = parse(saved.split('---\n')[1]);
  assert.equal(matter.titel, 'Brücke: „frei“ ab Montag');
  assert.equal(matter.rubrik, 'Kultur');
  assert.deepEqual(matter['stichwörter'], ['Deutsche Telekom', 'Brücke']);
  assert.ok(!('ablauf' in matter) && !('sperrfrist' in matter), saved);
  run(folder, 'build', '--strict', '--quiet'); // throws if anything is found
  assert.ok(existsSync(join(folder, `public/${year}/${name.slice(5, 7)}/bruecke-frei-ab-montag/index.html`)));
  assert.deepEqual(complaints, []);
  assert.deepEqual(strangers, []);
});

test('what is there is listed, a file or a folder with index.md, and is saved where it lies, its picture beside it', { timeout: 180_000 }, async (t) => {
  const folder = await newSite(t);
  const report = (title) => `---\ntitel: ${title}\ndatum: 2026-03-01\nteaser: Das hat der Rat am Dienstag beschlossen.\nrubrik: Kultur\n---\n\nText.\n`;
  const files = { 'alt.md': 'Ganz oben', '2026/flach.md': 'Eine Datei', '2026/buendel/index.md': 'Ein Ordner' };
  for (const [name, title] of Object.entries(files)) {
    mkdirSync(join(folder, 'content/meldungen', dirname(name)), { recursive: true });
    writeFileSync(join(folder, 'content/meldungen', name), report(title));
  }
  const { page, complaints } = await open(t, folder, await startProxy(t, folder));
  await page.getByRole('button', { name: /login|anmelden/i }).click();
  await page.getByRole('link', { name: 'Meldungen', exact: true }).click();
  for (const title of Object.values(files)) await page.getByRole('heading', { name: title }).waitFor();
  await page.getByRole('heading', { name: 'Ein Ordner' }).click();
  await page.locator('[id^="teaser-field"]').fill('Das hat der Rat am Mittwoch beschlossen.');
  await page.getByRole('button', { name: /Eintrag hinzufügen/i }).first().click();
  await page.getByRole('button', { name: /^(Bild auswählen|Wähle ein Bild|Choose an image)/i }).first().click();
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.locator('input[type="file"]').first().setInputFiles({ name: 'rathaus.png', mimeType: 'image/png', buffer: pixel });
  const use = page.getByRole('button', { name: 'Ausgewähltes Element verwenden' });
  await use.click();
  await page.locator('[id^="alt-field"]').fill('Das Rathaus am Markt');
  await page.locator('[id^="quelle-field"]').last().fill('Stadt Musterstadt');
  await page.screenshot({ path: process.env.STADTBOTE_SHOT ?? '/dev/null', fullPage: true, type: 'png' });
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByRole('menuitem', { name: /Jetzt veröffentlichen/ }).first().click();

  const bundle = join(folder, 'content/meldungen/2026/buendel');
  const saved = () => readFileSync(join(bundle, 'index.md'), 'utf8');
  for (let i = 0; i < 100 && !saved().includes('Mittwoch'); i++) await new Promise((r) => setTimeout(r, 100));
  assert.equal(parse(saved().split('---\n')[1]).bild[0].datei, 'rathaus.png');
  assert.deepEqual(readdirSync(bundle), ['index.md', 'rathaus.png']);
  assert.deepEqual(readdirSync(join(folder, 'content/meldungen/2026')), ['buendel', 'flach.md']);
  for (const name of ['alt.md', '2026/flach.md']) assert.equal(readFileSync(join(folder, 'content/meldungen', name), 'utf8'), report(files[name]));
  run(folder, 'build', '--quiet');
  assert.match(readFileSync(join(folder, 'public/2026/03/buendel/index.html'), 'utf8'), /Das Rathaus am Markt/);
  assert.deepEqual(complaints, []);
});

test('every kind of article is asked all that its files can say, and drafts go through a workflow', { timeout: 180_000 }, async (t) => {
  const folder = await newSite(t, '--backend', 'test-repo');
  const config = parse(readFileSync(join(folder, 'static/admin/config.yml'), 'utf8'));
  writeFileSync(join(folder, 'static/admin/config.yml'), readFileSync(join(folder, 'static/admin/config.yml'), 'utf8').replace('local_backend: true', 'local_backend: false'));
  const { page, complaints, strangers } = await open(t, folder);
  await page.getByRole('button', { name: /login|anmelden/i }).click();
  await page.getByRole('link', { name: 'Arbeitsablauf' }).or(page.getByRole('link', { name: 'Workflow' })).first().waitFor();
  const forms = config.collections.flatMap((c) => (c.folder ? [{ ...c, at: `${c.name}/new` }] : c.files.map((f) => ({ ...f, at: `${c.name}/entries/${f.name}` }))));
  assert.deepEqual(forms.map((f) => f.name), ['meldungen', 'seiten', 'termine', 'impressum']);
  const imprint = readFileSync(join(folder, 'data/impressum.yaml'), 'utf8');
  await page.addInitScript((text) => { window.repoFiles = { data: { 'impressum.yaml': { content: text } } }; }, imprint); // what test-repo finds
  for (const collection of forms) {
    await page.goto(page.url().replace(/#.*/, `#/collections/${collection.at}`));
    await page.reload();
    await page.locator(`[id^="${collection.fields[0].name}-field"]`).first().waitFor();
    await page.waitForTimeout(500);
    const shown = await page.locator('label').allTextContents();
    for (const field of collection.fields) {
      assert.ok(shown.some((text) => text.startsWith(field.label)), `${collection.name}: no field ${field.label}: ${shown.join(' | ')}`);
    }
  }
  assert.deepEqual(complaints, []);
  assert.deepEqual(strangers, []);
});

test('a configuration with a mistake is complained of', { timeout: 60_000 }, async (t) => {
  const folder = await newSite(t, '--backend', 'test-repo');
  const file = join(folder, 'static/admin/config.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('folder: "content/meldungen"', 'folder: 3'));
  const { page } = await open(t, folder);
  await page.getByText(/folder' must be string/).first().waitFor({ timeout: 30_000 });
});
