import { bradleyTerry } from './bradley-terry.ts';
import { winsTable, type PairedJudgment } from './paired-judgment.ts';

/**
 * How many pairs are asked of one member: every pair once, or as many as compare each thing ten times where that is
 * fewer. Verhavert, Bouwer, Donche and De Maeyer 2019, "A meta-analysis on the reliability of comparative judgement",
 * find a reliability of 0.7 from 10 to 14 comparisons of each thing, of all members together.
 */
export function pairsAsked(things: number): number {
  return Math.min((things * (things - 1)) / 2, 5 * things);
}

/**
 * The pair to compare next: of the things compared least, the one whose comparison says most, p (1 - p) on the scale so
 * far. Pollitt 2012, "The method of adaptive comparative judgement": what is known to be far apart is not asked again.
 * Where every pair is asked, none is a second time before all were once. Adaptive pairs make a scale's reliability look better than it is, so none is reported. Null with fewer than two.
 */
export function nextPair(
  things: number,
  judgments: readonly PairedJudgment[],
  asked = pairsAsked(things),
): readonly [number, number] | null {
  if (things < 2) return null;
  const wins = winsTable(things, judgments);
  const met = (a: number, b: number): number => (wins[a]?.[b] ?? 0) + (wins[b]?.[a] ?? 0);
  const all = Array.from({ length: things }, (_thing, at) => at);
  const often = all.map((a) => all.reduce((sum, b) => sum + met(a, b), 0));
  const scale = bradleyTerry(things, judgments);
  const place = (at: number): number =>
    scale.ok ? (scale.value.places[at] ?? 0) : winsShare(wins, often, at);
  const first = all.reduce((least, at) => ((often[at] ?? 0) < (often[least] ?? 0) ? at : least), 0);
  const everyPair = asked >= (things * (things - 1)) / 2;
  const gain = (other: number): number => {
    const p = 1 / (1 + Math.exp(place(other) - place(first)));
    const fresh = everyPair && met(first, other) === 0 ? 1 : 0;
    return fresh + (p * (1 - p)) / (1 + met(first, other));
  };
  const others = all.filter((at) => at !== first);
  const second = others.reduce(
    (best, at) =>
      gain(at) > gain(best) + 1e-12 ||
      (gain(at) > gain(best) - 1e-12 && (often[at] ?? 0) < (often[best] ?? 0))
        ? at
        : best,
    others[0] ?? 0,
  );
  return [first, second];
}

/** A first guess while there is no scale yet: how much more was won than lost, as log odds with one half added to each. */
function winsShare(wins: readonly (readonly number[])[], often: readonly number[], at: number): number {
  const won = (wins[at] ?? []).reduce((sum, one) => sum + one, 0);
  return Math.log((won + 0.5) / ((often[at] ?? 0) - won + 0.5));
}
