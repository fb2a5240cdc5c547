import { withSpaces, type ComparedText, type Range } from '../../../src/shared/text/compared-text.ts';

/** What turns the text before into the text after: stretches kept, and words written. */
type TextPatch = readonly ({ readonly keep: Range } | { readonly write: string })[];

/** The patch that a comparison amounts to; `before` and `after` are the texts that were compared. */
export function patchOf({ paragraphs }: ComparedText, before: string, after: string): TextPatch {
  return paragraphs
    .filter(({ kind }) => kind !== 'moved-from')
    .flatMap(withSpaces)
    .flatMap((words): TextPatch => {
      if (words.after === null) return [];
      const text = after.slice(...words.after);
      return words.before !== null && before.slice(...words.before) === text
        ? [{ keep: words.before }]
        : [{ write: text }];
    });
}

/** Rebuilds the text after from the text before: applyPatch(patchOf(compareTexts(a, b), a, b), a) is b. */
export function applyPatch(patch: TextPatch, before: string): string {
  return patch.map((step) => ('keep' in step ? before.slice(...step.keep) : step.write)).join('');
}
