import { closeRound } from '../lodging/close-round.ts';
import { lodgeOwn } from '../lodging/lodge-own.ts';
import { keepOwn, readOwn } from '../lodging/own-answers.ts';
import type { RoundProtocol } from '../lodging/round-protocol.ts';
import { amendRound } from '../moderation/amend-round.ts';
import { notOpen } from '../lodging/find-round.ts';
import { writeInRound } from '../lodging/round-acts.ts';
import { comparisonAbandoned } from '../../../shared/pairwise/comparison-abandoned.ts';
import { roundsOfDrafts } from '../moderation/rounds-of-drafts.ts';
import { loadSeen } from '../see.ts';
import type { Scope } from '../session/session.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { withoutName } from '../../../shared/pairwise/item-titles.ts';
import type { ComparedItem } from '../../../shared/pairwise/comparison-opened.ts';
import { pairLodging, type ComparedPair } from '../../../shared/pairwise/lodged-pairs.ts';
import type { PairwiseRound } from '../../../shared/pairwise/pairwise-round.ts';
import { shown } from '../../../shared/records/settled.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallAnswer, CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const strange: CallError = {
  code: 'wrong-shape',
  message: 'These comparisons name something that this round does not list. Nothing was changed.',
};

/** Rounds of comparative judgment: each member says of pairs of things which is better. */
export const pairwiseRounds: RoundProtocol<ComparedPair, FoldedDraft, PairwiseRound> = {
  kind: pairLodging,
  log: roundsOfDrafts(({ pairwise }) => pairwise),
  slot: 'compared',
  objection: (_scope, _folded, { items }, pairs) =>
    pairs.some(({ better, worse }) => Math.max(better, worse) >= items.length) ? strange : null,
  unfinished: () => null,
  absent: () => [],
  messages: {
    tooLong:
      'Your comparisons are longer than one packet holds (64 KiB), so nothing was lodged, and what you typed is kept. Shorten the reasons.',
    raced:
      'You lodged from another device in the meantime. Nothing was lodged here. Look again, and lodge anew if these are the comparisons you mean.',
    needsReason:
      'Not everybody has lodged. Nothing was revealed. Wait for them, or say why the comparisons are revealed now.',
  },
};

/** A thing's text as the round's revision has it and this person may see it; null where the draft is not here. */
async function textOf(
  scope: Scope,
  { draft, revision, area }: ComparedItem,
  isWithheld: boolean,
): Promise<string | null> {
  const loaded = await loadSeen(scope, draft);
  const seen = loaded.ok ? loaded.value.seen.at(revision) : null;
  if (seen === null) return null;
  const text = Object.entries(seen.state.narratives)
    .filter(([section]) => area === null || section === area)
    .map(([, narrative]) => shown(narrative) ?? '')
    .filter((text) => text !== '')
    .join('\n\n');
  return isWithheld ? withoutName(text, shown(seen.state.details.provider) ?? '') : text;
}

/** The things of a pairwise round to be read, and one's own pairs as this computer keeps them. */
async function readOwnPairs(
  scope: Scope,
  place: CallInput<'readOwnPairs'>,
): Promise<Result<CallAnswer<'readOwnPairs'>, CallError>> {
  const read = await readOwn(scope, pairwiseRounds, place);
  if (!read.ok) return read;
  const texts: (string | null)[] = [];
  const { items, namesWithheld, standing } = read.value.round;
  for (const item of items) texts.push(await textOf(scope, item, namesWithheld && standing === 'lodging'));
  return done({ ...(read.value.own ?? { answers: [], lodged: null, changed: false }), texts });
}

/** What can be done in pairwise rounds once one is open. */
export const pairwiseServices = {
  readOwnPairs,
  keepOwnPairs: (
    scope: Scope,
    input: CallInput<'keepOwnPairs'>,
  ): Promise<Result<{ at: string }, CallError>> => keepOwn(scope, pairwiseRounds, input),
  lodgePairs: (
    scope: Scope,
    input: CallInput<'lodgePairs'>,
  ): Promise<Result<SavedView & { n: number }, CallError>> => lodgeOwn(scope, pairwiseRounds, input),
  amendPairwiseRound: (
    scope: Scope,
    input: CallInput<'amendPairwiseRound'>,
  ): Promise<Result<SavedView, CallError>> => amendRound(scope, pairwiseRounds.log, input),
  abandonPairwiseRound: (
    scope: Scope,
    { draft, round, reason }: CallInput<'abandonPairwiseRound'>,
  ): Promise<Result<SavedView, CallError>> =>
    writeInRound(
      scope,
      pairwiseRounds.log,
      { draft, round },
      comparisonAbandoned.write({ round, reason }),
      ({ standing }) => (standing === 'lodging' ? null : notOpen),
    ),
  closePairwiseRound: (
    scope: Scope,
    input: CallInput<'closePairwiseRound'>,
  ): Promise<Result<SavedView, CallError>> => closeRound(scope, pairwiseRounds, input),
};
