import type { DraftState } from '../judgment/draft-state.ts';
import type { Field } from '../records/open-value.ts';
import { stateFields } from '../judgment/state-fields.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { MaskGrades } from './mask-grades.ts';

function maskField(field: Field<string>, mask: MaskGrades): Field<string> {
  return field.map((open) => ({ ...open, value: open.value === null ? null : mask(open.value) }));
}

function maskFields(
  fields: { readonly [name: string]: Field<string> },
  mask: MaskGrades,
): { readonly [name: string]: Field<string> } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, maskField(field, mask)]));
}

/** Masks every text within plain data, and drops what is keyed by `grade`. */
function maskAll<T>(value: T, mask: MaskGrades): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return mask(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(value) as T;
}

/**
 * A state without the team's grades, in fields or words, for one person: of fields it has what their `visible` values say,
 * so that grades, best fits, what others marked and ticked (a tick's hash confirms a guess at what changed) and answers to
 * questions of comparisons are gone, as is any field that nobody decided about. Narratives, points, comments, reasons,
 * imported reports, challenges, what was sent to the provider and came back, why clocks paused, declared interests and the
 * history lose every grade's words. Evidence notes stay whole: they are what a member grades by.
 */
export function hideProvisional(state: DraftState, visible: OpenValues, mask: MaskGrades): DraftState {
  return {
    ...state,
    ...stateFields(visible),
    narratives: maskFields(state.narratives, mask),
    reasons: maskFields(state.reasons, mask),
    contradictions: maskFields(state.contradictions, mask),
    improvements: state.improvements.map((open) => ({
      ...open,
      value: open.value === null ? null : maskAll(open.value, mask),
    })),
    points: maskAll(state.points, mask),
    facts: maskAll(state.facts, mask),
    pauses: maskAll(state.pauses, mask),
    // Names of fields and ids, no words: what is approved is given back as it is.
    finalising: { ...maskAll(state.finalising, mask), approvable: state.finalising.approvable },
    // That a grade changed since tells of it; what rests on it is settled once grades are no longer hidden.
    changedSince: {},
    comments: state.comments.map((comment) => ({
      ...comment,
      quote: mask(comment.quote),
      text: mask(comment.text),
      replies: comment.replies.map((reply) => ({ ...reply, text: mask(reply.text) })),
    })),
    imports: state.imports.map((imported) => ({ ...imported, report: maskAll(imported.report, mask) })),
    revisions: state.revisions.map((revision) => ({ ...revision, reason: mask(revision.reason) })),
    timeline: state.timeline.map((entry) => ({ ...entry, sentence: mask(entry.sentence) })),
    moderation: {
      ...state.moderation,
      rounds: state.moderation.rounds.map((round) => ({ ...round, provisionalGrades: {} })),
      pairwise: maskAll(state.moderation.pairwise, mask),
      challenges: maskAll(state.moderation.challenges, mask),
      interests: maskAll(state.moderation.interests, mask),
    },
  };
}
