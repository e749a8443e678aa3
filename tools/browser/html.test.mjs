// Every page is valid: the Nu HTML Checker (CSS and SVG too) and html-validate say nothing.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { files, folder } from './site.mjs';

const vnu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

test('the Nu HTML Checker has no message', async () => {
  assert.ok((await files('.html')).length > 20, 'there are pages');
  const run = spawnSync('java', ['-Xss1m', '-jar', vnu, '--skip-non-html', '--also-check-css', '--also-check-svg', '--Werror', '--format', 'json', '--stdout', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(run.stdout);
  assert.deepEqual(messages.map((m) => `${m.url.replace(/.*public/, '')}:${m.lastLine}: ${m.message}`), []);
  assert.equal(run.status, 0);
});

test('html-validate has no message', async () => {
  const { HtmlValidate, FileSystemConfigLoader } = await import('html-validate');
  const checker = new HtmlValidate(new FileSystemConfigLoader({
    root: true, extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off', 'no-trailing-whitespace': 'off' },
  }));
  const found = [];
  for (const file of await files('.html')) {
    const report = await checker.validateFile(join(folder, file));
    for (const { messages } of report.results) for (const m of messages) found.push(`${file}:${m.line}: ${m.ruleId}: ${m.message}`);
  }
  assert.deepEqual(found, []);
});
