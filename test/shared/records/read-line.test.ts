import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/shared/records/canonical.ts';
import { readHashed, readLine } from '../../../src/shared/records/read-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { History, idOf, quickCrypto, writer } from '../history.ts';

const history = new History();
const ada = writer('ada');
history.begin(ada);
const record = history.write(ada, 'Visits are late.');
const { facts, salt, words, wordsSalt, ...shell } = record;
const hex = idOf('anything');

/** What reading the record makes of it with these members in place of its own. */
function codeWith(members: object): string | null {
  const read = readHashed(canonical({ ...record, ...members }), quickCrypto.sha256);
  return read.ok ? null : read.error.code;
}

const outOfForm: Readonly<Record<string, readonly unknown[]>> = {
  v: [0, -1, null, '1', true],
  type: ['Revision.saved', 'revision', 'revision.saved.', `a.${'b'.repeat(79)}`, 'a.b\n', null, 1],
  draft: ['', hex.slice(1), hex.toUpperCase(), `${hex}0`, `${hex}\n`, 1],
  author: [null, hex.slice(1), `g${hex.slice(1)}`, [hex]],
  key: [null, hex.slice(1), {}],
  seq: [0, '2', null],
  prev: ['', `${hex}0`, 0],
  parents: [null, hex, [hex, 1], [hex.toUpperCase()], Array.from({ length: 65 }, () => hex)],
  lamport: [0, -3, null],
  at: ['2026-10-05', '2026-10-05T09:00:00Z', '2026-02-30T09:00:00.000Z', '2026-10-05T24:00:00.000Z', 5, null],
  content: [null, hex.slice(1)],
  id: [null, `${hex}0`],
  sig: [hex, null, hex + hex.toUpperCase()],
  salt: [null, hex.slice(1), 1],
  words: [null, [], 'words', 1],
  wordsSalt: [null, `${hex} `],
  wordsHash: [hex, null],
  cipher: [null, {}, { by: hex, ct: '', keyId: hex, nonce: '0'.repeat(24), sig: hex + hex }],
  more: [null, 1, 'anything'],
};

/** What the form allows: the record is then another than its hashes say. */
const inForm: Readonly<Record<string, readonly unknown[]>> = {
  v: [2, Number.MAX_SAFE_INTEGER],
  type: ['a.b', `a.${'b'.repeat(78)}`, 'a-1.b-2'],
  draft: [null],
  prev: [null, hex],
  parents: [[], Array.from({ length: 64 }, () => hex)],
  at: ['2028-02-29T23:59:59.999Z', '0000-01-01T00:00:00.000Z'],
  facts: [null, [], 'text', 1, true],
  words: [{}, { '/a': null }],
};

const parsed = (text: string): unknown => JSON.parse(text);

const casesOf = (table: typeof inForm): readonly (readonly [string, unknown])[] =>
  Object.entries(table).flatMap(([name, values]) => values.map((value) => [name, value] as const));

describe('a line', () => {
  it('is read as the record that was written', () => {
    expect(readLine(canonical(record), quickCrypto)).toEqual({ ok: true, value: record });
  });

  it.each(casesOf(outOfForm))('is not in the form of a record where %s is %j', (name, value) => {
    expect(codeWith({ [name]: value })).toBe('shape');
  });

  it.each(Object.keys(shell))('is not in the form of a record without %s', (name) => {
    expect(codeWith({ [name]: undefined })).toBe('shape');
  });

  it.each(casesOf(inForm))('is in the form, and not what its hashes say, where %s is %j', (name, value) => {
    expect(codeWith({ [name]: value })).toMatch(/^(?:content|id)$/u);
  });

  it.each([
    ['a number that is no integer', { facts: { n: 0.5 } }],
    ['a number beyond every integer', { facts: { n: 2 ** 53 } }],
    ['a forbidden name', { facts: parsed('{"__proto__":1}') }],
    ['more depth than records have', { facts: parsed(`${'['.repeat(16)}${']'.repeat(16)}`) }],
  ])('holds no %s', (_what, members) => {
    expect(codeWith(members)).toBe('strict');
  });

  it.each([
    [
      'names in another order',
      (line: string) => line.replace(/^\{("at":"[^"]+"),("author":"\w+")/u, '{$2,$1'),
    ],
    ['a name twice', (line: string) => line.replace('{"at"', '{"at":"","at"')],
    ['a space', (line: string) => line.replace(',"', ', "')],
    ['a sign written out', (line: string) => line.replace('Visits', '\\u0056isits')],
    [
      'names within its facts in another order',
      (line: string) => line.replace(/("grades":\[\]),("improvements":null)/u, '$2,$1'),
    ],
    ['a number written otherwise', (line: string) => line.replace('"v":1', '"v":1.0')],
  ])('is refused with %s: it has one form', (_what, change) => {
    const line = change(canonical(record));
    expect(line).not.toBe(canonical(record));
    expect(readHashed(line, quickCrypto.sha256)).toMatchObject({ ok: false, error: { code: 'canonical' } });
  });

  it('is read without its signature, which is then to be verified', () => {
    const line = canonical({ ...record, sig: '0'.repeat(128) });
    expect(readHashed(line, quickCrypto.sha256).ok).toBe(true);
    expect(readLine(line, quickCrypto)).toMatchObject({ ok: false, error: { code: 'signature' } });
  });
});

it('gives the same of a line, whatever was read before it: names shared with that are shared as texts alone', () => {
  const other = new History();
  other.begin(writer('ben'));
  const records = [
    record,
    history.write(ada, 'And later.'),
    other.write(writer('ben'), 'Elsewhere.'),
    history.write(writer('cara'), 'Not so.'),
  ];
  const read = (of: SignedRecord): unknown => readHashed(canonical(of), quickCrypto.sha256);
  for (const first of records)
    for (const second of records)
      expect([read(first), read(second)]).toEqual([
        { ok: true, value: first },
        { ok: true, value: second },
      ]);
});
