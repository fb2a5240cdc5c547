import type { LodgedEntry } from '../moderation/lodged-grades.ts';

/** One's own grades in a round, as this computer keeps them; nobody else's are ever in it. */
export interface OwnGradesView {
  readonly entries: readonly LodgedEntry[];
  /** When they were typed last; null where nothing is kept. */
  readonly at: string | null;
  /** What was lodged last from any device: its number and when; null where nothing was. */
  readonly lodged: { readonly n: number; readonly at: string } | null;
  /** Whether what is kept differs from what this computer lodged last. */
  readonly changed: boolean;
}
