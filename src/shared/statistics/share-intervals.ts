import { binomial, binomialAtMost, hypergeometricAtMost } from './counts.ts';
import { normalQuantile, rootBetween } from './normal.ts';

/** From the lower to the upper end of a share, each 0 to 1. */
type Ends = readonly [low: number, high: number];

/** How many of those looked at have it, and the level of its two-sided intervals, such as 0.95. */
export interface Counted {
  readonly agree: number;
  readonly of: number;
  readonly level: number;
}

/** A share with two-sided intervals; the last two only where the size of the finite population is known. */
interface ShareIntervals {
  /** Null where nothing was looked at. */
  readonly share: number | null;
  readonly clopperPearson: Ends;
  readonly wilson: Ends;
  readonly midP: Ends;
  /** The least and the most of the population that can have it, as counts. */
  readonly finite?: { readonly least: number; readonly most: number };
  /** The share of the population, whatever those who were not looked at have. */
  readonly noAssumption?: Ends;
}

/** Every interval of a share. */
export function shareIntervals(counted: Counted, population: number | null = null): ShareIntervals {
  const { agree, of } = counted;
  return {
    share: of === 0 ? null : agree / of,
    clopperPearson: clopperPearson(counted),
    wilson: wilson(counted),
    midP: midP(counted),
    ...(population === null
      ? {}
      : {
          finite: finite(counted, population),
          noAssumption: [agree / population, (agree + population - of) / population] as const,
        }),
  };
}

/** Exact: each end is where its tail has half of what the level leaves (Clopper and Pearson 1934, Biometrika 26, 404-413). */
function clopperPearson({ agree, of, level }: Counted): Ends {
  const tail = (1 - level) / 2;
  return [
    agree === 0 ? 0 : rootBetween((p) => 1 - binomialAtMost(agree - 1, of, p) - tail, 0, 1),
    agree === of ? 1 : rootBetween((p) => tail - binomialAtMost(agree, of, p), 0, 1),
  ];
}

/** As Clopper and Pearson, with half of the observed count's own probability in each tail (Lancaster 1961, JASA 56, 223-234). */
function midP({ agree, of, level }: Counted): Ends {
  const tail = (1 - level) / 2;
  const half = (p: number): number => binomial(agree, of, p) / 2;
  return [
    agree === 0 ? 0 : rootBetween((p) => 1 - binomialAtMost(agree, of, p) + half(p) - tail, 0, 1),
    agree === of ? 1 : rootBetween((p) => tail - binomialAtMost(agree - 1, of, p) - half(p), 0, 1),
  ];
}

/** The score interval (Wilson 1927, JASA 22, 209-212). */
function wilson({ agree, of, level }: Counted): Ends {
  if (of === 0) return [0, 1];
  const z2 = normalQuantile(1 - (1 - level) / 2) ** 2;
  const share = agree / of;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const reach = Math.sqrt((z2 * share * (1 - share)) / of + z2 ** 2 / (4 * of ** 2)) / (1 + z2 / of);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/** Every count of the population that neither tail of the draw without putting back speaks against (Buonaccorsi 1987, 41, 215-218). */
function finite({ agree, of, level }: Counted, population: number): { least: number; most: number } {
  const tail = (1 - level) / 2;
  const most = (marked: number): boolean =>
    hypergeometricAtMost(agree, { population, marked, drawn: of }) > tail;
  const least = (marked: number): boolean =>
    agree === 0 || 1 - hypergeometricAtMost(agree - 1, { population, marked, drawn: of }) > tail;
  return {
    least: firstFrom(agree, population - (of - agree), least),
    most: population - firstFrom(of - agree, population - agree, (rest) => most(population - rest)),
  };
}

/** The first whole number of a span from which on something holds: it stays true once it is; the end where it never is. */
export function firstFrom(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
