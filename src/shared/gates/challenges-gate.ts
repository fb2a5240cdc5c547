import { count } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import { allSettled, defineGate, type GateRow } from './gate.ts';

type Challenge = DraftState['moderation']['challenges'][number];

const standings = { open: 'Not answered', answered: 'Answered', withdrawn: 'Withdrawn' } as const;

function placeOf({ about }: Challenge): NonNullable<GateRow['goTo']> {
  const area = about.what === 'claim' ? about.section : about.area;
  return { screen: 'panel', ...(area === null ? {} : { area }) };
}

/** Every challenge is answered or withdrawn; a comment is no challenge. */
export const challengesGate = defineGate({
  id: 'challenges',
  title: 'Every challenge is answered',
  needsFramework: false,
  check: ({ moderation: { challenges } }) => {
    const open = challenges.filter((challenge) => challenge.state === 'open');
    return {
      status: allSettled(open.length, challenges.length),
      detail:
        open.length > 0
          ? `${count(open.length, 'challenge is', 'challenges are')} not answered yet.`
          : challenges.length === 0
            ? 'Nobody challenged the draft'
            : 'All are answered or withdrawn',
      goTo: open[0] === undefined ? null : placeOf(open[0]),
    };
  },
  looksAt: ({ moderation }) =>
    moderation.challenges.map((challenge) => ({
      title: `${challenge.number}. ${challenge.text}`,
      detail: standings[challenge.state],
      isSettled: challenge.state !== 'open',
      goTo: placeOf(challenge),
    })),
});
