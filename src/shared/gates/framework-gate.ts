import { dayWords } from '../words.ts';
import { hasText } from './areas-without-words-gate.ts';
import { defineGate } from './gate.ts';

/** The draft stands under a framework. */
export const frameworkGate = defineGate({
  id: 'framework',
  title: 'A framework is adopted',
  needsFramework: false,
  check: (state, framework) =>
    framework === null
      ? {
          status: 'blocking',
          detail:
            'The draft stands under no framework, so no rule can be checked. It can be kept and read, and not sealed.',
        }
      : { status: hasText(state) ? 'done' : 'not-needed', detail: framework.title },
  looksAt: (_state, { areas, limiters, deadlines, version, valid }) => {
    const criteria = areas.reduce((sum, area) => sum + area.criteria.length, 0);
    const until = valid.to === null ? '' : ` to ${dayWords(valid.to)}`;
    const facts = {
      Version: version,
      'For inspections': `from ${dayWords(valid.from)}${until}`,
      Areas: `${areas.length}, with ${criteria} criteria`,
      'Rules by which one thing limits a grade': limiters.length === 0 ? 'None' : String(limiters.length),
      Deadlines: deadlines.length === 0 ? 'None' : deadlines.map(({ title }) => title).join(', '),
    };
    return Object.entries(facts).map(([title, detail]) => ({ title, detail, isSettled: true }));
  },
});
