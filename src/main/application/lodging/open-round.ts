import { noPerson } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { makeRoundKey } from './round-key.ts';
import type { RoundLog } from './round-protocol.ts';
import type { LodgingRoundBody } from '../../../shared/lodging/lodging-round.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import type { PersonId, RecordId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** What of a round's record the protocol makes; who takes part its kind says. */
type RoundKeeping = Omit<LodgingRoundBody, 'participants' | 'excluded'>;

/** What a kind of round says itself where one is opened. */
interface Opening<L> {
  /** Why the round cannot be opened; null where it can. Asked again where it is written. */
  readonly objection: (log: L, chair: PersonId) => CallError | null;
  /** Looks up what the round is about, and gives what makes its record. */
  readonly prepare: (
    log: L,
  ) =>
    | Result<(now: L, keeping: RoundKeeping) => Intent, CallError>
    | Promise<Result<(now: L, keeping: RoundKeeping) => Intent, CallError>>;
}

/** Opens a round: a new key pair whose private half is encrypted to chair and deputies, and then forgotten. */
export async function openRound<L, R>(
  scope: Scope,
  { load, write }: Pick<RoundLog<L, R>, 'load' | 'write'>,
  {
    draft,
    deputies,
    quorum,
    due,
  }: Pick<LodgingRoundBody, 'quorum' | 'due'> & {
    readonly draft: RecordId;
    readonly deputies: readonly PersonId[];
  },
  { objection, prepare }: Opening<L>,
): Promise<Result<SavedView, CallError>> {
  const log = await load(scope, draft);
  if (!log.ok) return log;
  const chair = (await scope.ports.keys.self())?.person;
  if (chair === undefined) return refused(noPerson);
  const refusal = objection(log.value, chair);
  if (refusal !== null) return refused(refusal);
  const intend = await prepare(log.value);
  if (!intend.ok) return intend;
  const key = await makeRoundKey(scope, draft, [chair, ...deputies]);
  if (!key.ok) return key;
  const holders: LodgingRoundBody['holders'] = [
    { person: chair, as: 'chair' },
    ...deputies.map((person) => ({ person, as: 'deputy' as const })),
  ];
  return write(scope, draft, (now) => {
    const late = objection(now, chair);
    return late === null ? done(intend.value(now, { holders, quorum, due, ...key.value })) : refused(late);
  });
}
