import type { Scope } from '../session.ts';
import { writeRecord } from '../write-records.ts';
import { judgmentApproved } from '../../../shared/domain/events/judgment-approved.ts';
import { done, refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Stands by the judgment as this person saw it: refused where it has changed since, or where they wrote in it. */
export function approveJudgment(
  scope: Scope,
  { draft, approved, note }: CallInput<'approveJudgment'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }, person) => {
    if (state.revisions.some((revision) => revision.author === person)) {
      return refused({
        code: 'not-allowed',
        message:
          'You wrote in this draft, so you cannot be the one who approves it. Nothing was changed. Ask someone who wrote no revision.',
      });
    }
    const { approvable } = state.finalising;
    const seen = new Set(approved);
    if (approvable.length !== seen.size || approvable.some((one) => !seen.has(one))) {
      return refused({
        code: 'out-of-date',
        message:
          'The judgment has changed since you looked at it. Nothing was approved. Read it again as it stands now.',
      });
    }
    return done(judgmentApproved.write({ approved: [...approvable], note }));
  });
}
