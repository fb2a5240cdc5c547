import { besideFields } from '../judgment/changed-since.ts';
import { independentApprovals } from '../judgment/independent-approvals.ts';
import { undeclaredRule } from '../finalising/judgment-approved.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { PersonId } from '../records/record.ts';
import { count } from '../words.ts';
import { defineGate } from './gate.ts';

/** Everybody who judged the inspection (wrote, graded, decided or approved it), sorted by what they did first, and whether their interests are known. */
function judging(
  state: DraftState,
): readonly { readonly person: PersonId; readonly did: string; readonly isDeclared: boolean }[] {
  const { revisions, moderation } = state;
  const people = new Map<PersonId, string>();
  const add = (person: PersonId, did: string): unknown => people.has(person) || people.set(person, did);
  for (const { author } of revisions) add(author, 'wrote in the draft');
  for (const { standing, lodgings, outcomes, arbitrations } of moderation.rounds) {
    if (standing !== 'revealed') continue;
    for (const { author } of lodgings) add(author, 'graded independently');
    for (const { author } of Object.values(outcomes).flat()) add(author, 'decided an outcome');
    for (const { arbiter } of arbitrations) add(arbiter, 'was asked to arbitrate');
  }
  for (const { author } of independentApprovals(state)) add(author, 'approved it');
  const known = new Set(moderation.interests.map(({ person }) => person));
  return [...people].map(([person, did]) => ({ person, did, isDeclared: known.has(person) }));
}

/** Whoever judged the inspection said which interests they have in it, or that they have none; or a reason says why not. */
export const interestsGate = defineGate({
  id: 'interests',
  title: 'Interests are declared',
  needsFramework: false,
  rule: undeclaredRule,
  reasonRestsOn: (field) =>
    field === besideFields.interests || field === besideFields.grading || field === besideFields.judges,
  check: (state) => {
    const all = judging(state);
    const open = all.filter(({ isDeclared }) => !isDeclared);
    if (state.demonstration)
      return { status: 'not-needed', detail: 'The people of a demonstration are fictional' };
    if (all.length === 0) return { status: 'not-needed', detail: 'Nobody has judged anything yet' };
    return open.length === 0
      ? { status: 'done', detail: `${all.length} of ${all.length} declared` }
      : {
          status: 'reason-needed',
          detail: `${count(open.length, 'person', 'people')} of ${all.length} who wrote, graded or approved declared nothing. Each declares in Panel, also that there is none; the chair can record it for them.`,
          goTo: { screen: 'panel' },
        };
  },
  looksAt: (state, _framework, reason) =>
    judging(state).map(({ person, did, isDeclared }) => ({
      title: 'A person',
      person,
      detail: `${isDeclared ? 'Declared' : 'Declared nothing'}: ${did}`,
      isSettled: isDeclared || reason !== null || state.demonstration,
    })),
});
