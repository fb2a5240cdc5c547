import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { revisionSaved } from '../../../shared/draft/revision-saved.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';
import { fieldCalled } from '../../../shared/judgment/fields.ts';
import {
  gradeField,
  improvementsField,
  narrativeField,
  pointsField,
} from '../../../shared/draft/judgment-fields.ts';

/** The body of a revision: what changed in whole, and which writes hold the rest. */
export function revisionBody(
  folded: FoldedDraft,
  { draft: _draft, ...changes }: CallInput<'saveRevision'>,
): Intent {
  const written = new Set([
    ...changes.narratives.map((write) => narrativeField.name(write)),
    ...changes.grades.map((write) => gradeField.name(write)),
    ...(changes.improvements === null ? [] : [improvementsField.name({})]),
    ...(changes.lists ?? []).map((list) => pointsField.name(list)),
  ]);
  const rest = [...folded.values]
    .filter(
      ([field, open]) => fieldCalled(field)?.isJudged === true && !written.has(field) && open.length > 0,
    )
    .map(([field, open]) => ({ field, from: open.map((write) => write.record.id) }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
  return revisionSaved.write({ ...changes, rest });
}

/** Saves a revision with its reason, then clears what was typed: in that order, so that nothing typed is ever lost. */
export async function saveRevision(
  scope: Scope,
  input: CallInput<'saveRevision'>,
): Promise<Result<SavedView, CallError>> {
  const saved = await writeRecord(scope, input.draft, (folded) => done(revisionBody(folded, input)));
  if (!saved.ok) return saved;
  // The revision is on disk: a journal that cannot be cleared comes back as typed text, and is no reason to say otherwise.
  await scope.ports.journal.clear(input.draft);
  return saved;
}
