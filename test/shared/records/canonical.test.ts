import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/shared/records/canonical.ts';

describe('the canonical form', () => {
  it('is what the published library writes, of any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['names by their UTF-16 units', { '€': 1, '\r': 2, דּ: 3, '1': 4, '😀': 5, '': 6, ö: 7 }],
    ['names that read as numbers', { '10': 'a', '9': 'b', a: { '2': 1, '-1': 2 } }],
    ['names that no object passes on', JSON.parse('{"z":1,"__proto__":{"b":1,"a":2},"constructor":3}')],
    ['an empty name before others', { a: 1, '': 2 }],
    ['order in the depth of a list', [{ a: [{ c: 1, b: 2 }] }]],
    ['what is not given', { b: undefined, a: [undefined, 1] }],
    ['text as it is typed', { text: '\u0000\u001f"\\/\u2028é😀' }],
    ['numbers as JavaScript writes them', [-0, 1e21, 1e-7, 0.1, Number.MAX_SAFE_INTEGER]],
    ['what says itself how it is written', { at: new Date(0), b: 1, a: 2 }],
  ])('orders and writes %s', (_case, value) => {
    expect(canonical(value)).toBe(canonicalize(value));
  });

  it.each([
    ['half a character', { a: '\ud800' }],
    ['half a character in a name', { '\udc00': 1 }],
    ['no number', { a: [Number.NaN] }],
    ['no end', { a: Number.POSITIVE_INFINITY }],
    ['nothing', undefined],
    ['a number without bound', { a: 1n }],
  ])('has no place for %s', (_case, value) => {
    expect(() => canonical(value)).toThrow(Error);
  });
});
