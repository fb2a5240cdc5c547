import { takesPart } from '../moderation/find-round.ts';
import { encryptComparisons } from '../lodging/packet-crypto.ts';
import { noPart, notOpen } from '../moderation/moderation-refusals.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { comparisonIn, findComparison } from './find-comparison.ts';
import { concealComparisons, strange } from './own-comparisons.ts';
import { comparisonLodged } from '../../../shared/pairwise/comparison-lodged.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const tooLong: CallError = {
  code: 'too-large',
  message:
    'Your comparisons are longer than one packet holds (64 KiB), so nothing was lodged, and what you typed is kept. Shorten the reasons.',
};
const raced: CallError = {
  code: 'out-of-date',
  message:
    'You lodged from another device in the meantime. Nothing was lodged here. Look again, and lodge anew if these are the comparisons you mean.',
};

function nextOf({ moderation }: FoldedDraft, round: string, person: string): number {
  const own = moderation.records.comparisons.lodged.filter(
    (one) => one.body.round === round && one.record.author === person,
  );
  return 1 + Math.max(0, ...own.map((one) => one.body.n));
}

/** Lodges all of one's own comparisons of a round as one packet that nobody can read before the reveal. */
export async function lodgeComparisons(
  scope: Scope,
  { comparisons, ...place }: CallInput<'lodgeComparisons'>,
): Promise<Result<SavedView & { n: number }, CallError>> {
  const found = await findComparison(scope, place);
  if (!found.ok) return found;
  const { folded, round, person } = found.value;
  if (!takesPart(round, person)) return refused(noPart);
  if (round.standing !== 'lodging') return refused(notOpen);
  if (comparisons.some(({ better, worse }) => Math.max(better, worse) >= round.items.length))
    return refused(strange);
  const n = nextOf(folded, round.id, person);
  const body = await encryptComparisons(
    scope.ports.hpke,
    round.publicKey,
    { ...place, author: person, n },
    { format: 1, comparisons },
  );
  if (body === null) return refused(tooLong);
  const saved = await writeRecord(scope, place.draft, (now, author) => {
    const still = comparisonIn(now, place.round);
    if (!still.ok) return still;
    if (still.value.standing !== 'lodging') return refused(notOpen);
    if (!takesPart(still.value, author)) return refused(noPart);
    return nextOf(now, place.round, author) === n ? done(comparisonLodged.write(body)) : refused(raced);
  });
  if (!saved.ok) return saved;
  // Lodged: a journal that cannot be written now only means that this computer does not show them again.
  await concealComparisons(scope, place, { comparisons, lodged: comparisons });
  return done({ ...saved.value, n });
}
