import { describe, expect, it } from 'vitest';
import { laterTips, lostTips, tipsOfLogs } from '../../../src/shared/records/log-tips.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';

const key = 'a'.repeat(64);

/** A record of a log by its own name and that of the one before it; `seq` is counted from there. */
function record(id: string, prev: SignedRecord | null, by = key): SignedRecord {
  return {
    v: 1,
    type: 'card.corrected',
    draft: 'log',
    author: by,
    key: by,
    seq: (prev?.seq ?? 0) + 1,
    prev: prev?.id ?? null,
    parents: [],
    lamport: 1,
    at: '2026-11-28T10:00:00.000Z',
    content: '',
    id,
    sig: '',
  };
}

const one = record('one', null);
const two = record('two', one);
const three = record('three', two);
const other = record('other', one);
const foreign = record('foreign', three, 'b'.repeat(64));
const set = (...records: readonly SignedRecord[]): ReadonlyMap<string, SignedRecord> =>
  new Map(records.map((each) => [each.id, each]));
const tips = (...records: readonly SignedRecord[]): ReturnType<typeof tipsOfLogs> =>
  tipsOfLogs(set(...records), (author) => (author === key ? 'Ada' : undefined));

describe('the ends of logs', () => {
  it('are the records that none of the same key follows, whoever else names them', () => {
    expect([...tips(one, two, three, foreign).keys()]).toEqual(['three']);
    expect([...tips(one, two, other).keys()]).toEqual(['two', 'other']);
  });

  it.each([
    ['a log that is whole', [one, two, three], []],
    ['a log that grew', [one, two, three, record('four', three)], []],
    ['a log cut at a line’s end', [one, two], [['three', 2, 1]]],
    ['a log that is gone', [], [['three', 0, 3]]],
    [
      'a log that went on otherwise from an earlier record',
      [one, other, record('more', other)],
      [['three', 3, 1]],
    ],
  ] as const)('are missed as they were seen: %s', (_what, here, expected) => {
    const lost = lostTips(tips(one, two, three), set(...here));
    expect(lost.map(({ record: id, last, missing }) => [id, last, missing])).toEqual(expected);
  });

  it('give way to what followed them, and stay where they are missing', () => {
    const before = tips(one, two);
    const isIn =
      (...records: readonly SignedRecord[]) =>
      (id: string): boolean =>
        set(...records).has(id);
    expect(laterTips(before, tips(one, two), isIn(one, two))).toBe(before);
    expect([...laterTips(before, tips(one, two, three), isIn(one, two, three)).keys()]).toEqual(['three']);
    expect(laterTips(before, tips(), isIn())).toBe(before);
    expect(laterTips(before, tips(one), isIn(one))).toBe(before);
    const otherwise = [one, other, record('more', other)];
    expect([...laterTips(before, tips(...otherwise), isIn(...otherwise)).keys()]).toEqual(['two', 'more']);
  });
});
