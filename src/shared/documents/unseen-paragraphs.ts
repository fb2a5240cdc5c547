import type { DraftState } from '../judgment/draft-state.ts';
import { changedSince, type ChangedParagraph } from '../accuracy/changed-since.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';
import { improvementsField, narrativeField, pointsField } from '../draft/judgment-fields.ts';

/** A paragraph of the report that the provider has not seen. */
interface UnseenParagraph extends ChangedParagraph {
  /** The numbers of accepted points on that paragraph, as it was sent last, whose change is a revision of this section. */
  readonly answers: readonly number[];
}

/** Every paragraph of the report that is not, word for word, among those sent last; empty where nothing was sent. */
export function unseenParagraphs(state: DraftState): readonly UnseenParagraph[] {
  const { sent, points } = state.finalising.accuracy;
  if (sent === null) return [];
  const wrote = new Map(state.revisions.map((revision) => [revision.id, revision.fields]));
  return changedSince(numberedParagraphs(state, null), sent.paragraphs).map((changed) => {
    const { section, before } = changed;
    const fields = improvementsField.is(section)
      ? [section]
      : [narrativeField.name({ section }), pointsField.name({ section })];
    const answers = points
      .filter(
        (point) =>
          before !== null &&
          point.sent === sent.record &&
          point.paragraph === before.number &&
          point.answers.some(
            ({ answer, change }) =>
              answer !== 'not-accepted' &&
              change !== null &&
              fields.some((field) => wrote.get(change)?.includes(field) === true),
          ),
      )
      .map((point) => point.number);
    return { ...changed, answers };
  });
}
