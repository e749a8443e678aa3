// Makes docs/screenshots anew: make screenshots. Pages that the site does not have are left out.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { addresses, kinds, serve } from './site.mjs';
import { launch } from './chromium.mjs';

const target = new URL('../../docs/screenshots/', import.meta.url);
const pictures = [
  ['start', 1440, 'light'], ['start', 360, 'dark'], ['start', 768, 'light'], ['meldung', 1440, 'light'], ['meldung', 360, 'light'], ['meldung', 1440, 'dark'],
  ['rubrik', 1440, 'light'], ['stichwoerter', 1440, 'light'], ['termine', 1440, 'dark'], ['kommunen', 768, 'light'], ['suche', 360, 'light'], ['404', 1440, 'light'],
  ['meldung', 768, 'forced'], ['druck', 794, 'print'],
];
const pages = kinds(await addresses());
const [browser, site] = await Promise.all([launch(), serve()]);

await mkdir(target, { recursive: true });
for (const old of await readdir(target)) await rm(new URL(old, target));
for (const [name, width, mode] of pictures.filter(([name]) => pages.has(name))) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 }, reducedMotion: 'reduce', colorScheme: mode === 'dark' ? 'dark' : 'light', forcedColors: mode === 'forced' ? 'active' : 'none',
  });
  const page = await context.newPage();
  for (let i = 0; i < 2; i++) await page.goto(site.base + pages.get(name), { waitUntil: 'networkidle' }); // the second time, fonts are there at once
  if (mode === 'print') await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => document.fonts.ready);
  const client = await context.newCDPSession(page);
  const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await writeFile(new URL(`${name}-${width}-${mode}.webp`, target), Buffer.from(data, 'base64'));
  await context.close();
}
await browser.close();
await site.close();
