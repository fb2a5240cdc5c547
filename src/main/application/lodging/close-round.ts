import type { Scope } from '../session/session.ts';
import { findRound, loadRound, noHolder, notOpen } from './find-round.ts';
import { privateHalf } from './round-key.ts';
import type { RoundPlace, RoundProtocol } from './round-protocol.ts';
import { holdsKey, takesPart, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const wrongKey: CallError = {
  code: 'damaged',
  message:
    'Your key does not open this round, so nothing was revealed and every lodged grade is still unreadable. Ask another holder of the round to reveal it.',
};

/** Reveals: puts the round's private half into the files and says which lodgings count, all known at this moment. */
export async function closeRound<A, L extends { readonly graph: RecordGraph }, R extends LodgingRound>(
  scope: Scope,
  { kind, log, absent, messages }: RoundProtocol<A, L, R>,
  { reason, ...place }: RoundPlace & { readonly reason: string | null },
): Promise<Result<SavedView, CallError>> {
  const loaded = await loadRound(scope, log, place);
  if (!loaded.ok) return loaded;
  const { log: before, round, person } = loaded.value;
  if (!holdsKey(round, person)) return refused(noHolder);
  if (round.standing !== 'lodging') return refused(notOpen);
  const opened = before.graph.get(round.id)?.record;
  const key = opened === undefined ? undefined : kind.opened.in(opened);
  const privateKey = key === undefined ? null : await privateHalf(scope, place.draft, key, person);
  if (privateKey === null) return refused(wrongKey);
  return log.write(scope, place.draft, (now) => {
    const still = findRound(log.roundsIn(now), place.round);
    if (!still.ok) return still;
    const { id, standing, participants, lodgings, quorum, excused } = still.value;
    if (standing !== 'lodging') return refused(notOpen);
    const lodged = new Set(lodgings.map(({ author }) => author));
    const answered = lodged.union(new Set([...absent(still.value), ...excused.map(({ person }) => person)]));
    const waits = participants.some(
      (participant) => takesPart(still.value, participant) && !answered.has(participant),
    );
    if ((waits || lodged.size < quorum) && reason === null)
      return refused({ code: 'not-allowed', message: messages.needsReason });
    const counted = lodgings
      .filter((lodging) => lodging.standing === 'lodged')
      .map(({ record }) => record)
      .sort();
    return done(kind.closed.write({ round: id, privateKey, counted, reason }));
  });
}
