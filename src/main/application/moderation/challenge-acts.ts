import { nothingChanged as misfit } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { pointAnswered } from '../../../shared/moderation/point-answered.ts';
import { challengeAccepted } from '../../../shared/moderation/challenge-accepted.ts';
import { challengeWithdrawn } from '../../../shared/moderation/challenge-withdrawn.ts';
import { challengeAnswered } from '../../../shared/moderation/challenge-answered.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { Challenge } from '../../../shared/moderation/moderation-state.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const gone = misfit('This challenge is not in the draft, or has not arrived here.');

function challengeIn({ state }: FoldedDraft, id: string): Challenge | undefined {
  return state.moderation.challenges.find((challenge) => challenge.id === id);
}

/** Answers a challenge; only who is to answer it, or the owner of the draft, can. */
export function answerChallenge(
  scope: Scope,
  { draft, ...body }: CallInput<'answerChallenge'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const challenge = challengeIn(folded, body.challenge);
    if (challenge === undefined) return refused(gone);
    if (challenge.owner !== person && folded.state.owner !== person)
      return refused(misfit('Another person is to answer this challenge. Write a comment instead.'));
    return done(challengeAnswered.write(body));
  });
}

/** Says that an answer to one's own challenge settles it. */
export function acceptAnswer(
  scope: Scope,
  { draft, ...body }: CallInput<'acceptAnswer'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const challenge = challengeIn(folded, body.challenge);
    if (challenge === undefined) return refused(gone);
    if (challenge.author !== person)
      return refused(misfit('Only whoever raised a challenge can accept an answer to it.'));
    return challenge.answers.some(({ record }) => record === body.answer)
      ? done(challengeAccepted.write(body))
      : refused(misfit('This answer is not in the draft, or has not arrived here.'));
  });
}

/** Takes one's own challenge back. */
export function withdrawChallenge(
  scope: Scope,
  { draft, ...body }: CallInput<'withdrawChallenge'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, (folded, person) => {
    const challenge = challengeIn(folded, body.challenge);
    if (challenge === undefined) return refused(gone);
    if (challenge.author !== person)
      return refused(misfit('Only whoever raised a challenge can take it back.'));
    return done(challengeWithdrawn.write(body));
  });
}

/** Says what became of a point that the panel gave back. */
export function answerPoint(
  scope: Scope,
  { draft, ...body }: CallInput<'answerPoint'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecord(scope, draft, ({ state }) => {
    const points = state.moderation.rounds
      .flatMap((round) => Object.values(round.outcomes).flat())
      .find(({ record }) => record === body.outcome)?.value?.points;
    return points?.[body.point] === undefined
      ? refused(misfit('The panel gave back no such point, or it has not arrived here.'))
      : done(pointAnswered.write(body));
  });
}
