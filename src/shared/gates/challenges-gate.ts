import { count } from '../words.ts';
import type { DraftState } from '../judgment/draft-state.ts';
import type { Gate } from './gate.ts';

/** Every challenge is answered or withdrawn; a comment is no challenge. */
export function challengesGate({ moderation: { challenges } }: DraftState): Gate {
  const waiting = challenges.filter((one) => one.state === 'open');
  const open = waiting.length;
  const about = waiting[0]?.about;
  const area = about === undefined ? null : about.what === 'claim' ? about.section : about.area;
  return {
    id: 'challenges',
    title: 'Every challenge is answered',
    told:
      open > 0
        ? `${count(open, 'challenge is', 'challenges are')} not answered yet.`
        : challenges.length === 0
          ? 'Nobody challenged the draft'
          : 'All are answered or withdrawn',
    status: open > 0 ? 'blocking' : challenges.length === 0 ? 'not-needed' : 'done',
    rule: null,
    goTo: open === 0 ? null : { screen: 'panel', ...(area === null ? {} : { area }) },
  };
}
