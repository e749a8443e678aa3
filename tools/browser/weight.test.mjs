// What a first visit to an article costs, and that nothing moves when the fonts come late.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { addresses, kinds, serve } from './site.mjs';
import { each, launch } from './chromium.mjs';

const pages = kinds(await addresses());
let browser, site, slow;

before(async () => { [browser, site, slow] = await Promise.all([launch(), serve(), serve(undefined, { late: 800 })]); });
after(async () => { await browser.close(); await site.close(); await slow.close(); });

test('an article without its pictures is 90 KB at most over the wire, in one round of requests', async () => {
  const page = await (await browser.newContext()).newPage();
  const client = await page.context().newCDPSession(page);
  const requests = new Map();
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', (e) => requests.set(e.requestId, { url: e.request.url, type: e.type, by: e.initiator.type, from: e.initiator.url ?? '' }));
  client.on('Network.loadingFinished', (e) => { requests.get(e.requestId).bytes = e.encodedDataLength; });
  const address = site.base + pages.get('meldung');
  await page.goto(address, { waitUntil: 'networkidle' });
  const first = [...requests.values()].filter((r) => r.type !== 'Image' && !/\.(jpg|png|webp|svg|ico)$/.test(r.url));
  const bytes = first.reduce((sum, r) => sum + r.bytes, 0);
  assert.ok(first.length >= 4, `HTML, CSS and two fonts: ${first.map((r) => r.url)}`);
  assert.ok(bytes > 20_000 && bytes <= 90_000, `${bytes} bytes: ${first.map((r) => `${r.bytes} ${r.url}`).join(', ')}`);
  const [html] = await Promise.all([page.evaluate(() => fetch(location.href).then((r) => r.text())).catch(() => page.content())]);
  const chained = first.slice(1).filter((r) => !html.includes(new URL(r.url).pathname));
  const rare = chained.filter((r) => !/fonts\/sofia-(italic|text-ext|head-ext|italic-ext)/.test(r.url)); // only where a page has such letters
  assert.deepEqual(rare.map((r) => r.url), [], 'everything else is named in the HTML, so that all is asked for at once');
  const fonts = first.filter((r) => r.url.endsWith('.woff2')).reduce((sum, r) => sum + r.bytes, 0);
  assert.ok(fonts <= 60_000, `fonts: ${fonts} bytes`);
  await page.context().close();
});

for (const width of [360, 1440]) test(`nothing moves when fonts come 0.8 s late, ${width} px`, { concurrency: 6 }, (t) => each(t, pages, async (address, name) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shifts.push([e.value, e.sources.map((s) => s.node?.nodeName + '.' + s.node?.className).join(' ')]); }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(slow.base + address);
    assert.ok(await page.evaluate(() => document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').length >= 2)), `${name}: the fonts came`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
    const shifts = await page.evaluate(() => window.shifts);
    const total = shifts.reduce((sum, [value]) => sum + value, 0);
    assert.ok(total < 0.0005, `${name}: CLS ${total.toFixed(4)}: ${JSON.stringify(shifts)}`); // less is a letter's breadth in a line that stays a line
    await context.close();
}));
