import { findRound, noHolder } from '../lodging/find-round.ts';
import { notRevealed } from './grade-round-acts.ts';
import { gradeRounds } from './grade-rounds.ts';
import { nothingChanged as misfit } from '../session/call-errors.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { arbiterAsked } from '../../../shared/moderation/arbiter-asked.ts';
import { arbiterDecided } from '../../../shared/moderation/arbiter-decided.ts';
import { arbitrationCase, type ArbitrationCase } from '../../../shared/moderation/arbitration-case.ts';
import { scaleOf } from '../../../shared/framework/grade-order.ts';
import { holdsKey } from '../../../shared/lodging/lodging-state.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Why a person cannot arbitrate an area; null where they can: no rater of it, no holder of a key, no writer. */
function whyNotArbiter({ state, rights }: FoldedDraft, person: string, area: string): CallError | null {
  if (!rights.rolesOf(person).includes('arbiter'))
    return misfit('They are not an arbiter of this draft. Its owner can give that role.');
  const { rounds, interests } = state.moderation;
  const grading = rounds.filter((round) => round.areas.includes(area));
  if (grading.some((round) => round.participants.includes(person) || holdsKey(round, person)))
    return misfit('They graded this area or held a key of its round, so another person arbitrates it.');
  if (state.revisions.some((revision) => revision.author === person))
    return misfit('They wrote in this draft, so another person arbitrates it.');
  return interests.some((declared) => declared.person === person && declared.excludes)
    ? misfit('An interest keeps them out of judging this inspection.')
    : null;
}

/** Asks an arbiter to decide an area of a revealed round that the panel cannot. */
export function askArbiter(
  scope: Scope,
  { draft, ...body }: CallInput<'askArbiter'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const found = findRound(folded.state.moderation.rounds, body.round);
    if (!found.ok) return found;
    const round = found.value;
    if (!holdsKey(round, person)) return refused(noHolder);
    if (round.standing !== 'revealed') return refused(notRevealed);
    if (!round.areas.includes(body.area)) return refused(misfit('This round does not grade that area.'));
    if (round.arbitrations.some(({ area, decided }) => area === body.area && decided !== null))
      return refused(misfit('The arbiter decided this area already.'));
    const objection = whyNotArbiter(folded, body.arbiter, body.area);
    return objection === null ? done(arbiterAsked.write(body)) : refused(objection);
  });
}

/** What the caller was asked to decide and did not decide yet, each without names. */
export async function readArbitrations(
  scope: Scope,
  { draft }: CallInput<'readArbitrations'>,
): Promise<Result<readonly ArbitrationCase[], CallError>> {
  const loaded = await gradeRounds.log.load(scope, draft);
  if (!loaded.ok) return loaded;
  const { challenges, rounds } = loaded.value.state.moderation;
  const self = (await scope.ports.keys.self())?.person;
  const people = (await personViews(scope)).map(({ id, card }) => ({ id, name: card.name }));
  return done(
    rounds.flatMap((round) =>
      round.arbitrations
        .filter(({ arbiter, decided }) => arbiter === self && decided === null)
        .map((asked) => arbitrationCase(round, asked, challenges, people)),
    ),
  );
}

/** Decides, as the arbiter who was asked, the grade of an area. */
export function decideAsArbiter(
  scope: Scope,
  { draft, ...body }: CallInput<'decideAsArbiter'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const asked = folded.state.moderation.rounds
      .flatMap((round) => round.arbitrations)
      .find(({ record }) => record === body.asked);
    if (asked?.arbiter !== person) return refused(misfit('Nobody asked you to decide this.'));
    if (asked.decided !== null) return refused(misfit('You decided this already.'));
    const objection = whyNotArbiter(folded, person, asked.area);
    if (objection !== null) return refused(objection);
    const framework = adoptedFramework(folded, scope.ports.crypto.sha256);
    const scale = framework === null ? undefined : scaleOf(framework, asked.area);
    const known = 'grade' in body.agreed ? scale?.grades : scale?.nonGrades;
    const named = 'grade' in body.agreed ? body.agreed.grade : body.agreed.notGraded;
    return known?.some(({ id }) => id === named) === true
      ? done(arbiterDecided.write(body))
      : refused(misfit('That grade is not on the scale of this area.'));
  });
}
