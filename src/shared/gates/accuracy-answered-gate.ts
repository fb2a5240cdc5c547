import { accuracyField } from '../accuracy/accuracy-fields.ts';
import { fieldCalled } from '../judgment/fields.ts';
import { onlyAnswer, pointNumbers } from './accuracy-points.ts';
import { allSettled, defineGate } from './gate.ts';

/** Every comment has one answer, and for an accepted one a revision that was saved since changes its paragraph, or a reason says why none does. */
export const accuracyAnsweredGate = defineGate({
  id: 'accuracy-answered',
  title: 'Every comment of the provider is answered',
  rule: 'accepted-points',
  reasonRestsOn: (field) => accuracyField.is(field) || fieldCalled(field)?.isJudged === true,
  work: 'accuracy',
  check: ({ finalising: { accuracy } }) => {
    const { points } = accuracy;
    const open = points.filter((point) => onlyAnswer(point) === undefined);
    const untied = points.filter((point) => {
      const answer = onlyAnswer(point);
      return answer !== undefined && answer.answer !== 'not-accepted' && answer.made === null;
    });
    return {
      status:
        open.length === 0 && untied.length > 0 ? 'reason-needed' : allSettled(open.length, points.length),
      ...(open.length > 0 || untied.length === 0 ? { rule: null } : {}),
      detail:
        open.length > 0
          ? `${open.length} of ${points.length} open: ${pointNumbers(open)}.`
          : untied.length > 0
            ? `Accepted, and no revision saved since the comment came changes the paragraph: ${pointNumbers(untied)}.`
            : points.length === 0
              ? 'No comments to answer'
              : `${points.length} of ${points.length} answered`,
    };
  },
});
