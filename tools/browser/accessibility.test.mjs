// Every page type, light and dark, on a small phone and on a desk: no violation of WCAG 2.2 AA that axe can see, no sideways scrolling.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { addresses, kinds, serve } from './site.mjs';
import { launch } from './chromium.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pages = kinds(await addresses());
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await site.close(); });

test('there is a page of every type to look at', () => assert.ok(pages.length >= 12, `only ${pages}`));

for (const colorScheme of ['light', 'dark']) for (const width of [320, 1440]) {
  test(`axe finds nothing, ${colorScheme}, ${width} px`, async (t) => {
    // axe itself is a script that the policy would refuse; the policy has its own test.
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
    const page = await context.newPage();
    for (const address of pages) await t.test(address, async () => {
      await page.goto(site.base + address);
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      await page.addScriptTag({ content: axe });
      const result = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, rules: { 'target-size': { enabled: true } } }), tags);
      const found = result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)} — ${v.nodes[0].failureSummary}`);
      assert.deepEqual(found, []);
      assert.ok(result.passes.length > 10, 'axe did look');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
    });
    await context.close();
  });
}
