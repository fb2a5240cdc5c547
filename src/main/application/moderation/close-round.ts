import { noDraft, noPerson } from '../session/call-errors.ts';
import { findRound, holdsKey, takesPart } from './find-round.ts';
import { loadDraft } from '../load.ts';
import { noHolder, noRound, notOpen } from './moderation-refusals.ts';
import { privateHalf } from '../lodging/round-key.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { roundClosed } from '../../../shared/lodging/round-closed.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const needsReason: CallError = {
  code: 'not-allowed',
  message:
    'Not everybody has lodged or said that they cannot attend. Nothing was revealed. Wait for them, or say why the grades are revealed now.',
};
/** The person's key does not open the round. */
export const wrongKey: CallError = {
  code: 'damaged',
  message:
    'Your key does not open this round, so nothing was revealed and every lodged grade is still unreadable. Ask another holder of the round to reveal it.',
};

/** Whether every member has lodged or said that they cannot attend. */
function allAnswered(round: Round): boolean {
  const answered = new Set([
    ...round.lodgings.map((one) => one.author),
    ...round.absences.map((one) => one.person),
  ]);
  return round.participants.every((person) => !takesPart(round, person) || answered.has(person));
}

/** Reveals: puts the round's private half into the files and says which lodgings count, all known at this moment. */
export async function closeRound(
  scope: Scope,
  input: CallInput<'closeRound'>,
): Promise<Result<SavedView, CallError>> {
  const loaded = await loadDraft(scope, input.draft);
  if (!loaded.ok) return loaded;
  const { folded } = loaded.value.verified;
  const self = await scope.ports.keys.self();
  if (folded === null) return refused(noDraft);
  if (self === null) return refused(noPerson);
  const found = findRound(folded, input.round);
  if (!found.ok) return found;
  if (!holdsKey(found.value, self.person)) return refused(noHolder);
  if (found.value.standing !== 'lodging') return refused(notOpen);
  const key = folded.moderation.records.opened.find((one) => one.record.id === input.round)?.body;
  const privateKey = key === undefined ? null : await privateHalf(scope, input.draft, key, self.person);
  if (privateKey === null) return refused(wrongKey);
  return writeRecord(scope, input.draft, ({ state }) => {
    const round = state.moderation.rounds.find((one) => one.id === input.round);
    if (round === undefined) return refused(noRound);
    if (round.standing !== 'lodging') return refused(notOpen);
    if (!allAnswered(round) && input.reason === null) return refused(needsReason);
    const counted = round.lodgings
      .filter((one) => one.standing === 'lodged')
      .map((one) => one.record)
      .sort();
    const people = new Set(round.lodgings.map((one) => one.author)).size;
    if (people < round.quorum && input.reason === null) return refused(needsReason);
    const body = { round: round.id, privateKey, counted, reason: input.reason };
    return done(roundClosed.write(body));
  });
}
