import type { DraftState } from '../judgment/draft-state.ts';
import { changedSince, type ChangedParagraph } from '../accuracy/changed-since.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';

/** A paragraph of the report that the provider has not seen. */
interface UnseenParagraph extends ChangedParagraph {
  /** The numbers of accepted points on that paragraph, as it was sent last, that a revision changed for them. */
  readonly answers: readonly number[];
}

/** Every paragraph of the report that is not, word for word, among those sent last; empty where nothing was sent. */
export function unseenParagraphs(state: DraftState): readonly UnseenParagraph[] {
  const { sent, points } = state.finalising.accuracy;
  if (sent === null) return [];
  return changedSince(numberedParagraphs(state, null), sent.paragraphs).map((changed) => {
    const { before } = changed;
    const answers = points
      .filter(
        (point) =>
          before !== null &&
          point.sent === sent.record &&
          point.paragraph === before.number &&
          point.answers.some(({ answer, made }) => answer !== 'not-accepted' && made !== null),
      )
      .map((point) => point.number);
    return { ...changed, answers };
  });
}
