/** Natural logarithms of factorials, grown as far as one was asked for. */
const logFactorials: number[] = [0];

function logFactorial(of: number): number {
  for (let at = logFactorials.length; at <= of; at += 1)
    logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at));
  return logFactorials[of] ?? 0;
}

function logChoose(from: number, take: number): number {
  return logFactorial(from) - logFactorial(take) - logFactorial(from - take);
}

/** Probability of `count` in `trials` independent ones, each with probability `share` (0 to 1). */
export function binomial(count: number, trials: number, share: number): number {
  if (count < 0 || count > trials) return 0;
  if (share <= 0) return count === 0 ? 1 : 0;
  if (share >= 1) return count === trials ? 1 : 0;
  return Math.exp(logChoose(trials, count) + count * Math.log(share) + (trials - count) * Math.log1p(-share));
}

/** Probability of at most `count` in `trials` independent ones, each with probability `share` (0 to 1). */
export function binomialAtMost(count: number, trials: number, share: number): number {
  let sum = 0;
  for (let at = 0; at <= Math.min(count, trials); at += 1) sum += binomial(at, trials, share);
  return Math.min(1, sum);
}

/** A draw without putting back: how many there are, how many of them are marked, how many are drawn. */
interface Drawing {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/** Probability that `count` of the drawn are marked, where nothing is put back (hypergeometric). */
export function hypergeometric(count: number, { population, marked, drawn }: Drawing): number {
  if (count < Math.max(0, drawn + marked - population) || count > Math.min(marked, drawn)) return 0;
  return Math.exp(
    logChoose(marked, count) + logChoose(population - marked, drawn - count) - logChoose(population, drawn),
  );
}

/** Probability that at most `count` of the drawn are marked, where nothing is put back. */
export function hypergeometricAtMost(count: number, drawing: Drawing): number {
  let sum = 0;
  for (let at = 0; at <= Math.min(count, drawing.drawn); at += 1) sum += hypergeometric(at, drawing);
  return Math.min(1, sum);
}
