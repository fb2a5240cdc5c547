import { requiredGaps } from '../coverage/evidence-gaps.ts';
import { gapWords } from '../coverage/gap-words.ts';
import { linkedEvidence } from '../coverage/linked-evidence.ts';
import { linkField } from '../evidence/evidence-fields.ts';
import { notedField } from '../evidence/noted-fields.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { areaRow } from './area-row.ts';
import { defineGate } from './gate.ts';
import { listed } from './listed.ts';

/** Every area of which the framework asks for kinds of evidence, with what it, or a criterion of it, lacks of them. */
function areasAsked(
  state: DraftState,
  { areas }: Framework,
): readonly { readonly area: Area; readonly lacks: readonly string[] }[] {
  const linked = linkedEvidence(state);
  return areas.flatMap((area) => {
    const asked = [
      ...area.criteria.map(({ id, title, required }) => ({
        of: `“${title}”: `,
        required,
        notes: linked.get(id) ?? [],
      })),
      { of: '', required: area.required, notes: area.criteria.flatMap(({ id }) => linked.get(id) ?? []) },
    ].filter(({ required }) => required !== undefined && required.length > 0);
    if (asked.length === 0) return [];
    const lacks = asked.flatMap(({ of, required, notes }) => {
      const gaps = new Set(requiredGaps(required, notes).map((gap) => gapWords(gap)));
      return gaps.size === 0 ? [] : [`${of}${[...gaps].join('; ')}`];
    });
    return [{ area, lacks }];
  });
}

/** The kinds of evidence that the framework requires stand under its areas, or a reason says why not. Not asked where it requires none. */
export const requiredEvidenceGate = defineGate({
  id: 'required-evidence',
  title: 'The required kinds of evidence are there',
  rule: 'required-evidence',
  reasonRestsOn: (field) => linkField.is(field) || notedField.is(field),
  check: (state, framework) => {
    const asked = areasAsked(state, framework);
    if (asked.length === 0) return null;
    const open = asked.filter(({ lacks }) => lacks.length > 0);
    return open[0] === undefined
      ? { status: 'done', detail: `${asked.length} of ${asked.length}` }
      : {
          status: 'reason-needed',
          detail: `Not met: ${listed(open.map(({ area, lacks }) => `${area.brief ?? area.title} (${lacks.join('; ')})`))}.`,
          goTo: { screen: 'evidence', area: open[0].area.id },
        };
  },
  looksAt: (state, framework, reason) =>
    areasAsked(state, framework).map(({ area, lacks }) =>
      areaRow(
        area,
        lacks.length === 0 ? 'Met' : lacks.join('; '),
        lacks.length === 0 || reason !== null,
        'evidence',
      ),
    ),
});
