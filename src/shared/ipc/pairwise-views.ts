import type { Comparison } from '../pairwise/lodged-comparisons.ts';

/** A round of comparisons to work in: texts, and one's own comparisons; nobody else's are ever in it. */
export interface ComparisonView {
  /** One for each thing of the round, in its order; null where its draft has not arrived here. */
  readonly texts: readonly (string | null)[];
  readonly comparisons: readonly Comparison[];
  /** What was lodged last from any device: its number and when; null where nothing was. */
  readonly lodged: { readonly n: number; readonly at: string } | null;
  /** Whether what is kept differs from what this computer lodged last. */
  readonly changed: boolean;
}
