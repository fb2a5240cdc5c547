// Runs many schedules of five people over a lossy folder, says which seeds fail and why, and ends with 1 where any does.
import { parseArgs } from 'node:util';
import { runSchedule } from './run-schedule.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '100000' },
  },
});
const first = Number(values.seed);
const schedules = Number(values.schedules);
const begun = performance.now();
const failing: number[] = [];
let acknowledged = 0;

for (let seed = first; seed < first + schedules; seed += 1) {
  const outcome = await runSchedule(seed);
  acknowledged += outcome.acknowledged;
  if (outcome.faults.length > 0) {
    failing.push(seed);
    console.log(`seed ${seed} fails:\n  ${outcome.faults.join('\n  ')}`);
    console.log(`  replay with: npm run simulate -- --seed ${seed} --schedules 1`);
  }
  const run = seed - first + 1;
  if (run % 500 === 0 || run === schedules) {
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(
      `${run} of ${schedules} schedules, ${acknowledged} saves acknowledged, ${failing.length} failing, ${seconds} s`,
    );
  }
}
process.exitCode = failing.length === 0 ? 0 : 1;
