import type { GradeValue } from '../draft/grade-value.ts';
import type { Improvement } from '../draft/improvement.ts';

/** One state of a draft, as comparison needs it. */
export interface JudgmentSnapshot {
  /** Where the draft was on its way; empty where nobody said. */
  readonly stage: string;
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
  /** Best fit by criterion. */
  readonly fits: { readonly [criterion: string]: string };
}
