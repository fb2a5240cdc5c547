import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { commandEntry, sourceStamp, stampFile } from '../../../scripts/fresh-build.mjs';

const root = mkdtempSync(join(tmpdir(), 'plumbline-fresh-'));
const [bundle, source] = [join(root, 'out', 'main', 'cli.js'), join(root, 'src', 'main', 'cli.ts')];
const place = (file: string): string => join(root, ...file.split('/'));

function write(file: string, text: string): void {
  mkdirSync(dirname(place(file)), { recursive: true });
  writeFileSync(place(file), text);
}

function setTime(file: string, seconds: number): void {
  const { mtimeMs } = statSync(place(file));
  utimesSync(place(file), mtimeMs / 1000, mtimeMs / 1000 + seconds);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const file of [
    'src/main/cli.ts',
    'src/main/commands/list.ts',
    'src/shared/words.ts',
    'src/renderer/App.svelte',
    'resources/calendars/united-kingdom.json',
    'package.json',
    'package-lock.json',
    'electron.config.ts',
  ])
    write(file, 'as built');
  write('out/main/cli.js', 'bundle');
  write(stampFile, sourceStamp(root));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a command is carried out', () => {
  it.each([
    ['right after a build', () => undefined],
    [
      'where a screen changed, which is not in it',
      () => {
        write('src/renderer/App.svelte', 'changed since');
      },
    ],
  ])('by the bundle %s', (_when, change) => {
    change();
    expect(commandEntry(root)).toBe(bundle);
  });

  it.each([
    ['nothing was built', () => rmSync(join(root, 'out'), { recursive: true })],
    ['the build did not end', () => rmSync(join(root, stampFile))],
    ['the bundle is gone', () => rmSync(bundle)],
    ['the stamp is another’s', () => writeFileSync(join(root, stampFile), 'another')],
    ['a source changed', () => write('src/shared/words.ts', 'changed since')],
    ['a source is newer', () => setTime('src/main/commands/list.ts', 5)],
    ['a source is older, taken back', () => setTime('src/main/commands/list.ts', -500)],
    ['a source was added', () => write('src/main/commands/more.ts', '')],
    ['a source is gone', () => rmSync(place('src/main/commands/list.ts'))],
    ['a table that ships changed', () => write('resources/calendars/united-kingdom.json', '{ }')],
    ['a library changed', () => write('package-lock.json', '{ }')],
    ['it would be built otherwise', () => write('electron.config.ts', '')],
  ])('by the source where %s', (_when, change) => {
    change();
    expect(commandEntry(root)).toBe(source);
  });
});
