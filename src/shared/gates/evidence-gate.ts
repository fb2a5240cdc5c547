import type { DraftState } from '../judgment/draft-state.ts';
import { gradesByArea } from '../judgment/grades-by-area.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { count } from '../words.ts';
import type { Gate } from './gate.ts';
import { listed } from './listed.ts';

function linkedAreas(state: DraftState, framework: Framework): ReadonlySet<string> {
  const areaOf = new Map(framework.areas.flatMap((area) => area.criteria.map((one) => [one.id, area.id])));
  return new Set(
    state.links.flatMap(({ criterion, values }) =>
      values.some((one) => one.value !== 'none') ? (areaOf.get(criterion) ?? []) : [],
    ),
  );
}

/** Every grade has a note linked under its area. */
export function evidenceGate(state: DraftState, framework: Framework): Gate {
  const linked = linkedAreas(state, framework);
  const bare = framework.areas.filter(
    (area) => area.criteria.length > 0 && gradesByArea(state)[area.id] !== undefined && !linked.has(area.id),
  );
  return {
    id: 'grades-rest',
    title: 'Every grade rests on evidence',
    told:
      bare.length === 0
        ? `${count(state.links.filter(({ values }) => values.some((one) => one.value !== 'none')).length, 'link')} from ${count(state.notes.length, 'note')}`
        : `No note is linked under: ${listed(bare.map((area) => area.title))}.`,
    status: bare.length === 0 ? 'done' : 'blocking',
    rule: null,
    goTo: bare[0] === undefined ? null : { screen: 'evidence', area: bare[0].id },
  };
}
