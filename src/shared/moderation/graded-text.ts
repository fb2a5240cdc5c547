import type { Field } from '../records/open-value.ts';
import { shown } from '../records/settled.ts';

/** One paragraph of a section's text as a round grades it, counted from 1. */
export interface GradedParagraph {
  readonly section: string;
  readonly paragraph: number;
  readonly text: string;
}

/** The paragraphs of every section's narrative, blank lines left out. */
export function gradedParagraphs(narratives: {
  readonly [section: string]: Field<string>;
}): readonly GradedParagraph[] {
  return Object.entries(narratives).flatMap(([section, field]) =>
    (shown(field) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text, at) => ({ section, paragraph: at + 1, text })),
  );
}
