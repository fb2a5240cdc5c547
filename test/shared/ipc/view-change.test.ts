import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, withChange } from '../../../src/shared/ipc/view-change.ts';

/** Plain values as views are made of them; small words, so that parts of two often agree. */
const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('a', 'b', 1, 2, true, null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z', '__proto__', 'to', 'items', 'fields'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

function changed(before: unknown, after: unknown): unknown {
  const change = changeBetween(before, after);
  // What crosses to a window crosses as a copy.
  return change === null ? before : withChange(before, structuredClone(change));
}

describe('what changed between two views', () => {
  it('makes the later of the earlier', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(changed(before, after)).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing between a value and its copy', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(changeBetween(value, JSON.parse(JSON.stringify(value)))).toBeNull();
      }),
    );
  });

  it('holds one item where one of a thousand changed, and leaves the others the same objects', () => {
    const before = {
      notes: Array.from({ length: 1000 }, (_, at) => ({ at, text: `Note ${at}` })),
      rest: [1],
    };
    const after = {
      notes: before.notes.map((note) => (note.at === 500 ? { ...note, text: 'Changed' } : { ...note })),
      rest: [1],
    };
    expect(changeBetween(before, after)).toEqual({
      fields: { notes: { from: 500, removed: 1, items: [{ at: 500, text: 'Changed' }] } },
      gone: [],
    });
    const made = changed(before, after);
    expect(Reflect.get(Object(made), 'rest')).toBe(before.rest);
    expect(Reflect.get(Object(made), 'notes')).toEqual(after.notes);
  });

  it('takes a field that is undefined for one that is absent', () => {
    expect(changeBetween({ a: 1, b: undefined }, { a: 1 })).toBeNull();
    expect(changed({ a: 1 }, { a: undefined, b: 2 })).toEqual({ b: 2 });
  });

  it('is refused by a value that it does not fit', () => {
    expect(() => withChange('text', { from: 0, removed: 1, items: [] })).toThrow(TypeError);
    expect(() => withChange(null, { fields: {}, gone: [] })).toThrow(TypeError);
  });
});
