// The built site, as the tests see it: its folder, its files, and a server on loopback that sends what a strict host would.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';

if (!process.env.STADTBOTE_SITE) throw new Error('STADTBOTE_SITE must name the folder of a built site');
export const folder = process.env.STADTBOTE_SITE;

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg',
  '.png': 'image/png', '.atom': 'application/atom+xml', '.json': 'application/feed+json', '.xml': 'application/xml', '.txt': 'text/plain',
};

// The policy under which every page must work: nothing inline, nothing foreign.
export const policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// files lists every file below the site's folder that ends so, with slashes, sorted.
export async function files(ending) {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((f) => f.isFile() && f.name.endsWith(ending))
    .map((f) => relative(folder, join(f.parentPath ?? f.path, f.name)).split(sep).join('/')).sort();
}

// addresses lists the address of every page that is read on a screen, redirects left out.
export async function addresses() {
  const found = [];
  for (const file of await files('.html')) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!/http-equiv="?refresh/i.test(text)) found.push('/' + file.replace(/(^|\/)index\.html$/, '$1'));
  }
  return found;
}

// kinds picks one address of each page type, so that a slow check need not see every article.
export function kinds(all) {
  const patterns = [
    /^\/$/, /^\/\d{4}\/\d{2}\/[^/]+\/$/, /\/druck\/$/, /^\/rubriken\/[^/]+\/$/, /^\/stichwoerter\/$/, /^\/stichwoerter\/[^/]+\/$/, /^\/orte\/$/,
    /^\/orte\/[^/]+\/$/, /^\/archiv\/$/, /^\/archiv\/\d{4}\/$/, /^\/archiv\/\d{4}\/\d{2}\/$/, /^\/suche\/$/, /^\/404\.html$/, /^\/musterseite\/$/, /^\/impressum\/$/,
  ];
  return patterns.map((p) => all.find((a) => p.test(a))).filter(Boolean);
}

// serve answers from the folder and returns the server's base address and a function that ends it.
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const name = path.endsWith('/') ? path + 'index.html' : path;
    try {
      const body = await readFile(join(folder, name));
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
}
