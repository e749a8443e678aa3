// The preview, as an editor sees it: who saves sees the page without a click, where he was reading; mistakes come and go above it.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from './chromium.mjs';

const program = resolve(process.env.STADTBOTE_PROGRAM ?? '../../dist/stadtbote');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paragraphs = Array.from({ length: 60 }, (_, i) => `Absatz ${i + 1} über den Tee im Rathaus von Krähwinkel, der nie ausgeht.`).join('\n\n');
const article = (title, date, more = '', end = '') => `---\ntitel: ${title}\ndatum: ${date}\nteaser: Im Rathaus gibt es Tee.\nrubrik: Rathaus\n${more}---\n${paragraphs}\n\n${end}\n`;
let folder, browser, child, base;

const save = (name, text) => writeFile(join(folder, 'content/meldungen', name), text);

// start runs the preview and returns when it tells its address.
async function start(...flags) {
  child = spawn(program, ['serve', '--source', folder, '--port', '0', ...flags], { env: { ...process.env, LANG: 'de_DE.UTF-8' } });
  let said = '';
  child.stderr.on('data', (d) => { said += d; });
  base = await new Promise((ready, failed) => {
    child.stdout.on('data', (d) => { said += d; const found = /http:\/\/\S+?(?=\/\n)/.exec(said); if (found) ready(found[0]); });
    child.on('exit', () => failed(new Error(said)));
  });
}

const stop = () => new Promise((done) => { child.removeAllListeners('exit'); child.on('exit', done); child.kill('SIGINT'); });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vorschau-'));
  await mkdir(join(folder, 'content/meldungen'), { recursive: true });
  await writeFile(join(folder, 'stadtbote.yaml'), 'title: Krähwinkel\nbase_url: https://kraehwinkel.example/\n');
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01'));
  await save('kaffee.md', article('Der Kaffee folgt', '2024-02-01', 'entwurf: ja\n'));
  browser = await launch();
  await start();
});
after(async () => { await stop(); await browser.close(); await rm(folder, { recursive: true }); });

test('an edit is seen without a click, and the page stays where it was read', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
  const said = [];
  page.on('console', (m) => said.push(m.text()));
  page.on('pageerror', (e) => said.push(String(e)));
  await page.goto(base + '/2024/03/tee/');
  await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
  for (const edit of ['Der erste Nachtrag.', 'Der zweite Nachtrag.']) {
    await save('tee.md', article('Der Tee ist fertig', '2024-03-01', '', edit));
    await page.getByText(edit).waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
  }
  assert.deepEqual(said, []);
  await page.close();
});

test('a mistake comes above the page and goes, without a click and without a reload', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
  await page.goto(base + '/2024/03/tee/');
  await page.evaluate(() => { window.untouched = true; scrollTo({ top: 900, behavior: 'instant' }); document.querySelector('a[href]').focus({ preventScroll: true }); });
  await save('tee.md', article('Der Tee ist fertig', 'bald'));
  const alert = page.getByRole('alert');
  await alert.waitFor();
  for (const words of ['content/meldungen/tee.md, Zeile 3, Spalte 8', '„bald“ ist kein Datum', 'Abhilfe:']) assert.ok((await alert.innerText()).includes(words), words);
  assert.ok(await page.evaluate(() => document.querySelector('stadtbote-preview').shadowRoot.activeElement?.matches('section')), 'the keyboard is there');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.querySelector('stadtbote-preview').shadowRoot.activeElement?.textContent), 'Schließen');
  await page.evaluate(axe);
  const seen = await page.evaluate(() => window.axe.run({ include: [['stadtbote-preview']] }));
  assert.deepEqual(seen.violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01', '', 'Der zweite Nachtrag.'));
  await alert.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => scrollY), 900);
  assert.ok(await page.evaluate(() => window.untouched), 'the page was not loaded again');
  assert.ok(await page.evaluate(() => document.activeElement.matches('a[href]')), 'the keyboard is where it was');
  await page.close();
});

test('Escape takes the mistake away until another one comes', async () => {
  const page = await browser.newPage();
  await page.goto(base + '/2024/03/tee/');
  await save('tee.md', article('Der Tee ist fertig', 'bald'));
  const alert = page.getByRole('alert');
  await alert.waitFor();
  await page.keyboard.press('Escape');
  await alert.waitFor({ state: 'hidden' });
  await save('tee.md', article('Der Tee ist fertig', 'demnächst'));
  await alert.waitFor();
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01'));
  await alert.waitFor({ state: 'detached' });
  await page.close();
});

test('without scripts, the mistake stands in the page', async () => {
  await save('tee.md', article('Der Tee ist fertig', 'bald'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(base + '/2024/03/tee/');
  for (const start = Date.now(); Date.now() - start < 5000 && !(await page.getByRole('alert').count()); await page.reload());
  assert.ok(await page.getByRole('alert').isVisible());
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01'));
  await context.close();
});

test('an edit is seen in every window, however many are open', async () => {
  const pages = [];
  for (let i = 0; i < 7; i++) pages.push(await browser.newPage());
  for (const page of pages) await page.goto(base + '/2024/03/tee/');
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01', '', 'In allen Fenstern.'));
  for (const page of pages) await page.getByText('In allen Fenstern.').waitFor({ state: 'attached' });
  for (const page of pages) await page.close();
});

test('a mistake is told even where the address is none', async () => {
  const page = await browser.newPage();
  await page.goto(base + '/%E4%ff/');
  await save('tee.md', article('Der Tee ist fertig', 'bald'));
  await page.getByRole('alert').waitFor();
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01'));
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.close();
});

test('a template that fails leaves the page that was there, with the mistake above it', async () => {
  const page = await browser.newPage();
  await page.goto(base + '/2024/03/tee/');
  await mkdir(join(folder, 'templates'));
  await writeFile(join(folder, 'templates/article.html'), '{{ define "main" }}{{ .Gibtesnicht }}{{ end }}');
  await page.getByRole('alert').filter({ hasText: 'templates/article.html, Zeile 1' }).waitFor();
  assert.ok(await page.getByText('Absatz 7 ').isVisible());
  await rm(join(folder, 'templates'), { recursive: true });
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.close();
});

test('a draft is marked', async () => {
  const page = await browser.newPage();
  await page.goto(base + '/2024/02/kaffee/');
  assert.equal(await page.getByRole('note').filter({ hasText: 'Entwurf' }).innerText(), 'Entwurf · nur in der Vorschau zu sehen');
  await page.close();
});

test('with --navigate the browser goes to the article that changed', async () => {
  await stop();
  await start('--navigate');
  const page = await browser.newPage();
  await page.goto(base + '/');
  await page.waitForTimeout(100);
  await save('tee.md', article('Der Tee ist fertig', '2024-03-01', '', 'Der dritte Nachtrag.'));
  await page.waitForURL('**/2024/03/tee/');
  await page.getByText('Der dritte Nachtrag.').waitFor({ state: 'attached' });
  await page.close();
});

test('Ctrl+C ends the preview at once, while pages are open', async () => {
  const page = await browser.newPage();
  await page.goto(base + '/');
  const begin = Date.now();
  assert.equal(await stop(), 0);
  assert.ok(Date.now() - begin < 2000, `${Date.now() - begin} ms`);
  await page.close();
  await start();
});
