import type { Range, Segment, TextComparison } from '../../../src/shared/text/segment.ts';

/** What turns the text before into the text after: stretches kept, and words written. */
type TextPatch = readonly ({ readonly keep: Range } | { readonly write: string })[];

/** The patch that a comparison amounts to; `before` and `after` are the texts that were compared. */
export function patchOf(comparison: TextComparison, before: string, after: string): TextPatch {
  const origins = new Map(
    comparison.segments.flatMap((one) =>
      one.kind === 'moved-from' && one.pair !== null ? [[one.pair, one.before]] : [],
    ),
  );
  const steps = (segments: readonly Segment[]): TextPatch =>
    segments.flatMap((one): TextPatch => {
      if (one.after === null) return [];
      if (one.edits !== undefined) return steps(one.edits);
      const origin =
        one.kind === 'moved-to' && one.pair !== null ? (origins.get(one.pair) ?? null) : one.before;
      const text = after.slice(...one.after);
      return origin !== null && before.slice(...origin) === text ? [{ keep: origin }] : [{ write: text }];
    });
  return steps(comparison.segments);
}

/** Rebuilds the text after from the text before: applyPatch(patchOf(compareTexts(a, b), a, b), a) is b. */
export function applyPatch(patch: TextPatch, before: string): string {
  return patch.map((step) => ('keep' in step ? before.slice(...step.keep) : step.write)).join('');
}
