import type { DraftState } from '../../../shared/judgment/draft-state.ts';
import { hidingFor } from '../../../shared/seen/hiding-for.ts';
import type { EventType } from '../../../shared/records/define-event.ts';
import { draftEventTypes } from '../../../shared/judgment/event-types.ts';
import type { Role } from '../../../shared/values/role.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DraftView } from '../../../shared/ipc/views.ts';
import { lockedBy } from './call-errors.ts';

const hidden: CallError = {
  code: 'not-allowed',
  message:
    'The draft’s own grades are hidden from you now, so its text, grades and best fits cannot be changed by you. Nothing was changed. Notes, comments, marks and challenges can be written; the rest again after the reveal.',
};

/** The kinds of record that these roles may write. */
function kindsOf(roles: readonly Role[]): readonly EventType[] {
  return [...draftEventTypes.values()].filter((kind) => kind.may.some((role) => roles.includes(role)));
}

/** The kinds of record that a person with these roles may write in a draft as it stands. */
export function kindsAllowed(state: DraftState, roles: readonly Role[], person: string): readonly string[] {
  return kindsOf(roles)
    .filter((kind) => whyNot(state, kind, person) === null)
    .map(({ type }) => type);
}

/**
 * What a person with these roles may write in a draft as it stands, and why not the rest of what the roles let them; all
 * of it where another window holds the profile.
 */
export function mayWrite(
  state: DraftState,
  roles: readonly Role[],
  person: string,
  holder: string | null,
): Pick<DraftView, 'may' | 'mayNot'> {
  const hindered = kindsOf(roles).flatMap((kind) => {
    const why = holder === null ? whyNot(state, kind, person) : lockedBy(holder);
    return why === null ? [] : [[kind.type, why.message.replace(' Nothing was changed.', '')] as const];
  });
  return {
    may: holder === null ? kindsAllowed(state, roles, person) : [],
    mayNot: Object.fromEntries(hindered),
  };
}

/** Why a kind of record cannot be written in a draft as it stands, by one person whatever their roles. */
export function whyNot(state: DraftState, kind: EventType, person: string): CallError | null {
  if (state.newer && !kind.whileNewer) {
    return {
      code: 'newer-version',
      message:
        'A newer version of Plumbline wrote in this draft, so this version only reads it and adds notes. Nothing was changed. Install the newer version to go on.',
    };
  }
  if (kind.overWhatIsSeen && hidingFor(state, person)?.provisional === true) return hidden;
  if (state.standing === 'sealed' && !kind.whileSealed) {
    return {
      code: 'sealed',
      message:
        'The judgment is sealed, so it can be read and not changed. Reopen it with a reason to change it.',
    };
  }
  return null;
}
