import { nothingChanged } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { revisionBody } from '../draft/save-revision.ts';
import { writeRecord } from '../write.ts';
import { agreedNotInDraft } from '../../../shared/finalising/agreed-grades.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Puts every grade that panels agreed into the draft, as one revision. What somebody typed and did not save stays typed. */
export function applyAgreedGrades(
  scope: Scope,
  { draft, areas, reason }: CallInput<'applyAgreedGrades'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded) => {
    const agreed = agreedNotInDraft(folded.state);
    if (agreed.map(({ area }) => area).join(' ') !== areas.join(' '))
      return refused(nothingChanged('What the panel agreed, or what the draft says, is another by now.'));
    const grades = agreed.map(({ over, ...grade }) => ({ ...grade, over: [...over] }));
    return done(revisionBody(folded, { draft, reason, narratives: [], grades, improvements: null }));
  });
}
