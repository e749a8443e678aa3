// What a screen reader is told: the accessibility tree of each page type of a small town, kept in trees/. UPDATE=1 writes them anew; read them before keeping them.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { addresses, kinds, serve } from './site.mjs';
import { each, launch, two } from './chromium.mjs';
import { build, krähwinkel } from './town.mjs';

const golden = new URL('trees/', import.meta.url);
const town = await build(krähwinkel);
const pages = kinds(await addresses(town.folder));
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve(town.folder)]); await mkdir(golden, { recursive: true }); });
after(async () => { await browser.close(); await site.close(); await town.remove(); });

// What says nothing by itself: its children are told in its place.
const silent = new Set(['none', 'generic', 'InlineTextBox', 'StaticText', 'LineBreak', 'RootWebArea', 'ListMarker', 'HeaderAsNonLandmark', 'FooterAsNonLandmark', 'LabelText', 'LayoutTableRow']);
// What is read as a line of its own; the words between are joined.
const inline = new Set(['strong', 'emphasis', 'time', 'Abbr', 'superscript', 'subscript', 'mark']);
const states = ['level', 'expanded', 'disabled', 'checked', 'required', 'invalid', 'roledescription'];

// lines tells a tree, one thing a line, as it is read.
function lines(nodes) {
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const out = [];
  let words = '', at = 0;
  const flush = () => { if (words.trim()) out.push('  '.repeat(at) + words.replace(/\s+/g, ' ').trim()); words = ''; };
  const tell = (node, depth) => {
    const role = node.role?.value ?? 'none', name = (node.name?.value ?? '').replaceAll('\u00ad', '·').replaceAll('\u00a0', '~').trim();
    const inner = () => { for (const id of node.childIds ?? []) if (byId.has(id)) tell(byId.get(id), depth + (silent.has(role) || node.ignored || inline.has(role) ? 0 : 1)); };
    if (role === 'StaticText' && !node.ignored) { if (!words) at = depth; words += ' ' + name; return; }
    if (node.ignored || silent.has(role) || inline.has(role)) { inner(); return; }
    flush();
    const said = states.map((s) => node.properties?.find((p) => p.name === s)?.value.value).map((v, i) => (v === undefined || v === false || v === 'false' || role === 'listitem' ? '' : ` ${states[i]}=${v}`)).join('');
    out.push(`${'  '.repeat(depth)}[${role}]${said}${name ? ` ${name}` : ''}`);
    const from = out.length;
    inner();
    flush();
    // A link or heading whose content is nothing but its name is told once.
    if (out.length === from + 1 && out[from].trim() === name.replace(/\s+/g, ' ')) out.pop();
  };
  tell(nodes[0], 0);
  flush();
  return out.join('\n') + '\n';
}

test('pages as they are read', two, (t) => each(t, pages, async (address, name) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(site.base + address);
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  // The tree does not tell aria-current: the page does.
  const current = await page.evaluate(() => [...document.querySelectorAll('[aria-current]')].map((e) => `${e.textContent.trim()}: ${e.getAttribute('aria-current')}`));
  const language = await page.evaluate(() => [...document.querySelectorAll('[lang]')].map((e) => `${e.localName} ${e.lang}`));
  const text = `${address}\n${await page.title()}\nlang: ${language.join(', ')}\n${current.length ? `aria-current: ${current.join(', ')}\n` : ''}\n${lines(nodes)}`;
  const file = new URL(`${name}.txt`, golden);
  if (process.env.UPDATE) await writeFile(file, text);
  assert.equal(text, await readFile(file, 'utf8').catch(() => ''), 'UPDATE=1 writes the tree anew; read it first');
  await page.context().close();
}));

test('there is no tree of a page that is gone', async () => {
  assert.deepEqual((await readdir(golden)).sort(), [...pages.keys()].map((n) => `${n}.txt`).sort());
});
