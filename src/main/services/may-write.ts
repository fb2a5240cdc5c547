import type { DraftState } from '../../shared/domain/draft/draft-state.ts';
import { draftEventTypes } from '../../shared/domain/events/event-types.ts';
import type { Role } from '../../shared/domain/people/role.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

const whileSealed = new Set([
  'reopening.proposed',
  'judgment.reopened',
  'seal.time-stamped',
  'copy.redacted',
  'seal.withdrawn',
  'content.erased',
  'ownership.passed',
  'ownership.accepted',
  'ownership.recovered',
]);
const whileNewer = new Set([
  'evidence.noted',
  'addendum.written',
  'attachment.added',
  'evidence.linked',
  'descriptor.marked',
  'best-fit.set',
]);

/** The kinds of record that a person with these roles may write in a draft as it stands. */
export function kindsAllowed(state: DraftState, roles: readonly Role[]): readonly string[] {
  return [...draftEventTypes.values()]
    .filter((type) => type.may.some((role) => roles.includes(role)))
    .map((type) => type.type)
    .filter((type) => whyNot(state, type) === null);
}

/** Why a kind of record cannot be written in a draft as it stands, whoever writes it. */
export function whyNot(state: DraftState, type: string): CallError | null {
  if (state.newer && !whileNewer.has(type)) {
    return {
      code: 'newer-version',
      message:
        'A newer version of Plumbline wrote in this draft, so this version only reads it and adds notes. Nothing was changed. Install the newer version to go on.',
    };
  }
  if (state.standing === 'sealed' && !whileSealed.has(type)) {
    return {
      code: 'sealed',
      message:
        'The judgment is sealed, so it can be read and not changed. Reopen it with a reason to change it.',
    };
  }
  return null;
}
