import { nothingChanged as misfit } from '../session/call-errors.ts';
import { adoptedFramework, type Framed } from '../session/adopted-framework.ts';
import { openedIn } from '../load.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { interestDeclared, type Interest } from '../../../shared/moderation/interest-declared.ts';
import { interestRecorded } from '../../../shared/moderation/interest-recorded.ts';
import { interestsFrom, keepsOut } from '../../../shared/moderation/standing-interest.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { CardInterests } from '../../../shared/ipc/moderation-channels.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** What each person's card says that bears on a draft's inspection; nobody whose card says nothing. */
function cardInterests(scope: Scope, draft: Framed): readonly CardInterests[] {
  const { details } = draft.state;
  const framework = adoptedFramework(draft, scope.ports.crypto.sha256);
  const opened = openedIn(scope);
  const provider = shown(details.provider);
  if (!opened.ok || provider === null) return [];
  return [...opened.value.workspaceLog.interests].flatMap(([person, standing]) => {
    const interests = interestsFrom(standing, provider, shown(details.start), framework);
    return interests.length === 0 ? [] : [{ person, interests }];
  });
}

/** The same, as a person sees the draft. */
export async function interestsOnCards(
  scope: Scope,
  { draft }: CallInput<'interestsOnCards'>,
): Promise<Result<readonly CardInterests[], CallError>> {
  const loaded = await loadSeen(scope, draft);
  return loaded.ok ? done(cardInterests(scope, loaded.value.seen)) : loaded;
}

/** Who has an interest on their card that keeps them out, and that neither they nor a holder put into this draft. */
export function silentOnCards(scope: Scope, draft: Framed): readonly PersonId[] {
  const { state } = draft;
  const known = (person: PersonId): readonly string[] =>
    state.moderation.interests.find((each) => each.person === person)?.interests.map(({ told }) => told) ??
    [];
  return cardInterests(scope, draft).flatMap(({ person, interests }) =>
    interests.some(({ told, excludes }) => excludes && !known(person).includes(told)) ? [person] : [],
  );
}

/** Interests with what the rule makes of each: an actual one keeps out, whatever was chosen. */
function byRule(interests: readonly Interest[]): Interest[] {
  return interests.map((interest) => ({ ...interest, excludes: interest.excludes || keepsOut(interest) }));
}

/** Declares one's own interests in an inspection, with what stands on one's card about its provider. */
export function declareInterests(
  scope: Scope,
  { draft, interests }: CallInput<'declareInterests'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const own = cardInterests(scope, folded).find((card) => card.person === person)?.interests ?? [];
    const added = own.filter(({ told }) => !interests.some((interest) => interest.told === told));
    return done(interestDeclared.write({ interests: [...byRule(interests), ...added].slice(0, 20) }));
  });
}

/** Records a member's interests for them, beside what they declared themselves. */
export function recordInterests(
  scope: Scope,
  { draft, ...body }: CallInput<'recordInterests'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (_folded, person) =>
    person === body.person
      ? refused(misfit('This is your own interest: declare it yourself.'))
      : done(interestRecorded.write({ ...body, interests: byRule(body.interests) })),
  );
}
