import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../src/main/ports/storage-ports.ts';
import { forksApart } from '../../../src/main/storage/forks-apart.ts';
import { slugSchema } from '../../../src/shared/values/body-parts.ts';
import { checkFileSequences } from '../../../src/shared/records/file-sequence.ts';
import type { CheckedLine } from '../../../src/shared/records/checked-line.ts';
import { done } from '../../../src/shared/result.ts';

const encoder = new TextEncoder();

function linesOf(links: readonly (readonly [id: string, prev: string | null])[]): readonly LogLine[] {
  return links.map(([id, prev], at) => ({
    file: 'x.judgment',
    line: at + 1,
    bytes: encoder.encode(JSON.stringify({ id, key: 'k', prev })),
    isComplete: true,
  }));
}

/** A record as far as its place in a file is concerned. */
function numbered(file: string, seq: number): CheckedLine {
  const record = {
    ...{
      v: 1,
      type: 'note.written',
      draft: null,
      author: 'a',
      key: 'k',
      prev: null,
      parents: [],
      lamport: 1,
    },
    ...{ at: '', content: '', id: `${seq}`, sig: '', seq },
  };
  return { file, line: 1, read: done(record) };
}

describe('lines of a file that name those before them', () => {
  it.each<readonly [what: string, links: readonly (readonly [string, string | null])[]]>([
    [
      'itself',
      [
        ['a', 'a'],
        ['b', 'a'],
        ['c', 'a'],
      ],
    ],
    [
      'in a circle',
      [
        ['a', 'c'],
        ['b', 'a'],
        ['c', 'b'],
        ['d', 'b'],
      ],
    ],
    [
      'in a circle that no other line leads to',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['x', null],
        ['y', null],
      ],
    ],
    [
      'called constructor and __proto__',
      [
        ['constructor', '__proto__'],
        ['__proto__', 'constructor'],
        ['z', '__proto__'],
      ],
    ],
  ])('%s, are all still there', (_what, links) => {
    const lines = linesOf(links);
    const apart = forksApart(lines).map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(new Set(apart)).toEqual(new Set(lines.map(({ bytes }) => new TextDecoder().decode(bytes))));
  });

  it('at ten thousand branches of one long chain, are not multiplied', () => {
    const chain = Array.from({ length: 10_000 }, (_, at): [string, string | null] => [
      `c${at}`,
      at === 0 ? null : `c${at - 1}`,
    ]);
    const branches = chain.map(([id]): [string, string | null] => [`b${id}`, id]);
    expect(forksApart(linesOf([...chain, ...branches])).length).toBeLessThan(20 * chain.length);
  });
});

describe('an id of a framework', () => {
  it('is none of the names that every object has, so that looking it up finds nothing or what was put there', () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    expect(names.filter((name) => slugSchema.safeParse(name).success)).toEqual([]);
    expect(slugSchema.safeParse('constructors').success).toBe(true);
  });
});

describe('the numbers of a key', () => {
  it.each([9_007_199_254_740_991, 9_000_000_000_000_000])(
    'as far ahead as %d are counted, not listed',
    (far) => {
      const [problem, ...others] = checkFileSequences([numbered('a.jsonl', 1), numbered('a.jsonl', far)]);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ level: 'broken', code: 'sequence' });
      expect(problem?.message).toContain(`${far - 2} in between`);
    },
  );

  it('that stand in another file are not missing; one that stands nowhere is', () => {
    const [first, second, third, fourth] = [1, 2, 3, 4].map((seq) => numbered('a.jsonl', seq));
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error();
    const elsewhere = [second, third].map((line) => ({ ...line, file: 'b (copy).jsonl' }));
    const alone = { ...numbered('b (copy).jsonl', 9) };
    expect(
      checkFileSequences([first, fourth, ...elsewhere, alone]).map(({ code, file }) => `${code} ${file}`),
    ).toEqual(['scattered a.jsonl', 'scattered b (copy).jsonl', 'sequence b (copy).jsonl']);
    expect(checkFileSequences([first, fourth, ...elsewhere.slice(1), alone])[0]).toMatchObject({
      code: 'sequence',
      message: 'Record 4 of this key follows record 1: 1 in between are missing or moved.',
    });
  });
});
