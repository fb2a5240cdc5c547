import { expect, it } from 'vitest';
import { laterByWeeks, recentSample } from '../../../../src/main/application/sample/recent-sample.ts';
import type { Resources } from '../../../../src/main/ports/ports.ts';

it.each([
  ['"at": "2026-11-12T15:40"', 2, '"at": "2026-11-26T15:40"'],
  ['start: 2026-12-28', 1, 'start: 2027-01-04'],
  ['Visited on 9 October and again on 30 November.', 1, 'Visited on 16 October and again on 7 December.'],
  ['Raised in July. 2026-11-123 is no day.', 3, 'Raised in July. 2026-11-123 is no day.'],
])('moves the days of %j by %i weeks and nothing else', (text, weeks, moved) => {
  expect(laterByWeeks(text, weeks)).toBe(moved);
});

it.each([
  ['2026-11-29T22:00:00Z', '2026-11-26'],
  ['2026-11-19T12:00:00Z', '2026-11-12'],
  ['2026-11-20T00:00:00Z', '2026-11-19'],
  ['2028-06-01T09:00:00Z', '2028-05-25'],
  ['2020-01-01T00:00:00Z', '2026-11-12'],
])('ends in the week before %s, and never before it was written', async (now, last) => {
  const resources = { sampleText: () => Promise.resolve('2026-11-12') } as unknown as Resources;
  expect(await recentSample(resources, Date.parse(now)).sampleText('any')).toBe(last);
});
