import { describe, expect, it } from 'vitest';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { bradleyTerry } from '../../../src/shared/pairwise/bradley-terry.ts';
import { davidson } from '../../../src/shared/pairwise/davidson.ts';
import type { PairedJudgment } from '../../../src/shared/pairwise/paired-judgment.ts';

const many = (often: number, judgment: PairedJudgment): PairedJudgment[] =>
  Array.from({ length: often }, () => judgment);

function scaleOf(things: number, judgments: readonly PairedJudgment[]) {
  const scale = davidson(things, judgments);
  if (!scale.ok) throw new Error(scale.error.why);
  return scale.value;
}

/** The log-likelihood as Davidson's model has it, written out by itself: p_i is the exponential of a place. */
function likelihood(
  judgments: readonly PairedJudgment[],
  places: readonly number[],
  closeness: number,
): number {
  return judgments.reduce((sum, { better, worse, tie }) => {
    const [p, q] = [Math.exp(places[better] ?? 0), Math.exp(places[worse] ?? 0)];
    const close = closeness * Math.sqrt(p * q);
    return sum + Math.log((tie === true ? close : p) / (p + q + close));
  }, 0);
}

/** 60 comparisons of five things, a third of them too close to call. */
function comparisons(seed: number): PairedJudgment[] {
  const random = new SeededGenerator(seeded(seed));
  return Array.from({ length: 60 }, () => {
    const better = random.below(5);
    const worse = (better + 1 + random.below(4)) % 5;
    return random.below(3) === 0 ? { better, worse, tie: true } : { better, worse };
  });
}

describe('the scale of comparisons with ties', () => {
  it.each([
    [30, 10, 20],
    [7, 5, 3],
    [12, 12, 1],
  ])('of two things is what %s wins, %s losses and %s ties say in closed form', (wins, losses, ties) => {
    const { places, standardErrors, closeness } = scaleOf(2, [
      ...many(wins, { better: 0, worse: 1 }),
      ...many(losses, { better: 1, worse: 0 }),
      ...many(ties, { better: 0, worse: 1, tie: true }),
    ]);
    // Three counts, two of them free: the model fits them as they are.
    expect((places[0] ?? 0) - (places[1] ?? 0)).toBeCloseTo(Math.log(wins / losses), 8);
    expect(closeness).toBeCloseTo(ties / Math.sqrt(wins * losses), 8);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(1 / wins + 1 / losses) / 2, 8);
  });

  it.each([1, 2, 3])('is likelier than any scale near it: comparisons %s', (seed) => {
    const judgments = comparisons(seed);
    const { places, closeness } = scaleOf(5, judgments);
    const best = likelihood(judgments, places, closeness);
    for (const step of [1e-3, -1e-3]) {
      for (const thing of places.keys()) {
        const moved = places.map((place, at) => (at === thing ? place + step : place));
        expect(likelihood(judgments, moved, closeness)).toBeLessThan(best);
      }
      expect(likelihood(judgments, places, closeness * (1 + step))).toBeLessThan(best);
    }
    expect(places.reduce((sum, place) => sum + place, 0)).toBeCloseTo(0, 10);
  });

  it('is the same whichever of two that are too close stands first', () => {
    const judgments = comparisons(4);
    const turned = judgments.map((one) =>
      one.tie === true ? { better: one.worse, worse: one.better, tie: true } : one,
    );
    const [scale, other] = [scaleOf(5, judgments), scaleOf(5, turned)];
    for (const [at, place] of scale.places.entries()) expect(other.places[at]).toBeCloseTo(place, 9);
  });

  it('is the Bradley-Terry scale where nothing was too close to call', () => {
    const judgments = comparisons(5).filter(({ tie }) => tie !== true);
    const plain = bradleyTerry(5, judgments);
    expect(davidson(5, judgments)).toEqual(
      plain.ok ? { ok: true, value: { ...plain.value, closeness: 0 } } : plain,
    );
  });

  it('is refused, with why, where every pair was too close to call, or some were never compared', () => {
    expect(davidson(2, many(3, { better: 0, worse: 1, tie: true }))).toMatchObject({
      error: { why: 'Every pair was too close to call, so that none lies above another.' },
    });
    expect(davidson(3, many(3, { better: 0, worse: 1, tie: true })).ok).toBe(false);
  });
});
