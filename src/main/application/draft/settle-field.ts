import { revisionBody } from './save-revision.ts';
import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import { detailsSet } from '../../../shared/draft/details-set.ts';
import { momentRecorded } from '../../../shared/clocks/moment-recorded.ts';
import { conflictSettled } from '../../../shared/draft/conflict-settled.ts';
import type { FieldValue, Intent } from '../../../shared/records/define-event.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { StandingWrite } from '../../../shared/records/open-values.ts';
import { detailCalled, detailField } from '../../../shared/draft/detail-fields.ts';
import { fieldCalled } from '../../../shared/judgment/fields.ts';
import {
  gradeField,
  improvementsField,
  narrativeField,
  pointsField,
} from '../../../shared/draft/judgment-fields.ts';
import { noteCorrected } from '../../../shared/evidence/note-corrected.ts';
import { notedField, partCalled } from '../../../shared/evidence/noted-fields.ts';
import { draftEventTypes } from '../../../shared/judgment/event-types.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const nothingToSettle: CallError = {
  code: 'out-of-date',
  message: 'This field has one value now: somebody settled it already. Nothing was changed. Look again.',
};

const notYours: CallError = {
  code: 'not-allowed',
  message:
    'These are marks or ticks of one person, made on two devices, and only that person can settle them. Nothing was changed.',
};

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
    if ((fieldCalled(input.field)?.owner ?? person) !== person) return refused(notYours);
    const over = open.map((write) => write.record.id);
    const first = rewrite(folded, input, kept, kept.value, over);
    if (first === null) return refused(nothingToSettle);
    const { field, reason } = input;
    const why = (by: string): Intent => conflictSettled.write({ field, by, reason });
    return done({
      first,
      rest: first.kind.type === revisionSaved.type ? [] : [([written]) => why(written?.id ?? '')],
    });
  });
}

/** The write that keeps a value: part of a revision or of a correction of facts, else the kept record's own words again. */
function rewrite(
  folded: FoldedDraft,
  { draft, field, reason }: CallInput<'settleField'>,
  kept: StandingWrite,
  value: FieldValue,
  over: string[],
): Intent | null {
  const changes = { draft, reason, narratives: [], grades: [], improvements: null };
  const text = narrativeField.read(field, value);
  if (text !== null) {
    return revisionBody(folded, { ...changes, narratives: [{ ...text.parts, text: text.value, over }] });
  }
  const grade = gradeField.read(field, value);
  if (grade !== null) {
    return revisionBody(folded, { ...changes, grades: [{ ...grade.parts, value: grade.value, over }] });
  }
  const improvements = improvementsField.read(field, value);
  if (improvements !== null) {
    return revisionBody(folded, { ...changes, improvements: { points: [...improvements.value], over } });
  }
  const list = pointsField.read(field, value);
  if (list !== null) {
    return revisionBody(folded, { ...changes, lists: [{ ...list.parts, points: [...list.value], over }] });
  }
  const detail = detailField.read(field, value);
  const name = detailCalled(detail?.parts.name ?? '');
  if (detail !== null && name !== undefined) {
    return name === 'published'
      ? momentRecorded.write({ moment: name, day: detail.value === '' ? null : detail.value, over })
      : detailsSet.write({ writes: [{ name, value: detail.value, over }] });
  }
  const noted = notedField.read(field, value);
  const part = partCalled(noted?.parts.part ?? '');
  if (noted !== null && part !== undefined) {
    return noteCorrected.write({ note: noted.parts.note, [part]: { value: noted.value, over }, reason });
  }
  return draftEventTypes.get(kept.record.type)?.again(kept.record, over) ?? null;
}
