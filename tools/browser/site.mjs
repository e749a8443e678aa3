// The built site, as the tests see it: its folder, its files, and a server on loopback that sends what a good static host would.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

if (!process.env.STADTBOTE_SITE) throw new Error('STADTBOTE_SITE must name the folder of a built site');
export const folder = process.env.STADTBOTE_SITE;

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg',
  '.png': 'image/png', '.webp': 'image/webp', '.ico': 'image/x-icon', '.pdf': 'application/pdf', '.ics': 'text/calendar; charset=utf-8',
  '.atom': 'application/atom+xml', '.json': 'application/feed+json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};
const compressed = ['.html', '.css', '.svg', '.atom', '.json', '.xml', '.txt', '.ics'];

// The policy under which every page must work: nothing inline, nothing foreign.
export const policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// files lists every file below a folder that ends so, with slashes, sorted.
export async function files(ending, root = folder) {
  const all = await readdir(root, { recursive: true, withFileTypes: true });
  return all.filter((f) => f.isFile() && f.name.endsWith(ending))
    .map((f) => relative(root, join(f.parentPath ?? f.path, f.name)).split(sep).join('/')).sort();
}

// addresses lists the address of every page that is read on a screen, redirects left out.
export async function addresses(root = folder) {
  const found = [];
  for (const file of await files('.html', root)) {
    const text = await readFile(join(root, file), 'utf8');
    if (!/http-equiv="?refresh/i.test(text)) found.push('/' + file.replace(/(^|\/)index\.html$/, '$1'));
  }
  return found;
}

// What pages there are of which there are many, and one that shows much of its type.
const many = [
  ['meldung', /^\/\d{4}\/\d{2}\/[^/]+\/$/, /initiative-geht|licht/], ['druck', /\/druck\/$/, /initiative-geht|licht/], ['rubrik', /^\/rubriken\/[^/]+\/$/, /politik/],
  ['stichwort', /^\/stichwoerter\/[^/]+\/$/], ['ort', /^\/orte\/[^/]+\/$/], ['land', /^\/kommunen\/[^/]+\/$/], ['termin', /^\/termine\/.+\/$/], ['jahr', /^\/archiv\/\d{4}\/$/],
  ['monat', /^\/archiv\/\d{4}\/\d{2}\/$/], ['seite-2', /\/seite\/\d+\/$/],
];

// kinds picks one address of each page type, by the name of the type. A page that is the only one of its kind is a type of its own.
export function kinds(all) {
  const found = new Map();
  for (const [name, pattern, best] of many) {
    const fitting = all.filter((a) => pattern.test(a) && (name === 'druck' || !/\/(druck|seite\/\d+)\/$/.test(a) || name === 'seite-2'));
    if (fitting.length) found.set(name, fitting.find((a) => best?.test(a)) ?? fitting[0]);
  }
  for (const a of all) {
    if (!many.some(([, pattern]) => pattern.test(a))) found.set(a === '/' ? 'start' : a.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-'), a);
  }
  return found;
}

// serve answers from a folder and returns the server's base address and a function that ends it. Fonts can be made late.
export async function serve(root = folder, { late = 0, headers = {} } = {}) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const name = path.endsWith('/') ? path + 'index.html' : path;
    const ending = extname(name);
    try {
      let body = await readFile(join(root, name));
      const fields = {
        'Content-Type': types[ending] ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin',
        'Cross-Origin-Opener-Policy': 'same-origin', 'Cache-Control': /\.[0-9a-f]{10}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400', ...headers,
      };
      if (compressed.includes(ending) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
        if (!packed.has(name)) packed.set(name, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
        body = packed.get(name);
        fields['Content-Encoding'] = 'br';
      }
      if (late && ending === '.woff2') await new Promise((done) => setTimeout(done, late));
      response.writeHead(200, { ...fields, 'Content-Length': body.length });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  return { base: `http://127.0.0.1:${server.address().port}`, close };
}
