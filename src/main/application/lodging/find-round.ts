import { noPerson } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import type { RoundLog, RoundPlace } from './round-protocol.ts';
import { mayLodge, takesPart, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import type { PersonId, RecordId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

const noRound: CallError = {
  code: 'not-found',
  message: 'This round is not in the draft, or has not arrived here. Nothing was changed. Look again.',
};

/** The round is not open for what was asked. */
export const notOpen: CallError = {
  code: 'not-allowed',
  message:
    'This round is not open any more: it was revealed or abandoned. Nothing was changed. Look at it again.',
};

/** The person takes no part. */
export const noPart: CallError = {
  code: 'not-allowed',
  message:
    'You take no part in this round. Nothing was changed. Ask the chair if you should be among its members.',
};

/** The person was excused from the round. */
export const excusedFromIt: CallError = {
  code: 'not-allowed',
  message:
    'You were excused from this round. What you lodged before counts, and what you typed is kept. Ask the chair to add you again.',
};

/** The person holds no key of the round. */
export const noHolder: CallError = {
  code: 'not-allowed',
  message: 'Only the chair and the deputies of this round can do this. Nothing was changed. Ask one of them.',
};

/** A round by its id. */
export function findRound<R extends { readonly id: RecordId }>(
  rounds: readonly R[],
  id: RecordId,
): Result<R, CallError> {
  const round = rounds.find((candidate) => candidate.id === id);
  return round === undefined ? refused(noRound) : done(round);
}

/** A round with the log that it stands in, nothing of it hidden, and this profile's person. */
export async function loadRound<L, R extends LodgingRound>(
  scope: Scope,
  { load, roundsIn }: RoundLog<L, R>,
  { draft, round: id }: RoundPlace,
): Promise<Result<{ log: L; round: R; person: PersonId }, CallError>> {
  const log = await load(scope, draft);
  if (!log.ok) return log;
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const round = findRound(roundsIn(log.value), id);
  return round.ok ? done({ log: log.value, round: round.value, person: self.person }) : round;
}

/** The same where this person takes part and the round is open for lodging. */
export async function loadOwnRound<L, R extends LodgingRound>(
  scope: Scope,
  log: RoundLog<L, R>,
  place: RoundPlace,
): ReturnType<typeof loadRound<L, R>> {
  const loaded = await loadRound(scope, log, place);
  if (!loaded.ok) return loaded;
  const { round, person } = loaded.value;
  if (!takesPart(round, person)) return refused(noPart);
  if (!mayLodge(round, person)) return refused(excusedFromIt);
  return round.standing === 'lodging' ? loaded : refused(notOpen);
}
