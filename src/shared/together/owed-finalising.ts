import { accuracyAnswered } from '../accuracy/accuracy-answered.ts';
import type { ClockState } from '../clocks/clock-states.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import { judgmentReopened } from '../finalising/judgment-reopened.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { checkGates, waitsForApproval } from '../gates/all-gates.ts';
import { gateHolds } from '../gates/gate.ts';
import { leads } from '../records/define-event.ts';
import type { SeenDraft } from '../seen/seen-draft.ts';
import { count } from '../words.ts';
import type { Asked, Owed } from './owed.ts';

const at = { screen: 'finalise', area: '' } as const;

/**
 * What finalising waits for from one person: the provider's points without one answer and clocks that run out, of those who
 * answer for a draft; an approval or the seal, once nothing else stands before it; and a proposal of somebody else to
 * reopen. Nothing of a report that was published outside Plumbline.
 */
export function owedForFinalising(
  draft: SeenDraft,
  framework: Framework | null,
  clocks: readonly ClockState[],
  asked: Asked,
): readonly Owed[] {
  const { state, rolesOf } = draft;
  const reopenings = reopeningsFor(draft, asked);
  if (state.standing === 'sealed' || state.stage.now === 'published') return reopenings;
  const answersForIt = rolesOf(asked.person).some((role) => leads.includes(role));
  return [
    ...(answersForIt ? clocks.flatMap(clockOf) : []),
    ...(answersForIt ? accuracy(draft, asked) : []),
    ...lastSteps(draft, framework, asked),
    ...reopenings,
  ];
}

/** A clock that is late or has two working days or fewer left; none that waits for the provider, who is not here. */
function clockOf({ standing, waitsFor, title, short, sentence, ...clock }: ClockState): readonly Owed[] {
  if ((standing !== 'late' && standing !== 'soon') || waitsFor === 'provider') return [];
  return [
    {
      ...at,
      kind: 'clock',
      todo: `${title}: ${short}`,
      detail: sentence.startsWith(`${short}. `) ? sentence.slice(short.length + 2) : sentence,
      subject: clock.deadline,
      since: clock.started ?? '',
      due: clock.due,
    },
  ];
}

function accuracy({ state }: SeenDraft, { may }: Asked): readonly Owed[] {
  const { points, receivedAt } = state.finalising.accuracy;
  const open = points.filter(({ answers }) => answers.length !== 1);
  if (open.length === 0 || !may(accuracyAnswered)) return [];
  return [
    {
      ...at,
      kind: 'accuracy',
      todo: `Answer ${open.length} of the provider’s ${count(points.length, 'point')}`,
      detail: open.map(({ number, comment }) => `${number}: ${comment}`).join(' · '),
      subject: open[0]?.received ?? '',
      since: receivedAt ?? '',
      due: null,
    },
  ];
}

/** The approval of somebody who wrote none of it, then the seal: each once everything before it holds. */
function lastSteps(
  { state }: SeenDraft,
  framework: Framework | null,
  { person, may, nameOf }: Asked,
): readonly Owed[] {
  if (!may(judgmentApproved) && !may(judgmentSealed)) return [];
  const open = checkGates(state, framework).filter((gate) => !gateHolds(gate));
  const since = state.timeline.at(-1);
  const owed = {
    ...at,
    detail:
      since === undefined
        ? 'Everything before it holds.'
        : `Everything before it holds. ${nameOf(since.author)} wrote last.`,
    subject: state.id,
    since: since?.at ?? '',
    due: null,
  };
  if (open.length === 0 && may(judgmentSealed))
    return [{ ...owed, kind: 'seal', todo: 'Sign and seal the judgment' }];
  const wrote = state.revisions.some((revision) => revision.author === person);
  const approved = state.finalising.approvals.some(
    ({ record, author, stands }) => author === person && stands && state.changedSince[record] === undefined,
  );
  return waitsForApproval(open) && may(judgmentApproved) && !wrote && !approved
    ? [{ ...owed, kind: 'approval', todo: 'Read and approve the judgment as it stands' }]
    : [];
}

function reopeningsFor({ state }: SeenDraft, { person, may, nameOf }: Asked): readonly Owed[] {
  if (!may(judgmentReopened)) return [];
  const standing = state.seals.filter(({ withdrawn, reopened }) => !withdrawn && reopened === null);
  return state.finalising.proposals
    .filter(
      (proposal) =>
        proposal.confirmedBy === null &&
        proposal.author !== person &&
        standing.some(({ id }) => id === proposal.seal),
    )
    .map((proposal) => ({
      ...at,
      kind: 'reopening',
      todo: 'Confirm that the judgment is reopened, or leave it sealed',
      detail: `${nameOf(proposal.author)} proposes it: ${proposal.reason}`,
      subject: proposal.record,
      since: proposal.at,
      due: null,
    }));
}
