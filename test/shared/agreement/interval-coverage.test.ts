import { expect, it } from 'vitest';
import { coefficientNames } from '../../../src/shared/agreement/coefficients.ts';
import { agreementWithout } from '../../../src/shared/agreement/measure-agreement.ts';
import { measureAgreement } from './measure-agreement.ts';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';
import { simulatedRatings } from './simulated-ratings.ts';

const [samples, units, raters, draws, seed] = [400, 80, 2, 400, 20261124];

it(`95 % intervals hold the true value in about 95 of 100 samples (seed ${seed})`, () => {
  const generator = new SeededGenerator(seeded(seed));
  const truth = agreementWithout(simulatedRatings(generator, 200_000, raters)).coefficients;
  const held = new Map(coefficientNames.map((name) => [name, 0]));
  for (let sample = 0; sample < samples; sample += 1) {
    const ratings = simulatedRatings(generator, units, raters);
    const { intervals } = measureAgreement(ratings, { seed: sample, draws });
    for (const name of coefficientNames) {
      const [interval, one] = [intervals[name], truth[name]];
      if (interval === undefined || !one.computable) throw new Error(`${name} gave no interval`);
      if (interval.low <= one.value && one.value <= interval.high) held.set(name, (held.get(name) ?? 0) + 1);
    }
  }
  const rates = [...held].map(([name, often]) => [name, often / samples] as const);
  console.log(
    `${samples} samples of ${units} units by ${raters} raters, ${draws} draws each, nominal rate 95 %:\n${rates
      .map(([name, rate]) => `  ${name.padEnd(24)}${(100 * rate).toFixed(1)} %`)
      .join('\n')}`,
  );
  // A rate of 95 % has a standard error of 1.1 percentage points over 400 samples.
  for (const [name, rate] of rates) {
    expect(rate, name).toBeGreaterThan(0.92);
    expect(rate, name).toBeLessThan(0.98);
  }
});
