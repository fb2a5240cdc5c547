import { z } from 'zod';
import { revisionBody } from './save-revision.ts';
import type { Scope } from './session.ts';
import { writeRecords, type Intent } from './write-records.ts';
import type { FieldValue } from '../../shared/domain/events/define-event.ts';
import type { FoldedDraft } from '../../shared/domain/draft/fold-draft.ts';
import type { StandingWrite } from '../../shared/domain/draft/open-values.ts';
import { bodyOf } from '../../shared/domain/events/event-types.ts';
import { detailNames } from '../../shared/domain/draft/draft-state.ts';
import { done, refused, type Result } from '../../shared/domain/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SavedView } from '../../shared/ipc/views.ts';

const nothingToSettle: CallError = {
  code: 'out-of-date',
  message: 'This field has one value now: somebody settled it already. Nothing was changed. Look again.',
};

const notYours: CallError = {
  code: 'not-allowed',
  message:
    'These are marks or ticks of one person, made on two devices, and only that person can settle them. Nothing was changed.',
};

/** Kinds of record that say why themselves. */
const sayWhy = new Set(['revision.saved']);

/**
 * Settles a field with several open values by keeping one: a new write of that value over all of them, and beside it
 * who decided and why, in one append.
 */
export function settleField(
  scope: Scope,
  input: CallInput<'settleField'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecords(scope, input.draft, (folded, person) => {
    const open = folded.values.get(input.field) ?? [];
    const kept = open.find((write) => write.record.id === input.keep);
    if (open.length < 2 || kept?.value == null) return refused(nothingToSettle);
    if (ownerOfField(input.field) !== null && ownerOfField(input.field) !== person) return refused(notYours);
    const over = open.map((write) => write.record.id);
    const first = rewrite(folded, input, kept, kept.value, over);
    if (first === null) return refused(nothingToSettle);
    const { field, reason } = input;
    const why = (by: string): Intent => ({ type: 'conflict.settled', body: { field, by, reason } });
    return done({ first, rest: sayWhy.has(first.type) ? [] : [([written]) => why(written?.id ?? '')] });
  });
}

/** The one person whose field it is, where a field is one person's own. */
function ownerOfField(field: string): string | null {
  const [kind, first = '', , third = ''] = field.split('/');
  return kind === 'mark' ? third : kind === 'reviewed' ? first : null;
}

const oneField = z.looseObject({ over: z.array(z.string()) });

/** The write that keeps a value: part of a revision or of a correction of facts, else the kept record's own words again. */
function rewrite(
  folded: FoldedDraft,
  { draft, field, reason }: CallInput<'settleField'>,
  kept: StandingWrite,
  value: FieldValue,
  over: string[],
): Intent | null {
  const [kind = '', first = ''] = field.split('/');
  const changes = { draft, reason, narratives: [], grades: [], improvements: null };
  if (kind === 'narrative' && 'text' in value) {
    return revisionBody(folded, { ...changes, narratives: [{ section: first, text: value.text, over }] });
  }
  if (kind === 'grade' && 'grade' in value) {
    return revisionBody(folded, { ...changes, grades: [{ area: first, value: value.grade, over }] });
  }
  if (kind === 'improvements' && 'points' in value) {
    return revisionBody(folded, { ...changes, improvements: { points: [...value.points], over } });
  }
  if (kind === 'points' && 'points' in value) {
    return revisionBody(folded, {
      ...changes,
      lists: [{ section: first, points: [...value.points], over }],
    });
  }
  if (field === 'detail/published' && 'text' in value) {
    return {
      type: 'moment.recorded',
      body: { moment: 'published', day: value.text === '' ? null : value.text, over },
    };
  }
  if (kind === 'detail' && 'text' in value) {
    const named = detailNames.filter((name) => name === first);
    const writes = named.map((name) => ({ name, value: value.text, over }));
    return { type: 'details.set', body: { writes } };
  }
  const body = oneField.safeParse(bodyOf(kept.record)).data;
  return body === undefined ? null : { type: kept.record.type, body: { ...body, over } };
}
