import { count } from '../words.ts';
import { unseenParagraphs } from '../documents/unseen-paragraphs.ts';
import { fieldCalled } from '../judgment/fields.ts';
import { defineGate } from './gate.ts';

/** The provider saw every paragraph, or a reason says why they need not. */
export const accuracyUnseenGate = defineGate({
  id: 'accuracy-unseen',
  title: 'Nothing in the report that the provider has not seen',
  rule: 'unseen-by-provider',
  reasonRestsOn: (field) => fieldCalled(field)?.isJudged === true,
  work: 'accuracy',
  check: (state) => {
    if (state.finalising.accuracy.sent === null)
      return { status: 'not-needed', detail: 'Nothing was sent that the report could be held against' };
    const open = unseenParagraphs(state).filter(({ answers }) => answers.length === 0);
    return open[0] === undefined
      ? { status: 'done', detail: 'Every paragraph was sent, or answers an accepted point' }
      : {
          status: 'reason-needed',
          detail: `${count(open.length, 'paragraph')} changed or added since, beside what accepted points changed. Send it again, or say why they need not see it.`,
          goTo: { screen: 'write', area: open[0].section },
        };
  },
});
