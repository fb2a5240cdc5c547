import { binomialAtMost, hypergeometricAtMost } from './counts.ts';
import { rootBetween } from './normal.ts';
import { firstFrom } from './share-intervals.ts';

/** What a sample has to find, and how surely. */
interface SampleQuestion {
  /** The share of failures, 0 to 1, that must not go unseen. */
  readonly share: number;
  /** How many failures may be found and the answer still be no. */
  readonly allowed: number;
  /** How sure, such as 0.95. */
  readonly level: number;
}

/**
 * The fewest to look at so that, were that share or more to fail, more than the allowed failures are found as surely as asked;
 * null where looking at all of a population does not do. Drawn without putting back from a population, else as from one
 * without end (AICPA 2017, "Audit Sampling", tables ). One-sided.
 */
export function sampleSize(
  { share, allowed, level }: SampleQuestion,
  population: number | null,
): number | null {
  const unseen = 1 - level;
  if (population === null) {
    const found = (size: number): boolean => binomialAtMost(allowed, size, share) <= unseen;
    let most = allowed + 1;
    while (!found(most)) most *= 2;
    return firstFrom(allowed + 1, most, found);
  }
  const marked = Math.ceil(share * population - 1e-9);
  if (marked <= allowed) return null;
  return firstFrom(
    allowed + 1,
    population,
    (drawn) => hypergeometricAtMost(allowed, { population, marked, drawn }) <= unseen,
  );
}

/**
 * The most failures that a population can hold after `failures` were found among `drawn` of it: the largest count at which
 * finding so few still has a probability above 1 - level. One-sided.
 */
export function mostFailures(
  { drawn, failures, level }: { readonly drawn: number; readonly failures: number; readonly level: number },
  population: number,
): number {
  const fewer = (rest: number): boolean =>
    hypergeometricAtMost(failures, { population, marked: population - rest, drawn }) > 1 - level;
  return population - firstFrom(drawn - failures, population - failures, fewer);
}

/** The largest share of failures, 0 to 1, after `failures` among `drawn` of a population without end. One-sided. */
export function mostShare({
  drawn,
  failures,
  level,
}: {
  readonly drawn: number;
  readonly failures: number;
  readonly level: number;
}): number {
  if (failures >= drawn) return 1;
  return rootBetween((share) => 1 - level - binomialAtMost(failures, drawn, share), 0, 1);
}
