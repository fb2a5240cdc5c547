import type { DraftState } from '../judgment/draft-state.ts';
import { settled } from '../records/settled.ts';
import type { Framework } from '../framework/framework-schema.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

/** Every area is graded, or says why not. */
export function gradedGate(state: DraftState, framework: Framework): Gate {
  const graded = framework.areas.filter((area) => area.scale !== null);
  const open = graded.filter((area) => settled(state.grades[area.id]) === null);
  return {
    id: 'graded',
    title: 'Every area has a grade, or the reason why not',
    told:
      open.length === 0
        ? `${graded.length} of ${graded.length}`
        : `Without one: ${listed(open.map((area) => area.title))}.`,
    status: open.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: open[0] === undefined ? null : { screen: 'write', area: open[0].id },
  };
}
