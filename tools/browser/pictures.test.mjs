// A browser takes the version of a picture that fits its place: sizes in templates say what the style sheet does.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addresses, folder, serve } from './site.mjs';
import { launch } from './chromium.mjs';

let browser, site;
const pages = [];

before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
  for (const address of await addresses()) {
    const file = address.endsWith('/') ? address + 'index.html' : address;
    if (pages.length < 8 && /<img[^>]* srcset=/.test(await readFile(join(folder, file), 'utf8'))) pages.push(address);
  }
});
after(async () => { await browser.close(); await site.close(); });

for (const [width, deviceScaleFactor] of [[360, 1], [360, 3], [768, 2], [1100, 1], [1440, 1], [1440, 2], [2200, 1]]) {
  test(`pictures at ${width} px, ${deviceScaleFactor} dots a pixel`, async () => {
    assert.ok(pages.length > 2, 'there are pages with pictures');
    const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor });
    for (const address of pages) {
      const page = await context.newPage();
      await page.goto(site.base + address);
      const pictures = await page.evaluate(async () => {
        const all = [...document.querySelectorAll('main img')].filter((img) => img.checkVisibility());
        for (const img of all) { img.loading = 'eager'; await img.decode(); }
        return all.map((img) => ({
          at: img.currentSrc, shown: img.getBoundingClientRect().width, natural: img.naturalWidth, sized: img.hasAttribute('width') && img.hasAttribute('height'),
          widths: (img.srcset.match(/ (\d+)w/g) ?? []).map((w) => parseInt(w)),
        }));
      });
      for (const p of pictures) {
        assert.ok(p.natural > 0 && p.sized, `${address}: ${p.at} is there and has its size`);
        if (!p.widths.length) continue;
        const taken = parseInt(p.at.match(/-(\d+)\.\w+$/)[1]), needed = p.shown * deviceScaleFactor, largest = Math.max(...p.widths);
        assert.ok(taken >= 0.75 * Math.min(needed, largest), `${address}: ${p.at} is too small for ${needed} pixels`);
        const enough = Math.min(...p.widths.filter((w) => w >= Math.min(1.1 * needed, largest)));
        assert.ok(taken <= enough, `${address}: ${p.at} is more than the ${needed} pixels of its place, ${enough} is enough`);
      }
      await page.close();
    }
    await context.close();
  });
}
