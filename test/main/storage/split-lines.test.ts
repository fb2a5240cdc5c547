import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../../src/main/storage/split-lines.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const log = fc.array(fc.constantFrom('a', 'ab', 'b', '', 'ü'), { maxLength: 6 }).map((all) => all.join('\n'));

describe('the lines of a log', () => {
  it('are the same whatever was there before', () => {
    fc.assert(
      fc.property(log, log, (then, now) => {
        const before = splitLines('a.jsonl', bytesOf(then));
        expect(splitLines('a.jsonl', bytesOf(now), before)).toEqual(splitLines('a.jsonl', bytesOf(now)));
      }),
      { numRuns: 500 },
    );
  });

  it('are the objects they were where a log grew, and what came does not hold the bytes of the whole file', () => {
    const before = splitLines('a.jsonl', bytesOf('one\ntwo\n'));
    const after = splitLines('a.jsonl', bytesOf('one\ntwo\nthree\n'), before);
    expect(after.slice(0, 2).map((line, at) => line === before[at])).toEqual([true, true]);
    expect(after[2]?.bytes.buffer.byteLength).toBe(5);
  });

  it('are read anew from the first byte that changed', () => {
    const before = splitLines('a.jsonl', bytesOf('one\ntwo\n'));
    const after = splitLines('a.jsonl', bytesOf('one\ntwO\n'), before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});
