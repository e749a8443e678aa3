// The program under test, and a folder to try it in.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');
const program = process.env.STADTBOTE ?? join(repository, 'dist/stadtbote');

// run returns what a command prints; it throws if the command fails.
export const run = (folder, ...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'de_DE.UTF-8' } });

// site makes a folder with files, removed when the test ends.
export function site(t, files) {
  const folder = mkdtempSync(join(tmpdir(), 'stadtbote-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
