import { describe, expect, it } from 'vitest';
import { runSchedule, type Outcome } from './run-schedule.ts';

const first = Number(process.env['PLUMBLINE_SEED'] ?? 1);
const schedules = Number(
  process.env['PLUMBLINE_SCHEDULES'] ?? (process.env['PLUMBLINE_FULL'] === '1' ? 1000 : 15),
);

describe('five people over a folder that loses, delays, reorders, doubles and copies', () => {
  it('all end with the same draft, and nothing acknowledged is lost', { timeout: 600_000 }, async () => {
    const outcomes: Outcome[] = [];
    for (let seed = first; seed < first + schedules; seed += 1) {
      const outcome = await runSchedule(seed);
      outcomes.push(outcome);
      expect(outcome.faults, `replay with: npm run simulate -- --seed ${seed} --schedules 1`).toEqual([]);
    }
    const sum = (what: 'acknowledged' | 'refused' | 'died' | 'copies' | 'emptyCopies'): number =>
      outcomes.reduce((total, outcome) => total + outcome[what], 0);
    console.log(
      `measured: ${schedules} schedules from seed ${first}: ${sum('acknowledged')} saves acknowledged, ${sum('refused')} refused, ${sum('died')} processes killed in a write, ${sum('copies')} copies left, ${sum('emptyCopies')} with zero bytes in place of content`,
    );
    // A simulation in which nothing goes wrong would prove nothing.
    expect(sum('acknowledged')).toBeGreaterThan(schedules * 5);
    expect(Math.min(sum('refused'), sum('died'), sum('copies'), sum('emptyCopies'))).toBeGreaterThan(
      schedules / 20,
    );
  });

  it('replay from their seed to the byte', async () => {
    expect(await runSchedule(7)).toEqual(await runSchedule(7));
  });
});
