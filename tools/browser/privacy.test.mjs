// A page asks no one but its own host, stores nothing, says nothing on the console, and needs no script: under a strict policy.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { addresses, kinds, serve } from './site.mjs';
import { each, launch } from './chromium.mjs';

const pages = kinds(await addresses());
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await site.close(); });

test('every page keeps to itself', { concurrency: 4 }, (t) => each(t, pages, async (address) => {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const foreign = [], said = [], failed = [];
  page.on('request', (r) => { if (!r.url().startsWith(site.base) && !r.url().startsWith('data:')) foreign.push(r.url()); });
  page.on('console', (m) => said.push(m.text()));
  page.on('pageerror', (e) => said.push(String(e)));
  page.on('response', (r) => { if (r.status() >= 400) failed.push(`${r.status()} ${r.url()}`); });
  await page.goto(site.base + address, { waitUntil: 'networkidle' });
  assert.deepEqual(foreign, [], 'requests to other hosts');
  assert.deepEqual(failed, [], 'files that are missing');
  assert.deepEqual(said, [], 'console messages, refused inline styles and scripts among them');
  assert.deepEqual(await context.cookies(), [], 'cookies');
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, 'storage');
  await context.close();
}));
