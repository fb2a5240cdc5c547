import { eachDraft, type ReadDraft } from '../together/each-draft.ts';
import { writeRecord } from '../write.ts';
import type { Scope } from '../session/session.ts';
import { roleRevoked } from '../../../shared/people/role-revoked.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { LeftBehind } from '../../../shared/ipc/people-channels.ts';

/** What a person has in every draft: roles, and work that stays on the record whoever leaves. */
export async function whatTheyLeave(
  scope: Scope,
  { person }: CallInput<'whatTheyLeave'>,
): Promise<Result<readonly LeftBehind[], CallError>> {
  const read = await eachDraft(scope, { draft: null });
  if (!read.ok) return read;
  const self = (await scope.ports.keys.self())?.person ?? '';
  return done(
    read.value.drafts
      .map((draft) => leftIn(draft, person, self))
      .filter(({ roles, notes, revisions }) => roles.length > 0 || notes > 0 || revisions > 0),
  );
}

function leftIn({ draft, provider, seen }: ReadDraft, person: string, self: string): LeftBehind {
  const { state, rolesOf } = seen;
  return {
    draft,
    provider,
    roles: rolesOf(person),
    notes: state.notes.filter((note) => note.author === person).length,
    revisions: state.revisions.filter((revision) => revision.author === person).length,
    mine: rolesOf(self).includes('owner'),
  };
}

/** Takes every role away from a leaver in all drafts that this person owns; what they wrote stays and counts. */
export async function removeLeaver(
  scope: Scope,
  { person, reason }: CallInput<'removeLeaver'>,
): Promise<Result<{ drafts: number }, CallError>> {
  const left = await whatTheyLeave(scope, { person });
  if (!left.ok) return left;
  let drafts = 0;
  for (const { draft, roles, mine } of left.value) {
    if (!mine || roles.length === 0 || roles.includes('owner')) continue;
    const body = { person, role: null, reason };
    const written = await writeRecord(scope, draft, () => done(roleRevoked.write(body)));
    if (!written.ok) return written;
    drafts += 1;
  }
  return done({ drafts });
}
