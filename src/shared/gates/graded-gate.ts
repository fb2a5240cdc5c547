import { gradeWords } from '../documents/grade-table.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import { settled } from '../records/settled.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

function areasToGrade({ areas }: Framework): readonly Area[] {
  return areas.filter((area) => area.scale !== null);
}

/** Every area is graded, or says why not. */
export const gradedGate = defineGate({
  id: 'graded',
  title: 'Every area has a grade, or the reason why not',
  check: (state, framework) => {
    const areas = areasToGrade(framework);
    const open = areas.filter((area) => settled(state.grades[area.id]) === null);
    return open[0] === undefined
      ? { status: 'done', detail: `${areas.length} of ${areas.length}` }
      : {
          status: 'blocking',
          detail: `Without one: ${listed(open.map((area) => area.title))}.`,
          goTo: { screen: 'write', area: open[0].id },
        };
  },
  looksAt: (state, framework) =>
    areasToGrade(framework).map((area) =>
      areaRow(area, gradeWords(state, framework, area.id), settled(state.grades[area.id]) !== null, 'write'),
    ),
});
