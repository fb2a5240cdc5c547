import { agreementWithout, type Agreement } from '../../../shared/agreement/measure-agreement.ts';
import type { BootstrapDraws } from '../../../shared/agreement/bootstrap-draws.ts';
import { bootstrapIntervals } from '../../../shared/agreement/bootstrap-intervals.ts';
import { ratingPatterns } from '../../../shared/agreement/rating-patterns.ts';
import type { Ratings } from '../../../shared/agreement/ratings.ts';
import { seeded } from '../../../shared/agreement/seeded-generator.ts';
import type { HeavyWork } from '../../../shared/work/heavy-work.ts';

/** Draws made between two looks at whether to stop. */
const atOnce = 25;

/**
 * Agreement with bootstrap intervals, the draws made in the worker, a few at a time; the same seed gives the same
 * intervals however they are cut. `hear` hears how many are done; null comes back where `signal` stopped it.
 */
export async function agreementWithIntervals(
  work: HeavyWork,
  ratings: Ratings,
  { seed, draws, scale }: { seed: number; draws: number; scale?: readonly number[] },
  { signal, hear }: { readonly signal?: AbortSignal; readonly hear?: (done: number) => void } = {},
): Promise<Agreement | null> {
  const patterns = ratingPatterns(ratings, scale);
  const parts: BootstrapDraws[] = [];
  let state = seeded(seed);
  for (let made = 0; made < draws; made += atOnce) {
    hear?.(made);
    if (signal?.aborted === true) return null;
    const part = await work('bootstrapDraws', patterns, state, Math.min(atOnce, draws - made));
    parts.push(part);
    state = part.state;
  }
  hear?.(draws);
  return { ...agreementWithout(ratings, scale), intervals: bootstrapIntervals(patterns, parts, draws) };
}
