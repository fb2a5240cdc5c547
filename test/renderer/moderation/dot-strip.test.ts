import { describe, expect, it } from 'vitest';
import { placed, type StripMember } from '../../../src/renderer/moderation/plots/dot-strip.ts';

const member = (initials: string, before: number | null, after: number | null): StripMember => ({
  initials,
  me: false,
  before,
  after,
});
const places = (members: readonly StripMember[]): readonly (readonly [string, number])[] =>
  placed(members, 0.2).map(({ initials, x }) => [initials, Number(x.toFixed(2))]);

describe('where the circle of a member stands', () => {
  it('is at the independent grade, until it is confirmed', () => {
    expect(places([member('AA', 2, null), member('BB', 1, null)])).toEqual([
      ['AA', 2],
      ['BB', 1],
    ]);
  });

  it('is beside those of the same grade, who confirmed theirs first', () => {
    expect(places([member('AA', 1, null), member('BB', 1, 1), member('CC', 3, 1)])).toEqual([
      ['BB', 0.8],
      ['CC', 1],
      ['AA', 1.2],
    ]);
  });

  it('is nowhere without a grade, and where it was moved to without an independent one', () => {
    expect(places([member('AA', null, null), member('BB', null, 0)])).toEqual([['BB', 0]]);
  });
});
