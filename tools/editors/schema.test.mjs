// The JSON Schemas: valid themselves, right about our own content and about mistakes.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { repository, run } from './stadtbote.mjs';

const kinds = { meldung: 'content/meldungen', seite: 'content/seiten', termin: 'content/termine' };
const options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false };
const schemas = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, JSON.parse(run(repository, 'schema', kind))]));
const validators = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, new Ajv2020(options).compile(schema)]));

// matter returns the front matter of a Markdown file.
const matter = (text) => parse(/^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? '');

for (const kind of Object.keys(kinds)) {
  test(`the schema of a ${kind} is one of draft 2020-12, and of draft 07`, () => {
    assert.ok(new Ajv2020(options).validateSchema(schemas[kind]));
    assert.equal(schemas[kind].$schema, 'https://json-schema.org/draft/2020-12/schema');
    const old = JSON.parse(run(repository, 'schema', kind, '--draft', '07'));
    const ajv = new Ajv(options);
    assert.ok(ajv.validateSchema(old));
    const valid = ajv.compile(old);
    assert.ok(valid({ titel: 'A', datum: '9.11.2026', teaser: 'B', ...(kind === 'termin' && { beginn: '9.11.2026' }) }));
    assert.equal(valid({ datum: '9.11.2026' }), false);
  });
}

test('all our own content is valid', () => {
  let files = 0;
  for (const [kind, folder] of Object.entries(kinds)) {
    let entries = [];
    try {
      entries = readdirSync(join(repository, folder), { recursive: true, withFileTypes: true });
    } catch { /* no such content yet */ }
    for (const entry of entries.filter((e) => e.isFile() && e.name.endsWith('.md'))) {
      const name = join(entry.parentPath, entry.name);
      const valid = validators[kind](matter(readFileSync(name, 'utf8')));
      assert.ok(valid, `${relative(repository, name)}: ${JSON.stringify(validators[kind].errors, null, 1)}`);
      files++;
    }
  }
  assert.ok(files >= 10, `only ${files} files`);
});

test('what "new" makes is valid', async (t) => {
  const { site } = await import('./stadtbote.mjs');
  const folder = site(t, { 'stadtbote.yaml': 'base_url: https://www.musterstadt.example/\nsections: [{name: Politik}]\n' });
  for (const [kind, flags] of [['meldung', []], ['seite', []], ['termin', ['--start', '9.11.2026 10:00', '--end', '12:00']]]) {
    const name = run(folder, 'new', kind, 'Ein Titel', ...flags).trim();
    const valid = new Ajv2020(options).compile(JSON.parse(run(folder, 'schema', kind)));
    assert.ok(valid(matter(readFileSync(join(folder, name), 'utf8'))), JSON.stringify(valid.errors));
  }
});

const good = { titel: 'A', datum: '9.11.2026', teaser: 'B', rubrik: 'Politik' };
const right = {
  'the names of other generators': { title: 'A', date: '2026-11-09T10:00:00+01:00', description: 'B', tags: ['x', 'y'], publishDate: '2026-11-09', weight: 3 },
  'names in other spellings': { ...good, Dachzeile: 'C', 'siehe-auch': 'a.md' },
  'a single tag': { ...good, 'stichwörter': 'x' },
  'a new tag': { ...good, stichwoerter: ['Ganz neu'] },
  'a picture by its name alone': { ...good, bild: 'a.jpg' },
  'a picture with all that can be said': { ...good, bilder: [{ datei: 'a.jpg', alt: 'x', quelle: 'y', dekorativ: 'nein' }] },
  'an author of other generators': { ...good, authors: [{ name: 'Erika Muster' }] },
  'a title that is a number': { ...good, titel: 2026 },
  'a withdrawn report': { ...good, status: 'zurückgezogen' },
};
const wrong = {
  'no title': { datum: '9.11.2026', teaser: 'B' },
  'no date': { titel: 'A', teaser: 'B' },
  'no teaser': { titel: 'A', datum: '9.11.2026' },
  'a date in words': { ...good, datum: 'bald' },
  'a date without a year': { ...good, datum: '9.11.' },
  'a mistyped key': { ...good, stichworter: ['x'] },
  'a key of events': { ...good, beginn: '9.11.2026' },
  'an unknown section': { ...good, rubrik: 'Sprot' },
  'a draft that is neither yes nor no': { ...good, entwurf: 'vielleicht' },
  'an unknown status': { ...good, status: 'weg' },
  'a picture without a file': { ...good, bild: { alt: 'x' } },
  'an unknown word about a picture': { ...good, bild: { datei: 'a.jpg', gröse: 3 } },
  'a correction without a text': { ...good, korrekturen: [{ datum: '9.11.2026' }] },
  'a correction that is a text alone': { ...good, korrekturen: 'Es waren vier.' },
  'a link that is no address': { ...good, links: [{ url: 'musterstadt' }] },
  'a title twice': { ...good, title: 'B' },
  'a list as a title': { ...good, titel: ['A'] },
  'an empty title': { ...good, titel: '' },
  'a sentence as a language': { ...good, sprache: 'Deutsch, bitte' },
};
for (const [name, value] of Object.entries(right)) test(`right: ${name}`, () => assert.ok(validators.meldung(value), JSON.stringify(validators.meldung.errors)));
for (const [name, value] of Object.entries(wrong)) test(`wrong: ${name}`, () => assert.equal(validators.meldung(value), false));
test('wrong: an event without a beginning', () => assert.equal(validators.termin({ titel: 'A' }), false));
test('an end may be a time alone', () => assert.ok(validators.termin({ titel: 'A', beginn: '9.11.2026 10:00', ende: '12:00' })));
