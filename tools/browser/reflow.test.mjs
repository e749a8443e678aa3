// Every page type at every width, with a browser's large text, with the spacing of WCAG 1.4.12, and at 400 % zoom: nothing sticks out, nothing is cut off.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { addresses, kinds, serve } from './site.mjs';
import { each, launch, overflow, two } from './chromium.mjs';

const pages = kinds(await addresses());
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await site.close(); });

// widths looks at the open page at each width.
async function widths(page, all, what) {
  const found = [];
  for (const width of all) {
    await page.setViewportSize({ width, height: 256 });
    for (const words of await overflow(page)) found.push(`${what}, ${width} px: ${words}`);
  }
  return found;
}

test('every page fits', two, (t) => each(t, pages, async (address) => {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(site.base + address);
  await page.evaluate(() => { document.querySelectorAll('details').forEach((d) => { d.open = true; }); return document.fonts.ready; });
  const found = await widths(page, [320, 480, 768, 1024, 1279, 1280, 2200], 'as it is'); // 320 is 1280 at 400 %
  const large = await page.addStyleTag({ content: 'html{font-size:200%}' });
  found.push(...await widths(page, [640, 768, 1024, 1440], 'text at 200 %'));
  await large.evaluate((e) => e.remove());
  await page.addStyleTag({ content: spacing });
  found.push(...await widths(page, [320, 768, 1280], 'spacing of 1.4.12'));
  assert.deepEqual(found, []);
  await context.close();
}));
