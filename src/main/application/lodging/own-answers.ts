import { z } from 'zod';
import { lockedBy, noPerson } from '../session/call-errors.ts';
import type { Scope } from '../session/session.ts';
import { findRound, loadOwnRound } from './find-round.ts';
import { keepSecret, readSecret } from './kept-secret.ts';
import type { RoundPlace, RoundProtocol } from './round-protocol.ts';
import { takesPart, type LodgingRound } from '../../../shared/lodging/lodging-state.ts';
import { canonical } from '../../../shared/records/canonical.ts';
import type { RecordGraph } from '../../../shared/records/record-graph.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { OwnAnswers } from '../../../shared/ipc/lodging-views.ts';

/** What this computer keeps of one's own answers in a round: as typed, and as it lodged them last. */
interface Kept<A> {
  readonly answers: readonly A[];
  readonly lodged: readonly A[] | null;
}

type Keeping<A> = Pick<RoundProtocol<A, { readonly graph: RecordGraph }, LodgingRound>, 'kind' | 'slot'>;

function slotOf<A>({ slot }: Keeping<A>, { draft, round }: RoundPlace): string {
  return `${draft}-${slot}-${round.slice(0, 16)}`;
}

/** Writes one's own answers into the journal, encrypted: nothing of them ever lies on the disk in the clear. */
export function conceal<A>(
  scope: Scope,
  protocol: Keeping<A>,
  place: RoundPlace,
  { answers, lodged }: Kept<A>,
): Promise<Result<{ at: string }, CallError>> {
  return keepSecret(scope, slotOf(protocol, place), { [protocol.kind.list]: answers, lodged });
}

async function unconceal<A>(
  scope: Scope,
  protocol: Keeping<A>,
  place: RoundPlace,
): Promise<Result<Kept<A>, CallError>> {
  const { list, answer } = protocol.kind;
  const answers = z.array(answer);
  const schema = z.strictObject({ [list]: answers, lodged: answers.nullable() });
  const read = await readSecret(scope, slotOf(protocol, place), schema);
  if (!read.ok) return read;
  const kept = read.value?.kept;
  return done({ answers: kept?.[list] ?? [], lodged: kept?.['lodged'] ?? null });
}

/** A round as this profile's person sees it, and their own answers where they take part in it: null where not. */
export async function readOwn<A, L extends { readonly graph: RecordGraph }, R extends LodgingRound>(
  scope: Scope,
  protocol: RoundProtocol<A, L, R>,
  place: RoundPlace,
): Promise<Result<{ round: R; own: OwnAnswers<A> | null }, CallError>> {
  const rounds = await protocol.log.see(scope, place.draft);
  if (!rounds.ok) return rounds;
  const self = await scope.ports.keys.self();
  if (self === null) return refused(noPerson);
  const seen = findRound(rounds.value, place.round);
  if (!seen.ok) return seen;
  const round = seen.value;
  if (!takesPart(round, self.person)) return done({ round, own: null });
  const kept = await unconceal(scope, protocol, place);
  if (!kept.ok) return kept;
  const { answers, lodged } = kept.value;
  const last = round.lodgings.findLast((lodging) => lodging.author === self.person);
  return done({
    round,
    own: {
      answers,
      lodged: last === undefined ? null : { n: last.n, at: last.at },
      changed: answers.length > 0 && canonical(answers) !== canonical(lodged),
    },
  });
}

/** Why a round cannot be read at this moment, where what is typed for it is kept all the same. */
const away: readonly CallError['code'][] = ['vanished', 'io'];

/**
 * Keeps what was answered so far, encrypted, on this computer: also while the shared folder is out of reach, of which the
 * journal needs nothing. Whether it fits the round is then asked when it is kept next, and before it is lodged.
 */
export async function keepOwn<A, L extends { readonly graph: RecordGraph }, R extends LodgingRound>(
  scope: Scope,
  protocol: RoundProtocol<A, L, R>,
  { answers, ...place }: RoundPlace & { readonly answers: readonly A[] },
): Promise<Result<{ at: string }, CallError>> {
  if (scope.ports.lockedBy !== null) return refused(lockedBy(scope.ports.lockedBy));
  const loaded = await loadOwnRound(scope, protocol.log, place);
  if (!loaded.ok && !away.includes(loaded.error.code)) return loaded;
  const objection = loaded.ok
    ? protocol.objection(scope, loaded.value.log, loaded.value.round, answers)
    : null;
  if (objection !== null) return refused(objection);
  const before = await unconceal(scope, protocol, place);
  return conceal(scope, protocol, place, { answers, lodged: before.ok ? before.value.lodged : null });
}
