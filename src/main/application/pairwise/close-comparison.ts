import { wrongKey } from '../moderation/close-round.ts';
import { holdsKey, takesPart } from '../moderation/find-round.ts';
import { noHolder, notOpen } from '../moderation/moderation-refusals.ts';
import { privateHalf } from '../lodging/round-key.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { comparisonIn, findComparison } from './find-comparison.ts';
import { comparisonClosed } from '../../../shared/pairwise/comparison-closed.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const needsReason: CallError = {
  code: 'not-allowed',
  message:
    'Not everybody has lodged. Nothing was revealed. Wait for them, or say why the comparisons are revealed now.',
};

/** Reveals a round of comparisons: its private half into the files, and which packets count. */
export async function closeComparison(
  scope: Scope,
  { reason, ...place }: CallInput<'closeComparison'>,
): Promise<Result<SavedView, CallError>> {
  const found = await findComparison(scope, place);
  if (!found.ok) return found;
  const { folded, round, person } = found.value;
  if (!holdsKey(round, person)) return refused(noHolder);
  if (round.standing !== 'lodging') return refused(notOpen);
  const opened = folded.moderation.records.comparisons.opened.find((one) => one.record.id === round.id);
  const privateKey = opened === undefined ? null : await privateHalf(scope, place.draft, opened.body, person);
  if (privateKey === null) return refused(wrongKey);
  return writeRecord(scope, place.draft, (now) => {
    const still = comparisonIn(now, place.round);
    if (!still.ok) return still;
    if (still.value.standing !== 'lodging') return refused(notOpen);
    const { participants, lodgings, quorum } = still.value;
    const lodged = new Set(lodgings.map((one) => one.author));
    const waits = participants.some((one) => takesPart(still.value, one) && !lodged.has(one));
    if ((waits || lodged.size < quorum) && reason === null) return refused(needsReason);
    const counted = lodgings
      .filter((one) => one.standing === 'lodged')
      .map((one) => one.record)
      .sort();
    return done(comparisonClosed.write({ round: place.round, privateKey, counted, reason }));
  });
}
