import { onlyAnswer, pointNumbers } from './accuracy-points.ts';
import { allSettled, defineGate } from './gate.ts';

/** Whoever answers the provider looks at the inspection from outside: they wrote no evidence note and inspected nothing here. */
export const accuracyOffSiteGate = defineGate({
  id: 'accuracy-off-site',
  title: 'Answered by someone who was not on site',
  work: 'accuracy',
  check: ({ finalising: { accuracy } }) => {
    const { points } = accuracy;
    const onSite = new Set(accuracy.onSite);
    const wrong = points.filter((point) => onSite.has(onlyAnswer(point)?.author ?? ''));
    return {
      status: allSettled(wrong.length, points.length),
      detail:
        points.length === 0
          ? 'No comments to answer'
          : wrong.length === 0
            ? 'No answer is by somebody who wrote evidence notes or was an inspector here'
            : `By somebody who was on site: ${pointNumbers(wrong)}. Someone who wrote no evidence note and was no inspector here must answer anew.`,
    };
  },
});
