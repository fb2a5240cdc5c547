/**
 * Complementary error function. Below 3 by the series of erf without cancelling (NIST Digital Library of Mathematical
 * Functions 7.6.2), from 3 on by the continued fraction 7.9.1, to about 14 digits. `at` is not below nought.
 */
function erfc(at: number): number {
  const square = at * at;
  if (at < 3) {
    let term = at;
    let sum = at;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (2 * square) / odd;
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-square) * sum;
  }
  let fraction = 1;
  for (let step = 60; step >= 1; step -= 1) fraction = 1 + step / (2 * square) / fraction;
  return Math.exp(-square) / (at * Math.sqrt(Math.PI) * fraction);
}

/** Probability that a standard normal variable is at most `z`. */
export function normalAtMost(z: number): number {
  const tail = erfc(Math.abs(z) / Math.SQRT2) / 2;
  return z > 0 ? 1 - tail : tail;
}

/** The value that a standard normal variable stays under with probability `share`, more than 0 and less than 1. */
export function normalQuantile(share: number): number {
  return rootBetween((z) => normalAtMost(z) - share, -40, 40);
}

/**
 * Probability of `value` or more of a chi-square variable on `df` degrees of freedom, a whole number from 1 on. By the
 * recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1) of the regularised gamma function (DLMF 8.8.6), which begins
 * with Q(1/2, x) = erfc(sqrt x) or Q(1, x) = e^-x.
 */
export function chiSquareTail(value: number, df: number): number {
  const x = value / 2;
  if (x <= 0) return 1;
  const isOdd = df % 2 === 1;
  let tail = isOdd ? erfc(Math.sqrt(x)) : Math.exp(-x);
  let term = isOdd ? 2 * Math.sqrt(x / Math.PI) * Math.exp(-x) : x * Math.exp(-x);
  for (let a = isOdd ? 0.5 : 1; a < df / 2; a += 1) {
    tail += term;
    term *= x / (a + 1);
  }
  return Math.min(1, tail);
}

/** Where a function that does not fall crosses nought between two ends, by halving to the last digit. */
export function rootBetween(rising: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let half = 0; half < 200; half += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
