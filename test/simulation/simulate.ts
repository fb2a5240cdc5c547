// Runs many schedules of five people over a lossy folder on all cores, says which seeds fail and why, and ends with 1
// where any does. Stopped with Ctrl-C or after --minutes, it says which seeds ran: the next run goes on from there.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runSchedules } from './run-schedules.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '100000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    minutes: { type: 'string', default: '1440' },
  },
});
const first = Number(values.seed);
const schedules = Number(values.schedules);
const threads = Math.max(1, Math.min(Number(values.threads), schedules));
const begun = performance.now();
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
const limit = setTimeout(() => stop.abort(), Number(values.minutes) * 60_000);

const ended = await runSchedules(first, schedules, threads, stop.signal, (outcome, run) => {
  const why = 'failed' in outcome ? [outcome.failed] : outcome.faults;
  if (why.length > 0) {
    console.log(`seed ${outcome.seed} fails:\n  ${why.join('\n  ')}`);
    console.log(`  replay with: npm run simulate -- --seed ${outcome.seed} --schedules 1`);
  }
  if (run % 500 === 0) {
    const rate = run / ((performance.now() - begun) / 1000);
    const left = (schedules - run) / rate / 60;
    console.log(
      `${run} of ${schedules} schedules, ${rate.toFixed(1)} a second, ${left.toFixed(0)} minutes left`,
    );
  }
});
clearTimeout(limit);
const { run, acknowledged, failing } = ended;
const seconds = (performance.now() - begun) / 1000;
const stopped = run < schedules ? `stopped; go on with --seed ${first + run}` : 'all ran';
console.log(
  `seeds ${first} to ${first + run - 1} on ${threads} threads: ${acknowledged} saves acknowledged, ${failing.length} failing, ${seconds.toFixed(0)} s, ${(run / seconds).toFixed(1)} schedules a second (${stopped})`,
);
process.exitCode = failing.length === 0 ? 0 : 1;
