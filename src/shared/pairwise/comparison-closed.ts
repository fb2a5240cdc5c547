import { defineEvent } from '../records/define-event.ts';
import { roundClosedBody } from '../lodging/round-closed.ts';

/** A holder reveals a round of comparisons: its private half in the open, and which packets count. */
export const comparisonClosed = defineEvent({
  type: 'comparison.closed',
  noun: ['close of comparisons', 'closes of comparisons'],
  reachesBack: false,
  trail: 'panel',
  notice: null,
  body: roundClosedBody,
  words: ['reason'],
  may: ['chair', 'deputy'],
  names: (body) => [body.round, ...body.counted],
  describe: (body) => `revealed the comparisons${body.reason === null ? '' : `: ${body.reason}`}`,
});
