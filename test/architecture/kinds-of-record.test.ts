import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyEventType } from '../../src/shared/judgment/event-types.ts';

const root = join(import.meta.dirname, '..', '..');
const kinds = [...everyEventType.values()];
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(?:ts|svelte)$/.test(name));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Each kind's definition, called by its name, in its subject's room. */
const isDefinition = (file: string): boolean =>
  file.startsWith('src/shared/') &&
  kinds.some(({ type }) => basename(file) === `${type.replace('.', '-')}.ts`);
/** The tools that definitions are made with. */
const isRecords = (file: string): boolean => file.startsWith('src/shared/records/');

const quoted = new RegExp(`(['"])(?:${kinds.map(({ type }) => type.replace('.', '\\.')).join('|')})\\1`, 'u');
/** A table or test by the beginnings of names: what a kind is belongs into its definition. */
const byBeginning = /startsWith\(\s*['"][a-z-]+\.['"]|\/\^\(?\??:?[a-z|-]+\)?\\\.\//u;
const parsesBody =
  /\bsafeParse\([^\n]*\b(?:facts|body|bodyOf)\b\)?|\.parse\([^\n]*\b(?:record|entry)\.(?:facts|words)\b/u;

describe('a kind of record', () => {
  it('is named in its definition and nowhere else', () => {
    expect(kinds.length).toBeGreaterThan(60);
    expect(sources.filter((file) => !isDefinition(file) && quoted.test(text(file)))).toEqual([]);
    expect(quoted.test("record.type === 'round.closed'")).toBe(true);
  });

  it('is named once among the definitions, in the file called by its name', () => {
    const naming = (type: string): readonly string[] =>
      sources.filter(
        (file) =>
          isDefinition(file) && new RegExp(`^  type: '${type.replace('.', '\\.')}',$`, 'mu').test(text(file)),
      );
    for (const { type } of kinds)
      expect(naming(type).map((file) => basename(file))).toEqual([`${type.replace('.', '-')}.ts`]);
  });

  it('is told by no beginning of its name', () => {
    expect(sources.filter((file) => !isDefinition(file) && byBeginning.test(text(file)))).toEqual([]);
    expect(byBeginning.test("type.startsWith('round.')")).toBe(true);
  });

  it('has its body read by its definition alone', () => {
    expect(sources.filter((file) => !isRecords(file) && parsesBody.test(text(file)))).toEqual([]);
    expect(parsesBody.test('schema.safeParse(record.facts)')).toBe(true);
    expect(parsesBody.test('oneField.safeParse(bodyOf(record)).data')).toBe(true);
  });
});
