import type { Scope } from '../session/session.ts';
import { trustIn } from '../people/trust-in.ts';
import { writeRecord } from '../write.ts';
import { judgmentApproved } from '../../../shared/finalising/judgment-approved.ts';
import { writersOf } from '../../../shared/judgment/approval-paths.ts';
import { sameValues } from '../../../shared/judgment/fold-approvals.ts';
import { shortestPath } from '../../../shared/finalising/verification-path.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/**
 * Stands by the judgment as this person saw it: refused where it has changed since, or where they wrote in it. It cites how
 * their key was verified where the folder has a path to it, and nothing where it has none: that hinders nobody.
 */
export function approveJudgment(
  scope: Scope,
  { draft, approved, note }: CallInput<'approveJudgment'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state, graph }, person) => {
    if (state.revisions.some((revision) => revision.author === person)) {
      return refused({
        code: 'not-allowed',
        message:
          'You wrote in this draft, so you cannot be the one who approves it. Nothing was changed. Ask someone who wrote no revision.',
      });
    }
    const { approvable } = state.finalising;
    if (!sameValues(approved, approvable)) {
      return refused({
        code: 'out-of-date',
        message:
          'The judgment has changed since you looked at it. Nothing was approved. Read it again as it stands now.',
      });
    }
    if (approvable.length === 0) {
      return refused({
        code: 'not-found',
        message:
          'The judgment has no text, grade or point yet, so there is nothing to approve. Nothing was changed. Approve it once something is written.',
      });
    }
    const { opened } = scope.session;
    const wrote = writersOf(graph);
    const path = opened === null ? [] : shortestPath({ ...trustIn(opened), approver: person, wrote });
    return done(judgmentApproved.write({ values: approvable, path, note }));
  });
}
