import { agreementWithout, type Agreement } from '../../../shared/agreement/measure-agreement.ts';
import type { BootstrapDraws } from '../../../shared/agreement/bootstrap-draws.ts';
import { bootstrapIntervals } from '../../../shared/agreement/bootstrap-intervals.ts';
import { ratingPatterns } from '../../../shared/agreement/rating-patterns.ts';
import type { Ratings } from '../../../shared/agreement/ratings.ts';
import { seeded } from '../../../shared/agreement/seeded-generator.ts';
import type { RunJob } from '../../../shared/jobs/jobs.ts';

/** Draws made between two looks at whether to stop. */
const atOnce = 25;

/**
 * Agreement with bootstrap intervals, the draws made in the worker, a few at a time; the same seed gives the same
 * intervals however they are cut. `told` hears how many are done and answers whether to stop; then null comes back.
 */
export async function agreementWithIntervals(
  runJob: RunJob,
  ratings: Ratings,
  { seed, draws, scale }: { seed: number; draws: number; scale?: readonly number[] },
  told: (done: number, total: number) => boolean = () => false,
): Promise<Agreement | null> {
  const patterns = ratingPatterns(ratings, scale);
  const parts: BootstrapDraws[] = [];
  let state = seeded(seed);
  for (let made = 0; made < draws; made += atOnce) {
    if (told(made, draws)) return null;
    const part = await runJob('bootstrapDraws', patterns, state, Math.min(atOnce, draws - made));
    parts.push(part);
    state = part.state;
  }
  told(draws, draws);
  return { ...agreementWithout(ratings, scale), intervals: bootstrapIntervals(patterns, parts, draws) };
}
