import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Every place of a test that a document names: whole from the repository, or a file beside the one named before it. */
function namedTests(document: string): readonly string[] {
  let beside = '';
  return [...readFileSync(join(root, document), 'utf8').matchAll(/`((?:test\/)?[\w/.-]+)`/g)].flatMap(
    ([, name = '']) => {
      if (name.startsWith('test/')) beside = name.endsWith('.ts') ? dirname(name) : name;
      else if (!name.endsWith('.test.ts')) return [];
      return [name.startsWith('test/') ? name : `${beside}/${name}`];
    },
  );
}

const isTested = (place: string): boolean => {
  const path = join(root, place);
  if (!existsSync(path)) return false;
  return (
    place.endsWith('.ts') ||
    readdirSync(path, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'))
  );
};

it.each([
  'docs/threat-model.md',
  'docs/file-format.md',
  'docs/architecture.md',
  'docs/contributing.md',
  'README.md',
])('names no test in %s that is not there', (document) => {
  expect(namedTests(document).filter((place) => !isTested(place))).toEqual([]);
});

it('claims nothing in the threat model without a test', () => {
  const rows = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:could try|-)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => !/`test\/[\w/.-]+`[^|]*\|$/.test(row))).toEqual([]);
});

it.each(['docs/architecture.md', 'docs/glossary.md', 'docs/contributing.md'])(
  'names no file or folder of the source in %s that is not there',
  (document) => {
    const places = [
      ...readFileSync(join(root, document), 'utf8').matchAll(
        /`((?:shared|main|renderer|preload)\/[\w./-]+)`/g,
      ),
    ].map(([, place = '']) => place);
    expect(places.length).toBeGreaterThan(5);
    expect(places.filter((place) => !existsSync(join(root, 'src', place)))).toEqual([]);
  },
);
