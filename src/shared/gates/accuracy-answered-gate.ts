import { onlyAnswer, pointNumbers } from './accuracy-points.ts';
import { allSettled, defineGate } from './gate.ts';

/** Every comment has one answer, and an accepted one names the revision that makes the change. */
export const accuracyAnsweredGate = defineGate({
  id: 'accuracy-answered',
  title: 'Every comment of the provider is answered',
  work: 'accuracy',
  check: ({ finalising: { accuracy } }) => {
    const { points } = accuracy;
    const open = points.filter((point) => onlyAnswer(point) === undefined);
    const untied = points.filter((point) => {
      const answer = onlyAnswer(point);
      return answer !== undefined && answer.answer !== 'not-accepted' && answer.change === null;
    });
    return {
      status: allSettled(open.length + untied.length, points.length),
      detail:
        open.length > 0
          ? `${open.length} of ${points.length} open: ${pointNumbers(open)}.`
          : untied.length > 0
            ? `Accepted, and the revision that makes the change is not named: ${pointNumbers(untied)}.`
            : points.length === 0
              ? 'No comments to answer'
              : `${points.length} of ${points.length} answered`,
    };
  },
});
