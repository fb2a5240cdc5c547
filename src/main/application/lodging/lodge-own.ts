import type { Scope } from '../session/session.ts';
import { excusedFromIt, findRound, loadOwnRound, notOpen } from './find-round.ts';
import { conceal } from './own-answers.ts';
import { encryptPacket } from './packet-crypto.ts';
import type { RoundPlace, RoundProtocol } from './round-protocol.ts';
import { mayLodge, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import type { PersonId } from '../../../shared/records/record.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

function nextOf({ lodgings }: LodgingRound, person: PersonId): number {
  return 1 + Math.max(0, ...lodgings.filter(({ author }) => author === person).map(({ n }) => n));
}

/** Lodges all of one's own answers in a round as one packet that nobody can read before the reveal. */
export async function lodgeOwn<A, L extends { readonly graph: RecordGraph }, R extends LodgingRound>(
  scope: Scope,
  protocol: RoundProtocol<A, L, R>,
  { answers, ...place }: RoundPlace & { readonly answers: readonly A[] },
): Promise<Result<SavedView & { n: number }, CallError>> {
  const { kind, log, messages } = protocol;
  const loaded = await loadOwnRound(scope, log, place);
  if (!loaded.ok) return loaded;
  const { log: before, round, person } = loaded.value;
  const objection = protocol.objection(scope, before, round, answers) ?? protocol.unfinished(round, answers);
  if (objection !== null) return refused(objection);
  const opened = before.graph.get(round.id)?.record;
  const n = nextOf(round, person);
  const body =
    opened === undefined
      ? null
      : await encryptPacket(
          scope.ports.hpke,
          round.publicKey,
          kind,
          { draft: place.draft, round: opened, author: person, n },
          answers,
        );
  if (body === null) return refused({ code: 'too-large', message: messages.tooLong });
  const saved = await log.write(scope, place.draft, (now, author) => {
    const still = findRound(log.roundsIn(now), place.round);
    if (!still.ok) return still;
    if (still.value.standing !== 'lodging') return refused(notOpen);
    if (!mayLodge(still.value, author)) return refused(excusedFromIt);
    return nextOf(still.value, author) === n
      ? done(kind.lodged.write(body))
      : refused({ code: 'out-of-date', message: messages.raced });
  });
  if (!saved.ok) return saved;
  // Lodged: a journal that cannot be written now only means that this computer does not show the answers again.
  await conceal(scope, protocol, place, { answers, lodged: answers });
  return done({ ...saved.value, n });
}
