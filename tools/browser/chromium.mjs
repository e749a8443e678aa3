// Debian's Chromium, told to talk to no one but the page.
import { chromium } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath, args: flags });

const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// axe looks at a page and tells what is wrong, and how many of its rules were content. The page's context must bypass the policy.
export async function axe(page) {
  await page.addScriptTag({ content: script });
  const result = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } } }), tags);
  return { violations: result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)} — ${v.nodes[0].failureSummary}`), passes: result.passes.length };
}

// each looks at every page in a test of its own, two at a time, for machines with two processors. Its test must allow that: two.
export const two = { concurrency: 2 };
export const each = (t, pages, look) => Promise.all([...pages].map(([name, address]) => t.test(name, () => look(address, name))));

// overflow tells by how many pixels a page is wider than its window, and what sticks out or is cut off.
export const overflow = (page) => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const clipped = [...document.querySelectorAll('a, p, h1, h2, h3, h4, td, th, dt, dd, li, summary, button, time, span')].filter((e) => {
    const { display, overflowX } = getComputedStyle(e);
    return e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 2 && display !== 'inline' && overflowX !== 'auto' && !e.closest('.vh, .scroll');
  }).map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`);
  return wide > 0 || clipped.length ? [`${wide} px wider than the window`, ...clipped] : [];
});
