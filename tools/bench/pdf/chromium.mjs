// Prints pages of a site with one Chromium: node chromium.mjs SITE OUT, jobs on
// stdin. Writes the CPU milliseconds of each to stdout, those of all
// processes of the browser.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const require = createRequire(new URL('../../browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const [site, out] = process.argv.slice(2);
const types = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

const server = createServer((request, response) => {
  try {
    const data = readFileSync(join(site, decodeURI(new URL(request.url, 'http://site').pathname)));
    response.writeHead(200, { 'content-type': types[extname(request.url)] ?? 'application/octet-stream' }).end(data);
  } catch { response.writeHead(404).end(); }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

// Clock ticks, a hundredth of a second, of everything below this process.
function ticks() {
  const kids = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [parent, used] = [Number(fields[1]), fields.slice(11, 15).reduce((sum, n) => sum + Number(n), 0)];
      kids.set(parent, [...(kids.get(parent) ?? []), { pid: Number(pid), used }]);
    } catch { /* it has ended */ }
  }
  const sum = (pid) => (kids.get(pid) ?? []).reduce((total, kid) => total + kid.used + sum(kid.pid), 0);
  return sum(process.pid);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const times = {};
for (const { slug, page: path } of JSON.parse(readFileSync(0, 'utf8'))) {
  const start = ticks();
  await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
  await page.pdf({ path: join(out, `${slug}.pdf`), tagged: true, outline: true, preferCSSPageSize: true });
  times[slug] = 10 * (ticks() - start);
}
await browser.close();
server.close();
console.log(JSON.stringify(times));
