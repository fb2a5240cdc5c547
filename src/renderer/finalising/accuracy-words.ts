import type { AccuracyPoint } from '../../shared/accuracy/accuracy-state.ts';

/** Where a point of the provider stands: open while it has no answer, or several that people must settle. */
type PointStanding = 'open' | 'accepted' | 'partly' | 'not-accepted';

/** What each standing is called. */
export const answerWords: Readonly<Record<PointStanding, string>> = {
  open: 'Open',
  accepted: 'Accepted',
  partly: 'Partly',
  'not-accepted': 'Not accepted',
};

/** Where a point stands. */
export function pointStanding({ answers }: AccuracyPoint): PointStanding {
  return answers.length === 1 ? (answers[0]?.answer ?? 'open') : 'open';
}
