import { count } from '../words.ts';
import { fieldCalled } from '../judgment/fields.ts';
import { defineGate } from './gate.ts';

/** The draft went to the provider, and what it says of the facts came back, or a reason says why not. */
export const accuracySentGate = defineGate({
  id: 'accuracy-sent',
  title: 'The provider has checked the facts',
  rule: 'factual-accuracy',
  reasonRestsOn: (field) => fieldCalled(field)?.isJudged === true,
  work: 'accuracy',
  check: ({ finalising: { accuracy } }, framework, reason) => {
    const { sent, receivedAt, points } = accuracy;
    const isAsked = framework.deadlines.some(({ from }) =>
      ['draft-sent', 'comments-received'].includes(from),
    );
    if (sent === null && !isAsked)
      return {
        status: 'not-needed',
        detail: 'The framework asks for no check of the facts by the provider',
      };
    if (sent === null)
      return {
        status: 'reason-needed',
        detail: `The draft was not sent to the provider from here.${reason === null ? '' : ` Reason recorded: ${reason}`}`,
      };
    return receivedAt === null
      ? {
          status: 'reason-needed',
          detail: 'The draft was sent, and no comments have come back. Record it also where they have none.',
        }
      : { status: 'done', detail: `${count(points.length, 'point')} came back` };
  },
});
