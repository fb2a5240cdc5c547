import { join } from 'node:path';
import { plainBootstrap } from './plain-bootstrap.ts';
import { medians, milliseconds, nearLinear, printTable, slope } from '../timing.ts';
import { agreementWithIntervals } from '../../../src/main/application/agreement/agreement-with-intervals.ts';
import { heavyWorkIn } from '../../../src/main/work/heavy-work-client.ts';
import { SeededGenerator, seeded } from '../../../src/shared/agreement/seeded-generator.ts';

/** Grades of raters who mostly see a unit's own worth, each missing one in twenty. */
function simulated(units: number, raters: number, points: number): (number | null)[][] {
  const generator = new SeededGenerator(seeded(2026));
  return Array.from({ length: units }, () => {
    const worth = generator.below(points);
    return Array.from({ length: raters }, () => {
      if (generator.below(20) === 0) return null;
      const step = generator.below(10);
      const given = worth + (step < 6 ? 0 : step < 8 ? 1 : -1);
      return Math.min(points, Math.max(1, given + 1));
    });
  });
}

/** 10,000 units by 10 raters, 1,000 draws: all coefficients in the worker, beside one coefficient from the grades. */
export async function run(): Promise<void> {
  const work = heavyWorkIn(join(import.meta.dirname, '../../../src/main/work/worker.ts'));
  for (const points of [4, 7]) {
    const ratings = simulated(10_000, 10, points);
    let looks = 0;
    const begun = performance.now();
    const agreement = await agreementWithIntervals(
      work,
      ratings,
      { seed: 1, draws: 1000 },
      { hear: () => (looks += 1) },
    );
    const ours = performance.now() - begun;
    const stopBegun = performance.now();
    const stopping = new AbortController();
    const hear = (made: number): void => {
      if (made > 0) stopping.abort();
    };
    const { signal } = stopping;
    const stopped = await agreementWithIntervals(work, ratings, { seed: 1, draws: 1000 }, { signal, hear });
    const stop = performance.now() - stopBegun;
    const fewer = 20;
    const plainBegun = performance.now();
    const values = Array.from({ length: points }, (_value, at) => at + 1);
    const plain = plainBootstrap(ratings, values, 1, fewer);
    const theirs = ((performance.now() - plainBegun) * 1000) / fewer;
    const interval = agreement?.intervals['krippendorff.ordinal'];
    console.log(
      [
        `10,000 units by 10 raters on ${points} points, 1,000 draws, seed 1`,
        `  all 10 coefficients in the worker   ${Math.round(ours)} ms, progress told ${looks} times`,
        `  stopped after the first part        ${Math.round(stop)} ms, ${stopped === null ? 'nothing given' : 'GIVEN ALL THE SAME'}`,
        `  plain, ordinal alpha alone          ${Math.round(theirs)} ms (from ${fewer} draws); ${(theirs / ours).toFixed(1)} times as long`,
        `  ordinal alpha 95 %                  ${interval?.low.toFixed(4) ?? '-'} to ${interval?.high.toFixed(4) ?? '-'}; plain draws lie from ${Math.min(...plain).toFixed(4)} to ${Math.max(...plain).toFixed(4)}`,
      ].join('\n'),
    );
  }
  await continuous();
}

/** Grades of three raters that are all but unlike: a unit's own worth, and up to a tenth of the scale beside it. */
function continuousRatings(units: number): number[][] {
  const generator = new SeededGenerator(seeded(2027));
  return Array.from({ length: units }, () => {
    const worth = 1000 + generator.below(8000);
    return Array.from({ length: 3 }, () => (worth + generator.below(1000)) / 1000);
  });
}

/** Where nearly every grade is a value of its own: all coefficients and 100 draws of each. */
async function continuous(): Promise<void> {
  const work = heavyWorkIn(join(import.meta.dirname, '../../../src/main/work/worker.ts'));
  const sizes = [500, 2000];
  const [few = 0, many = 0] = await medians(sizes.map(continuousRatings), (ratings) =>
    agreementWithIntervals(work, ratings, { seed: 1, draws: 100 }),
  );
  console.log('');
  printTable(
    ['three raters, 100 draws', ...sizes.map((units) => `${units} units`), `slope, at most ${nearLinear}`],
    [
      [
        'all coefficients, continuous scale',
        milliseconds(few),
        milliseconds(many),
        slope(few, many).toFixed(2),
      ],
    ],
  );
}
