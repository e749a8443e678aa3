// The colours of the style sheet, as readers get it: whatever is written, bordered or focused can be told from what is behind it, by day, by night and on paper.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files, folder } from './site.mjs';
import { contrast, rules, tokens } from './css.mjs';

const [sheet] = (await files('.css')).filter((f) => /^css\/site\./.test(f));
const css = await readFile(join(folder, sheet), 'utf8');
const all = rules(css);
const schemes = tokens(all);
const token = /var\((--[a-z-]+)\)/;

// Lines that only decorate: hairlines, the blue lines above and below a page, and the edge of a plate, which is told by the line and the text on it.
const decoration = ['--rule', '--plate'];

// pairs lists what the rules put on what: [front, ground, duty, selector].
function pairs() {
  const found = [];
  for (const { selector, declarations } of all) {
    const value = (property) => token.exec(declarations.get(property) ?? '')?.[1];
    const ground = value('background') ?? value('background-color') ?? '--paper';
    const color = value('color');
    if (color) found.push([color, ground, 'text', selector]);
    for (const [property, text] of declarations) {
      if (!/^(border|outline)/.test(property) || /(radius|style|width|collapse)$/.test(property)) continue;
      const front = token.exec(text)?.[1];
      if (front && schemes.day.has(front) && !decoration.includes(front)) found.push([front, selector.startsWith('.sigil') ? ground : '--paper', 'shape', selector]);
    }
    if (value('background') === '--stop') found.push(['--stop', '--sign', 'shape', selector], ['--stop', '--paper', 'shape', selector]);
  }
  return found;
}

test('the pairs are found in the rules', () => {
  const seen = new Set(pairs().map(([front, ground, duty]) => `${duty}: ${front} on ${ground}`));
  for (const want of ['text: --ink on --paper', 'text: --link on --paper', 'text: --soft on --paper', 'text: --on-plate on --plate', 'text: --on-sign on --sign',
    'shape: --edge on --paper', 'shape: --rim on --paper', 'shape: --focus on --paper', 'shape: --stop on --sign']) assert.ok(seen.has(want), `${want}: ${[...seen].join('; ')}`);
});

test('text has 7:1, borders, marks and the focus ring 3:1', () => {
  const low = [];
  for (const [scheme, colors] of Object.entries(schemes)) {
    for (const [front, ground, duty, selector] of pairs()) {
      assert.ok(colors.has(front) && colors.has(ground), `${selector}: ${front} or ${ground} is no colour of :root`);
      const ratio = contrast(colors.get(front), colors.get(ground));
      if (ratio < (duty === 'text' ? 7 : 3)) low.push(`${scheme}: ${front} on ${ground} has ${ratio.toFixed(2)} (${selector})`);
    }
  }
  assert.deepEqual([...new Set(low)], []);
});

test('colours stand among the tokens only', () => {
  const stray = all.filter((r) => r.selector !== ':root').flatMap((r) => [...r.declarations].filter(([, v]) => /#[\da-f]{3,6}\b|rgba?\(|hsla?\(/i.test(v)).map(([k, v]) => `${r.layer} ${r.selector}: ${k}: ${v}`));
  assert.deepEqual(stray.filter((s) => !s.startsWith('print ')), []);
});

test('the style sheet has no more than 20 KB, in layers, and nothing from elsewhere', () => {
  assert.ok(Buffer.byteLength(css) <= 20480, `${Buffer.byteLength(css)} bytes`);
  assert.deepEqual([...new Set(all.map((r) => r.layer))].sort(), ['base', 'components', 'layout', 'print', 'reset', 'tokens', 'utilities']);
  assert.doesNotMatch(css, /@import|https?:|\/\//);
});

// The document shows what was reckoned, not what someone typed.
test('docs/design.md has these colours and ratios', async () => {
  const { day, night } = schemes;
  const rows = ['| token | day | night | on | needed | day | night |', '|---|---|---|---|---|---|---|'];
  const seen = new Set();
  for (const [front, ground, duty] of pairs()) {
    if (seen.has(front + ground)) continue;
    seen.add(front + ground);
    const ratio = (colors) => (Math.floor(contrast(colors.get(front), colors.get(ground)) * 10) / 10).toFixed(1);
    rows.push(`| \`${front}\` | ${day.get(front)} | ${night.get(front)} | \`${ground}\` | ${duty === 'text' ? '7:1' : '3:1'} | ${ratio(day)} | ${ratio(night)} |`);
  }
  const file = new URL('../../docs/design.md', import.meta.url);
  const text = await readFile(file, 'utf8');
  const want = text.replace(/(<!-- Kontraste[^>]*-->\n)[\s\S]*?(\n<!-- Ende -->)/, (_, a, b) => a + rows.join('\n') + b);
  assert.match(text, /<!-- Kontraste[^>]*-->/);
  if (process.env.UPDATE) await writeFile(file, want);
  else assert.equal(text, want, 'UPDATE=1 writes the table anew');
});
