// Keyboard alone, without scripts: skip link, menu, search and all links are reached in the order in which they stand, and one always sees where one is.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { addresses, kinds, serve } from './site.mjs';
import { launch } from './chromium.mjs';

const pages = kinds(await addresses());
let browser, site;

before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await site.close(); });

const open = async (options, address) => {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(site.base + address);
  return page;
};

const focused = (page) => page.locator(':focus');

test('the first stop is the skip link, which is seen and leads to the content', async () => {
  for (const [name, address] of pages) {
    if (name === 'druck') continue; // is nothing but content
    const page = await open({ viewport: { width: 360, height: 780 } }, address);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page).getAttribute('class'), 'skip', name);
    const box = await focused(page).boundingBox();
    assert.ok(box.y >= 0 && box.height >= 24 && box.width >= 24, `${name}: the skip link is at ${JSON.stringify(box)}`);
    await page.keyboard.press('Enter');
    assert.ok(page.url().endsWith('#inhalt'), name);
    await page.keyboard.press('Tab');
    const inside = await page.locator('main :focus, footer :focus').count();
    assert.equal(inside, 1, `${name}: after the skip link, the next stop is in the content`);
    await page.context().close();
  }
});

test('on a phone, the menu opens and closes by keyboard, and the search is in it', async () => {
  const page = await open({ viewport: { width: 360, height: 780 } }, pages.get('meldung'));
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab'); // skip link, name, menu
  assert.equal(await focused(page).evaluate((e) => e.localName), 'summary');
  assert.equal(await page.locator('#q').isVisible(), false);
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.nav a').first().isVisible());
  const links = await page.locator('.nav a').count();
  for (let i = 0; i <= links; i++) await page.keyboard.press('Tab');
  assert.equal(await focused(page).getAttribute('id'), 'q', 'the search box follows the links');
  await page.keyboard.type('Breitband');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/suche\/\?q=Breitband$/);
  await page.context().close();
});

test('on a desk, the links of the menu and the search are reached at once', async () => {
  const page = await open({ viewport: { width: 1440, height: 900 } }, pages.get('meldung'));
  const links = await page.locator('.nav a').count();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
  assert.ok(await focused(page).evaluate((e) => e.matches('.nav a')), 'the button “Menü” is no stop where the menu is open anyway');
  for (let i = 0; i < links; i++) await page.keyboard.press('Tab');
  assert.equal(await focused(page).getAttribute('id'), 'q');
  await page.context().close();
});

for (const colorScheme of ['light', 'dark']) for (const width of [360, 1440]) {
  test(`whatever is focused has a ring, ${colorScheme}, ${width} px`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
    const page = await context.newPage();
    for (const [name, address] of pages) {
      await page.goto(site.base + address);
      const found = await page.evaluate(() => {
        const focus = getComputedStyle(document.documentElement).getPropertyValue('--focus').trim();
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = focus;
        const color = getComputedStyle(probe).color;
        const wrong = [], order = [];
        for (const e of document.querySelectorAll('a[href], input:enabled, button, summary, [tabindex="0"]')) {
          if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
          e.focus({ focusVisible: true });
          const style = getComputedStyle(e), box = e.getBoundingClientRect();
          if (document.activeElement !== e) wrong.push(`${e.outerHTML.slice(0, 80)} takes no focus`);
          else if (style.outlineStyle !== 'solid' || parseFloat(style.outlineWidth) < 2 || style.outlineColor !== color) wrong.push(`${e.outerHTML.slice(0, 80)}: ${style.outline}`);
          // An ancestor that cuts off what sticks out would cut off the ring.
          for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
            if (getComputedStyle(p).overflow !== 'visible' && p.getBoundingClientRect().left > box.left - 3 && !p.matches('.vh')) wrong.push(`the ring of ${e.outerHTML.slice(0, 80)} is cut off by ${p.localName}.${p.className}`);
          }
          order.push(e.tabIndex);
        }
        return { wrong, order: order.filter((i) => i > 0) };
      });
      assert.deepEqual(found, { wrong: [], order: [] }, name);
    }
    await context.close();
  });
}
