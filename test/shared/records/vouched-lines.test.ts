import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedLine } from '../../../src/shared/records/checked-line.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { vouchedLines } from '../../../src/shared/records/vouched-lines.ts';
import { done } from '../../../src/shared/result.ts';

/** A record as its head says it: `prev` names one that came before. */
interface Said {
  readonly id: string;
  readonly key: string;
  readonly prev?: string;
  readonly isSignatureWrong?: boolean;
  /** Whether it stands encrypted, and by a signature that holds. */
  readonly encrypted?: 'rightly' | 'wrongly';
}

function lineOf({ id, key, prev, isSignatureWrong = false, encrypted }: Said, at: number): CheckedLine {
  const value: SignedRecord = {
    id,
    key,
    prev: prev ?? null,
    sig: isSignatureWrong ? 'wrong' : `${key} signs ${id}`,
    author: `author of ${key}`,
    at: '2026-10-05T09:00:00.000Z',
    content: `content of ${id}`,
    draft: 'd',
    lamport: 1,
    parents: [],
    seq: 1,
    type: 'evidence.noted',
    v: 1,
    ...(encrypted === undefined
      ? {}
      : { cipher: { by: 'encrypter', ct: '', keyId: '', nonce: '', sig: encrypted } }),
  };
  return { file: 'log.jsonl', line: at + 1, read: done(value) };
}

interface Vouched {
  /** The lines that were refused, each by the id of its record. */
  readonly refused: readonly string[];
  /** The ids whose own signatures were verified, in order. */
  readonly verified: readonly string[];
}

function vouched(said: readonly Said[], named: readonly string[] = []): Vouched {
  const verified: string[] = [];
  const found = vouchedLines(
    said.map(lineOf),
    ({ id }) => named.includes(id),
    (key, message, signature) => {
      if (key === 'encrypter') return signature === 'rightly';
      verified.push(message);
      return signature === `${key} signs ${message}`;
    },
  );
  const refused = found.flatMap(({ read }, at) =>
    !read.ok && read.error.code === 'signature' ? [said[at]?.id ?? ''] : [],
  );
  return { refused, verified: verified.toSorted() };
}

const chain: readonly Said[] = [
  { id: 'a1', key: 'a' },
  { id: 'a2', key: 'a', prev: 'a1' },
  { id: 'a3', key: 'a', prev: 'a2' },
];
const fork: readonly Said[] = [...chain, { id: 'a3b', key: 'a', prev: 'a2' }];
const wrong = (said: readonly Said[], ...ids: readonly string[]): readonly Said[] =>
  said.map((record) => (ids.includes(record.id) ? { ...record, isSignatureWrong: true } : record));

type Case = readonly [what: string, said: readonly Said[], found: Vouched, named?: readonly string[]];

describe('lines that a signature vouches for', () => {
  const cases: readonly Case[] = [
    ['verifies the leaf of a chain alone', chain, { refused: [], verified: ['a3'] }],
    ['verifies every leaf of a fork', fork, { refused: [], verified: ['a3', 'a3b'] }],
    [
      'verifies what is named elsewhere, below a leaf too',
      chain,
      { refused: [], verified: ['a1', 'a3'] },
      ['a1'],
    ],
    ['does not find a changed signature below a leaf', wrong(chain, 'a2'), { refused: [], verified: ['a3'] }],
    [
      'finds it where the record is named elsewhere, and then looks below it',
      wrong(chain, 'a2'),
      { refused: ['a2'], verified: ['a1', 'a2', 'a3'] },
      ['a2'],
    ],
    [
      'refuses a leaf whose signature was changed, and verifies the one below in its place',
      wrong(chain, 'a3'),
      { refused: ['a3'], verified: ['a2', 'a3'] },
    ],
    [
      'goes down as far as signatures are wrong',
      wrong(chain, 'a2', 'a3'),
      { refused: ['a2', 'a3'], verified: ['a1', 'a2', 'a3'] },
    ],
    [
      'takes the other leaf of a fork for what is below both',
      wrong(fork, 'a3', 'a1'),
      { refused: ['a3'], verified: ['a3', 'a3b'] },
    ],
    [
      'verifies what is below a fork both of whose leaves are wrong',
      wrong(fork, 'a3', 'a3b'),
      { refused: ['a3', 'a3b'], verified: ['a2', 'a3', 'a3b'] },
    ],
    [
      'takes no other key’s word for a record',
      [...wrong(chain, 'a3'), { id: 'b1', key: 'b', prev: 'a3' }],
      { refused: ['a3'], verified: ['a2', 'a3', 'b1'] },
    ],
    [
      'judges each line of a leaf that stands twice by itself',
      [...chain, { id: 'a3', key: 'a', prev: 'a2', isSignatureWrong: true }],
      { refused: ['a3'], verified: ['a3', 'a3'] },
    ],
    [
      'verifies who encrypted a line wherever it stands, since no id covers that',
      chain.map((record) => (record.id === 'a1' ? { ...record, encrypted: 'wrongly' } : record)),
      { refused: ['a1'], verified: ['a3'] },
    ],
    [
      'takes no encrypted line’s word that is refused',
      chain.map((record) => (record.id === 'a3' ? { ...record, encrypted: 'wrongly' } : record)),
      { refused: ['a3'], verified: ['a2'] },
    ],
    [
      'leaves an encrypted line whose signatures hold',
      chain.map((record) => (record.id === 'a3' ? { ...record, encrypted: 'rightly' } : record)),
      { refused: [], verified: ['a3'] },
    ],
  ];
  const each = cases.map(([what, said, found, named = []]) => ({ what, said, found, named }));
  it.each(each)('$what', ({ said, found, named }) => {
    expect(vouched(said, named)).toEqual(found);
  });

  it('are, whatever forks and signatures there are, those with a chain of their key up to one that holds', () => {
    const histories = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b'), back: fc.nat(3), isSignatureWrong: fc.boolean() }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(histories, fc.array(fc.nat(24), { maxLength: 3 }), (history, namedAt) => {
        const said = history.map(({ key, back, isSignatureWrong }, at): Said => {
          const prev = back === 0 || at < back ? {} : { prev: `r${at - back}` };
          return { id: `r${at}`, key, ...prev, isSignatureWrong };
        });
        const named = namedAt.map((at) => `r${at}`);
        const { refused } = vouched(said, named);
        const kept = said.filter(({ id }) => !refused.includes(id));
        // Nothing that holds is refused, and nothing is kept without somebody's word.
        expect(said.filter(({ id, isSignatureWrong }) => refused.includes(id) && !isSignatureWrong)).toEqual(
          [],
        );
        for (const record of kept) {
          const vouchers = kept.filter(({ prev, key }) => prev === record.id && key === record.key);
          const needsOwn = vouchers.length === 0 || named.includes(record.id);
          expect([record.id, needsOwn && record.isSignatureWrong]).toEqual([record.id, false]);
        }
      }),
    );
  });
});
