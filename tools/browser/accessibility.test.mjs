// Every page type, light and dark, on a small phone and on a desk: no violation of WCAG 2.2 AA that axe can see, contrast as AAA wants it.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { addresses, kinds, serve } from './site.mjs';
import { axe, each, launch, two } from './chromium.mjs';

const pages = kinds(await addresses());
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await site.close(); });

test('there is a page of every type to look at', () => {
  for (const name of ['start', 'meldung', 'druck', 'rubrik', 'stichwoerter', 'stichwort', 'orte', 'ort', 'archiv', 'jahr', 'monat', 'suche', '404', 'impressum', 'datenschutz', 'barrierefreiheit', 'musterseite']) {
    assert.ok(pages.has(name), `no page of type ${name}`);
  }
});

for (const width of [320, 1440]) test(`axe finds nothing at ${width} px, by day and by night`, two, async (t) => {
  // axe itself is a script that the policy would refuse; the policy has its own test.
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', bypassCSP: true });
  await each(t, pages, async (address) => {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site.base + address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    const day = await axe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = await axe(page);
    await page.close();
    assert.deepEqual([...day.violations, ...night.violations], []);
    assert.ok(day.passes > 10 && night.passes > 10, 'axe did look');
  });
  await context.close();
});
