// Whatever authors write stays text: the Big List of Naughty Strings in every field, and what attackers put into Markdown, front matter, addresses
// and pictures. Nothing runs in a browser that would notice, also without a content security policy; every page is valid; every article is
// published or named.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { files, serve } from './site.mjs';
import { launch } from './chromium.mjs';

const program = resolve(process.env.STADTBOTE_PROGRAM ?? '../../dist/stadtbote');
const vnu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const strings = JSON.parse(await readFile(new URL('naughty/blns.base64.json', import.meta.url), 'utf8')).map((s) => Buffer.from(s, 'base64').toString('utf8'));
let browser;
const folders = [];

before(async () => { browser = await launch(); });
after(async () => { await browser.close(); for (const f of folders) await rm(f, { recursive: true }); });

// quoted writes a string in YAML's double quotes.
const quoted = (s) => JSON.stringify(s).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
const article = (lines, body) => `---\n${lines.join('\n')}\ndatum: 2024-03-01\nrubrik: Rathaus\n---\n\n${body}\n`;
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M1 1h38v28H1z"/></svg>';

// build makes a site of files and returns its folder, the findings and the exit code.
async function build(sources, settings = '', flags = ['--skip-broken']) {
  const folder = await mkdtemp(join(tmpdir(), 'boese-'));
  folders.push(folder);
  sources['stadtbote.yaml'] = `title: Krähwinkel\nbase_url: https://kraehwinkel.example/\noutputs: {pdf: false}\n${settings}`;
  for (const [name, text] of Object.entries(sources)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const run = spawnSync(program, ['build', '--quiet', '--format', 'json', ...flags], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  assert.doesNotMatch(run.stderr, /Entschuldigung|panic|goroutine/);
  return { folder: join(folder, 'public'), found: run.stdout.split('\n').filter(Boolean).map((l) => JSON.parse(l)), status: run.status };
}

// valid fails unless the checker finds no error in the pages. Its warnings are about what the author says: a language guessed, a letter nobody else
// has.
function valid(folder, pages = []) {
  const what = pages.length ? pages.map((p) => join(folder, p)) : [folder];
  const run = spawnSync('java', ['-Xss1m', '-jar', vnu, '--skip-non-html', '--errors-only', '--format', 'json', '--stdout', ...what], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.deepEqual(JSON.parse(run.stdout).messages.map((m) => `${m.url.replace(/.*public/, '')}:${m.lastLine}: ${m.message}: ${m.extract}`).slice(0, 20), []);
}

// harmless opens addresses without any policy, scripts on, hovers and clicks nothing, and returns what ran, asked or could run.
async function harmless(folder, paths) {
  const site = await serve(folder, { headers: { 'Content-Security-Policy': 'img-src *' } });
  const noticed = [];
  const context = await browser.newContext({ javaScriptEnabled: true });
  await context.addInitScript(() => { for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { (window.__xss ??= []).push(name); }; });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (!url.startsWith(site.base) && !url.startsWith('data:')) noticed.push(`asks ${url}`);
    return url.startsWith(site.base) && !/\.(css|woff2)$/.test(url) ? route.continue() : route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', (d) => { noticed.push(`dialog ${d.message()}`); d.dismiss(); });
  await page.goto(site.base + '/nirgends');
  for (let i = 0; i < paths.length; i += 40) noticed.push(...await page.evaluate(inFrames, [paths.slice(i, i + 40), String(suspicious)]));
  await context.close();
  await site.close();
  return noticed;
}

// inFrames opens some pages beside each other in frames, and asks each.
async function inFrames([paths, question]) {
  const ask = new Function('document', 'window', `return (${question})()`);
  const said = await Promise.all(paths.map((path) => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = () => setTimeout(() => { done(ask(frame.contentDocument, frame.contentWindow).map((what) => `${path}: ${what}`)); frame.remove(); }, 20);
    frame.src = path;
    document.body.append(frame);
  })));
  return said.flat();
}

// suspicious tells, in the page, what ran or could run.
function suspicious() {
  const found = window.__xss ? [`ran ${window.__xss}`] : [];
  for (const e of document.querySelectorAll('*')) {
    if (e.localName === 'script' && e.type !== 'application/ld+json') found.push('a script');
    if (['iframe', 'object', 'embed', 'base', 'foreignobject', 'animate', 'set'].includes(e.localName.toLowerCase())) found.push(e.localName);
    for (const a of e.attributes) {
      if (/^on/i.test(a.name)) found.push(`${e.localName} ${a.name}`);
      if (/^(href|src|action|formaction|xlink:href|data)$/i.test(a.name) && /^[\s\u0000-\u0020]*(javascript|vbscript|data(?!:image\/(png|gif|jpeg|webp|svg\+xml)))\s*:/i.test(a.value)) found.push(`${a.name}=${a.value}`);
    }
  }
  return found;
}

test('every naughty string is text, wherever it stands', async () => {
  assert.ok(strings.length >= 515, `${strings.length} strings`);
  const sources = { 'content/meldungen/bild.svg': picture };
  strings.forEach((s, i) => {
    const q = quoted(s);
    sources[`content/meldungen/n${i}.md`] = article([`titel: ${q}`, `dachzeile: ${q}`, `teaser: ${q}`, `stichwörter: [${q}, Wasser]`, `orte: [${q}]`, `kürzel: ${q}`, `bild: {datei: bild.svg, alt: ${q}, unterschrift: ${q}, quelle: ${q}}`],
      `Text mit ${s.replaceAll('\n', ' ')} darin.\n\n${s}`);
    sources[`content/meldungen/s${i}.md`] = article([`titel: Adresse ${i}`, 'teaser: Kurz gesagt.', `slug: ${q}`], 'Text.');
  });
  const { folder, found } = await build(sources);
  const named = new Set(found.filter((f) => f.severity === 'error').map((f) => f.file));
  const pages = await files('.html', folder);
  const there = new Set(pages);
  const lost = strings.map((_, i) => i).filter((i) => !there.has(`2024/03/n${i}/index.html`) && !named.has(`content/meldungen/n${i}.md`));
  assert.deepEqual(lost, [], 'articles that are neither published nor named');
  const published = strings.filter((_, i) => there.has(`2024/03/n${i}/index.html`)).length;
  assert.ok(published > 300, `only ${published} are published`);
  const slugs = strings.filter((_, i) => !named.has(`content/meldungen/s${i}.md`)).length;
  const home = pages.filter((p) => /^2024\/03\/[^/]+\/index\.html$/.test(p)).length;
  assert.ok(home >= published + slugs, `${home} pages of ${published} and ${slugs}`);
  const shown = pages.filter((p) => /^2024\/03\/n\d+\/index|^index|^stichwoerter\/index|^stichwoerter\/wasser\/index|^orte\/index/.test(p));
  const open = shown.map((p) => '/' + p.replace(/index\.html$/, '').split('/').map(encodeURIComponent).join('/'));
  console.log(`${strings.length} strings: ${published} published, ${slugs} as addresses; ${open.length} pages opened`);
  assert.deepEqual((await harmless(folder, open)).slice(0, 20), []);
  valid(folder, shown);
});

const attacks = {
  'script': '<script>alert(1)</script>', 'split script': '<scr<script>ipt>alert(1)</scr</script>ipt>', 'event': '<img src=x onerror=alert(1)>', 'svg': '<svg onload=alert(1)><script>alert(2)</script></svg>',
  'javascript link': '[klick](javascript:alert(1))', 'hidden colon': '[klick](javascript&colon;alert(1))', 'entity': '[klick](&#106;avascript:alert(1))', 'tab': '[klick](<java\tscript:alert(1)>)',
  'data link': '[klick](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', 'vbscript': '[klick](vbscript:msgbox(1))', 'autolink': '<javascript:alert(1)>', 'reference': '[klick][x]\n\n[x]: javascript:alert(1)',
  'picture': '![x](javascript:alert(1))', 'picture title': '![x](bild.svg "\\" onload=alert(1) \\"")', 'link title': '[x](https://a.example "\\"><script>alert(1)</script>")', 'frame': '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  'base': '<base href="https://boese.example/">', 'form': '<form action="javascript:alert(1)"><button>x</button></form>', 'math': '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  'details': '<details open ontoggle=alert(1)><summary>s</summary>x</details>', 'style': '<style>@import "https://boese.example/x.css";</style>', 'meta': '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">', 'heading id': '## x {#"><script>alert(1)</script>}',
  'comment': '<!--><script>alert(1)</script>-->', 'code': '```"><script>alert(1)</script>\nx\n```', 'footnote': 'x[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: y', 'table': '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
};

for (const mode of ['refuse', 'sanitize']) test(`what attackers write in Markdown is refused or harmless (${mode})`, async () => {
  const sources = { 'content/meldungen/bild.svg': picture };
  Object.entries(attacks).forEach(([name, text], i) => { sources[`content/meldungen/a${i}.md`] = article([`titel: ${quoted(name)}`, 'teaser: Kurz gesagt.'], text); });
  const { folder, found } = await build(sources, mode === 'sanitize' ? 'markdown: {html: sanitize}\n' : '');
  const named = new Set(found.map((f) => f.file));
  const there = (i) => files('.html', join(folder, `2024/03/a${i}`)).then((l) => l.length > 0, () => false);
  for (let i = 0; i < Object.keys(attacks).length; i++) assert.ok(named.has(`content/meldungen/a${i}.md`) || await there(i), `${Object.keys(attacks)[i]} is neither published nor named`);
  const open = (await files('.html', folder)).map((p) => '/' + p);
  assert.deepEqual(await harmless(folder, open), []);
  valid(folder);
});

test('what attackers write in front matter is refused or harmless', async () => {
  const sources = {};
  const evil = ['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', '"><script>alert(1)</script>', '//boese.example/x.svg', 'java\nscript:alert(1)', 'https://a.example/"onmouseover="alert(1)'];
  evil.forEach((e, i) => {
    const q = quoted(e);
    sources[`content/meldungen/l${i}.md`] = article(['titel: Link', 'teaser: Kurz.', `links: [{url: ${q}, titel: ${q}}]`], 'Text.');
    sources[`content/meldungen/b${i}.md`] = article(['titel: Bild', 'teaser: Kurz.', `bild: {datei: ${q}, alt: x, quelle: ${q}, lizenz: ${q}}`], 'Text.');
    sources[`content/meldungen/w${i}.md`] = article(['titel: Weiter', 'teaser: Kurz.', `weiterleitungen: [${q}]`, `siehe_auch: [${q}]`, `sprache: ${q}`], 'Text.');
  });
  const { folder, found } = await build(sources);
  const named = new Set(found.map((f) => f.file));
  for (let i = 0; i < 4; i++) assert.ok(named.has(`content/meldungen/l${i}.md`), `${evil[i]} as a link is not named`);
  assert.deepEqual(await harmless(folder, (await files('.html', folder)).map((p) => '/' + p)), []);
  valid(folder);
});

const drawings = {
  script: '<script>alert(1)</script>', event: '<path d="M1 1h3" onclick="alert(1)" onload="alert(1)"/>', foreign: '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
  'external image': '<image href="https://boese.example/x.png" width="9" height="9"/>', 'external use': '<use href="https://boese.example/x.svg#a"/>', 'javascript link': '<a href="javascript:alert(1)"><path d="M1 1h3"/></a>',
  'external style': '<style>@import url(https://boese.example/x.css); path{fill:url(https://boese.example/y.svg#z)}</style>', 'animated link': '<a><animate attributeName="href" values="javascript:alert(1)"/><path d="M1 1h3"/></a>',
  'style attribute': '<path d="M1 1h3" style="fill:url(https://boese.example/y.svg#z)"/>',
};

test('pictures of authors that run or load something are refused or harmless, also opened by themselves', async () => {
  for (const [name, inner] of Object.entries(drawings)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30" ${name === 'event' ? 'onload="alert(1)"' : ''}>${inner}</svg>`;
    const { folder, found } = await build({
      'content/meldungen/bild.svg': svg, 'static/zeichnung.svg': svg,
      'content/meldungen/a.md': article(['titel: Bild', 'teaser: Kurz.', 'bild: {datei: bild.svg, alt: x, quelle: Stadt}'], '![x](bild.svg)'),
    }, '', []);
    const pictures = await files('.svg', folder).catch(() => []);
    const mine = [];
    for (const p of pictures) if ((await readFile(join(folder, p), 'utf8')).includes(inner)) mine.push('/' + p);
    if (mine.length === 0) {
      assert.ok(found.some((f) => f.severity === 'error' && f.file.endsWith('.svg') || f.file.endsWith('a.md')), `${name}: neither published nor named`);
      continue;
    }
    assert.deepEqual(await harmless(folder, [...mine, ...(await files('.html', folder)).map((p) => '/' + p)]), [], name);
  }
});
