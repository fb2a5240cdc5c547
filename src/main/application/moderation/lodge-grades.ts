import { encryptGrades } from '../lodging/packet-crypto.ts';
import { findRound, takesPart } from './find-round.ts';
import { concealGrades, entriesObjection, ownRound } from './own-grades.ts';
import { noPart, notOpen } from './moderation-refusals.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { gradeLodged } from '../../../shared/lodging/grade-lodged.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const missing: CallError = {
  code: 'not-allowed',
  message:
    'A packet holds an answer for every area of the round; “not my area” is one. Nothing was lodged, and what you typed is kept. Answer the areas that are left.',
};
const unreasoned: CallError = {
  code: 'not-allowed',
  message:
    'A grade needs its rationale. Nothing was lodged, and what you typed is kept. Say for each grade why it is this one.',
};
const tooLong: CallError = {
  code: 'too-large',
  message:
    'Your grades are longer than one packet holds (64 KiB), so nothing was lodged, and what you typed is kept. Shorten the rationale.',
};
const raced: CallError = {
  code: 'out-of-date',
  message:
    'You lodged from another device in the meantime. Nothing was lodged here. Look again, and lodge anew if these are the grades you mean.',
};

function nextOf(folded: FoldedDraft, round: string, person: string): number {
  const { lodged } = folded.moderation.records;
  const own = lodged.filter((one) => one.body.round === round && one.record.author === person);
  return 1 + Math.max(0, ...own.map((one) => one.body.n));
}

/** Lodges one's own grades for all areas of a round as one packet that nobody can read before the reveal. */
export async function lodgeGrades(
  scope: Scope,
  input: CallInput<'lodgeGrades'>,
): Promise<Result<SavedView & { n: number }, CallError>> {
  const own = await ownRound(scope, input);
  if (!own.ok) return own;
  const { folded, round, person } = own.value;
  if (round.standing !== 'lodging') return refused(notOpen);
  const refusal = entriesObjection(folded, round, input.entries, scope.ports.crypto.sha256);
  if (refusal !== null) return refused(refusal);
  if (input.entries.length < round.areas.length) return refused(missing);
  if (input.entries.some(({ answer, rationale }) => 'grade' in answer && rationale.trim() === ''))
    return refused(unreasoned);
  const n = nextOf(folded, round.id, person);
  const place = { draft: input.draft, round: round.id, revision: round.revision, author: person, n };
  const body = await encryptGrades(scope.ports.hpke, round.publicKey, place, {
    format: 1,
    entries: input.entries,
  });
  if (body === null) return refused(tooLong);
  const saved = await writeRecord(scope, input.draft, (now, author) => {
    const still = findRound(now, input.round);
    if (!still.ok) return still;
    if (still.value.standing !== 'lodging') return refused(notOpen);
    if (!takesPart(still.value, author)) return refused(noPart);
    return nextOf(now, input.round, author) === n ? done(gradeLodged.write(body)) : refused(raced);
  });
  if (!saved.ok) return saved;
  // Lodged: a journal that cannot be written now only means that this computer does not show the grades again.
  await concealGrades(scope, input, { entries: input.entries, lodged: input.entries });
  return done({ ...saved.value, n });
}
