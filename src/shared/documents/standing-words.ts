import type { SeenState } from '../seen/seen-draft.ts';
import type { DocumentTemplate } from './document-template.ts';
import { fillLabel } from './fill-label.ts';

/** What a copy is, in words, and the word across its pages; null only where it is the judgment that stands. */
export interface Standing {
  readonly words: string;
  readonly watermark: string | null;
}

/**
 * What a copy made of a draft is. A demonstration says so whatever its standing and whatever the template: it is never
 * final.
 */
export function standingWords(
  state: SeenState,
  template: DocumentTemplate,
  labels: Readonly<Record<string, string>>,
): Standing {
  if (state.demonstration)
    return {
      words: `Demonstration. Not a ${labels['judgment'] ?? 'judgment'}, and never final.`,
      watermark: 'Demonstration',
    };
  return state.standing === 'sealed'
    ? { words: fillLabel(template.report.standing.sealed, labels), watermark: null }
    : { words: fillLabel(template.report.standing.draft, labels), watermark: 'Draft' };
}
