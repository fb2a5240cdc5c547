import type { GradeValue } from '../values/grade-value.ts';
import type { Improvement } from '../values/improvement.ts';

/** One state of a draft, as comparison needs it. */
export interface JudgmentSnapshot {
  readonly narratives: { readonly [section: string]: string };
  readonly grades: { readonly [area: string]: GradeValue };
  readonly improvements: readonly Improvement[];
  /** Strengths and other lists of points, by section. */
  readonly lists: { readonly [section: string]: readonly Improvement[] };
  readonly links: readonly {
    readonly note: string;
    readonly criterion: string;
    readonly direction: 'for' | 'against';
  }[];
  /** Sections whose words were written after the draft went to the provider. */
  readonly writtenAfterSending: readonly string[];
  /** Links that were taken away after moderation began. */
  readonly unlinkedInModeration: readonly { readonly note: string; readonly criterion: string }[];
  /** Best fit by criterion. */
  readonly fits: { readonly [criterion: string]: string };
}
