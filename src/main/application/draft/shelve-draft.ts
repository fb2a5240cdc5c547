import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { draftShelved, shelfField, shelfOf, shelfTitles } from '../../../shared/draft/draft-shelved.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/**
 * Archives or withdraws a draft, or puts it back into the list: over whatever was said of it before, since the latest
 * word counts and nothing is lost by it. Nothing of the draft itself changes.
 */
export function shelveDraft(
  scope: Scope,
  { draft, shelf, reason }: CallInput<'shelveDraft'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state, values }) => {
    if (shelfOf(state.shelf) === shelf) {
      const message = `It stands there already: ${shelfTitles[shelf].toLowerCase()}. Nothing was written.`;
      return refused({ code: 'out-of-date', message });
    }
    return done(draftShelved.write({ shelf, reason, over: shelfField.over(values, {}) }));
  });
}
