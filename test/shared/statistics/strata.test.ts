import { describe, expect, it } from 'vitest';
import { allocate, stratifiedShare } from '../../../src/shared/statistics/strata.ts';

describe('a share over strata', () => {
  it('weighs each by its size, where pooling would be wrong', () => {
    const found = stratifiedShare([
      { size: 300, drawn: 30, failures: 1 },
      { size: 100, drawn: 20, failures: 4 },
      { size: 50, drawn: 15, failures: 6 },
    ]);
    expect(found?.share).toBeCloseTo(0.11111, 5);
    expect(found?.error).toBeCloseTo(0.030418, 6);
  });

  it('has no error from strata read to the end, and none at all from one that was read once', () => {
    const certain = { size: 5, drawn: 5, failures: 1 };
    expect(stratifiedShare([certain])).toEqual({ share: 0.2, error: 0 });
    expect(stratifiedShare([certain, { size: 9, drawn: 1, failures: 0 }])?.error).toBeNull();
    expect(stratifiedShare([certain, { size: 9, drawn: 0, failures: 0 }])).toBeNull();
    expect(stratifiedShare([])).toBeNull();
  });
});

describe('a sample shared out', () => {
  const strata = [{ size: 300 }, { size: 100 }, { size: 50 }];

  it('in proportion adds up to the total', () => {
    expect(allocate(strata, 45, { by: 'proportional', least: 0 })).toEqual([30, 10, 5]);
    const odd = allocate(strata, 44, { by: 'proportional', least: 0 });
    expect(odd.reduce((sum, count) => sum + count, 0)).toBe(44);
  });

  it('gives each its least, a certain stratum all of it, and none more than there is', () => {
    expect(
      allocate([{ size: 4, certain: true }, { size: 2 }, { size: 94 }], 30, { by: 'proportional', least: 3 }),
    ).toEqual([4, 2, 24]);
    expect(allocate(strata, 1000, { by: 'proportional', least: 0 })).toEqual([300, 100, 50]);
  });

  it('by Neyman looks more where more is expected to vary', () => {
    const found = allocate(
      [
        { size: 100, expected: 0.5 },
        { size: 100, expected: 0.1 },
      ],
      40,
      { by: 'neyman', least: 0 },
    );
    expect(found).toEqual([25, 15]);
  });
});
