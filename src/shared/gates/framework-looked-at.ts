import { dayWords } from '../words.ts';
import type { Looking } from './looking.ts';

/** What the framework that the draft stands under asks, in figures. */
export const frameworkAdopted: Looking = (_state, framework) => {
  const { areas, limiters, deadlines, version, valid } = framework;
  const criteria = areas.reduce((sum, area) => sum + area.criteria.length, 0);
  return [
    ['Version', version],
    [
      'For inspections',
      `from ${dayWords(valid.from)}${valid.to === null ? '' : ` to ${dayWords(valid.to)}`}`,
    ],
    ['Areas', `${areas.length}, with ${criteria} criteria`],
    ['Rules by which one thing limits a grade', limiters.length === 0 ? 'None' : String(limiters.length)],
    ['Deadlines', deadlines.length === 0 ? 'None' : deadlines.map((one) => one.title).join(', ')],
  ].map(([what = '', found = '']) => ({ what, found, area: null, settled: true, goTo: null }));
};
