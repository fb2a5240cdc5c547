import type { Scope } from '../session/session.ts';
import { findRound, noPart, notOpen } from './find-round.ts';
import type { RoundLog, RoundPlace } from './round-protocol.ts';
import { absenceDeclared } from '../../../shared/lodging/absence-declared.ts';
import { takesPart, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import { roundAbandoned } from '../../../shared/lodging/round-abandoned.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

type Saved = Promise<Result<SavedView, CallError>>;
type Reasoned = RoundPlace & { readonly reason: string };

/** Writes one record about a round, where nothing about the round speaks against it. */
export function writeInRound<L, R extends LodgingRound>(
  scope: Scope,
  { write, roundsIn }: RoundLog<L, R>,
  { draft, round: id }: RoundPlace,
  intent: Intent,
  objection: (round: R, person: PersonId) => CallError | null,
): Saved {
  return write(scope, draft, (log, person) => {
    const round = findRound(roundsIn(log), id);
    if (!round.ok) return round;
    const refusal = objection(round.value, person);
    return refusal === null ? done(intent) : refused(refusal);
  });
}

/** Says that one cannot attend, so that nobody waits. */
export function declareAbsence<L, R extends LodgingRound>(
  scope: Scope,
  log: RoundLog<L, R>,
  { reason, ...place }: Reasoned,
): Saved {
  const intent = absenceDeclared.write({ round: place.round, reason });
  return writeInRound(scope, log, place, intent, (round, person) =>
    !takesPart(round, person) ? noPart : round.standing === 'lodging' ? null : notOpen,
  );
}

/** Gives a round up where everybody who could reveal it is lost. */
export function abandonRound<L, R extends LodgingRound>(
  scope: Scope,
  log: RoundLog<L, R>,
  { reason, ...place }: Reasoned,
): Saved {
  const intent = roundAbandoned.write({ round: place.round, reason });
  return writeInRound(scope, log, place, intent, (round) => (round.standing === 'lodging' ? null : notOpen));
}
