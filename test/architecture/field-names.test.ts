import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fields } from '../../src/shared/judgment/fields.ts';

const root = join(import.meta.dirname, '..', '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(?:ts|svelte)$/u.test(name));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

const kinds = [...fields.map(({ kind }) => kind), 'note'].join('|');
/** A field's name, or the beginning of one, in quotes, a template or a regular expression. */
const literals = new RegExp(`(?:['"\`/^(|]|\\?:)(?:${kinds})\\\\?/(?=[$a-z{'"\`/|)]|$)`, 'gmu');
/** A name of no parts, where fields are looked up, written or compared by name. */
const lone = fields.filter(({ parts }) => parts.length === 0).map(({ kind }) => kind);
const looked = new RegExp(
  `(?:\\.get\\(|\\bfield: |\\bfield [!=]== |\\bover\\((?:\\w+, )?)['"\`](?:${lone.join('|')})['"\`]`,
  'gu',
);

/** Strokes that part a file's place or an address, and no field's name. */
const places = new Set([
  'src/main/hosts/electron/window-policy.ts',
  'src/main/storage/irregular-files.ts',
  'src/renderer/lib/route.ts',
  'src/shared/people/empty-copies.ts',
  'src/shared/records/name-key.ts',
]);

function literalsIn(code: string): readonly string[] {
  const said = code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '').replaceAll(/\bfrom '[^']+'/gu, '');
  return [...said.matchAll(literals), ...said.matchAll(looked)].map(([found]) => found);
}

describe('the names of fields', () => {
  it('stand nowhere but where their subjects declare them', () => {
    expect(files.length).toBeGreaterThan(900);
    const found = files.flatMap((file) => literalsIn(text(file)).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it('are taken apart by their declarations alone', () => {
    const parting = /\.split\(['"`]\/['"`]|\.split\(\/\\\//u;
    expect(files.filter((file) => parting.test(text(file)) && !places.has(file))).toEqual([]);
    expect([...places].filter((file) => !parting.test(text(file)))).toEqual([]);
  });

  it.each([
    ['a template', 'values.get(`narrative/${section}`)', 1],
    ['a prefix', "field.startsWith('term/')", 1],
    ['a regular expression', '/^(?:narrative\\/|grade\\/|improvements$)/u', 2],
    ['a whole name', "write.field === 'detail/stage'", 1],
    ['a name without parts', "values.get('improvements')", 1],
    ['a module', "import { gradeValueSchema } from '../framework/grade/x.ts'", 0],
    ['a comment', '/** "narrative/summary" */', 0],
    ['a place', "join(folder, 'frameworks/ilacs.json')", 0],
  ])('would be seen: %s', (_what, code, times) => {
    expect(literalsIn(code)).toHaveLength(times);
  });
});
