import { bagOf, similarity } from '../text/similarity.ts';
import { splitParagraphs, type Paragraph } from '../text/split-paragraphs.ts';
import type { NumberedParagraph } from './accuracy-state.ts';

/** A paragraph that was not, word for word, among those read before. */
export interface ChangedParagraph {
  readonly section: string;
  readonly text: string;
  /** The paragraph as it was read, where this one grew from it; null where it is new. */
  readonly before: { readonly number: number; readonly text: string } | null;
}

/** Below this share of words in common (Dice's coefficient), a paragraph is new and not a changed one. */
const alike = 0.4;

/** A text with single spaces: what was reflowed reads the same. */
function plainly(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function only(text: string): Paragraph | undefined {
  return splitParagraphs(plainly(text))[0];
}

/** Every paragraph that is not, word for word, among those that were read, with the one of its section most like it. */
export function changedSince(
  paragraphs: readonly Pick<NumberedParagraph, 'section' | 'text'>[],
  read: readonly NumberedParagraph[],
): readonly ChangedParagraph[] {
  const seen = new Set(read.map(({ text }) => plainly(text)));
  return paragraphs
    .filter((paragraph) => !seen.has(plainly(paragraph.text)))
    .map(({ section, text }) => {
      const paragraph = only(text);
      const ranked = read
        .filter((earlier) => earlier.section === section)
        .map((earlier) => {
          const other = only(earlier.text);
          const share =
            paragraph === undefined || other === undefined
              ? 0
              : similarity(bagOf(paragraph), bagOf(other), alike);
          return { earlier, share };
        })
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share);
      const before = ranked[0]?.earlier ?? null;
      return { section, text, before: before === null ? null : { number: before.number, text: before.text } };
    });
}
