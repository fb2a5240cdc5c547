import { bagOf, similarity } from '../../comparison/similarity.ts';
import { splitParagraphs, type Paragraph } from '../../comparison/split-paragraphs.ts';
import type { DraftState } from '../../draft/draft-state.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';

/** A paragraph of the report that the provider has not seen. */
export interface UnseenParagraph {
  readonly section: string;
  readonly text: string;
  /** The paragraph as they read it, where this one grew from it; null where it is new. */
  readonly before: { readonly number: number; readonly text: string } | null;
  /** The numbers of accepted points on that paragraph whose change is a revision of this section. */
  readonly answers: readonly number[];
}

/** Below this share of words in common (Dice's coefficient), a paragraph is new and not a changed one. */
const alike = 0.4;

function words(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function only(text: string): Paragraph | undefined {
  return splitParagraphs(words(text))[0];
}

/** Every paragraph of the report that is not, word for word, among those sent last; empty where nothing was sent. */
export function unseenParagraphs(state: DraftState): readonly UnseenParagraph[] {
  const { sent, points } = state.finalising.accuracy;
  if (sent === null) return [];
  const seen = new Set(sent.paragraphs.map((one) => words(one.text)));
  const wrote = new Map(state.revisions.map((revision) => [revision.id, revision.fields]));
  return numberedParagraphs(state, null)
    .filter((one) => !seen.has(words(one.text)))
    .map(({ section, text }) => {
      const paragraph = only(text);
      const ranked = sent.paragraphs
        .filter((one) => one.section === section)
        .map((one) => {
          const other = only(one.text);
          const share =
            paragraph === undefined || other === undefined
              ? 0
              : similarity(bagOf(paragraph), bagOf(other), alike);
          return { one, share };
        })
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share);
      const before = ranked[0]?.one ?? null;
      const field = section === 'improvements' ? section : `narrative/${section}`;
      const answers = points
        .filter(
          (point) =>
            before !== null &&
            point.paragraph === before.number &&
            point.answers.some(
              ({ answer, change }) =>
                answer !== 'not-accepted' && change !== null && wrote.get(change)?.includes(field) === true,
            ),
        )
        .map((point) => point.number);
      return {
        section,
        text,
        before: before === null ? null : { number: before.number, text: before.text },
        answers,
      };
    });
}
