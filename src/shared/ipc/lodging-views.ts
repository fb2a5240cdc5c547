/** One's own answers in a round, as this computer keeps them; nobody else's are ever in it. */
export interface OwnAnswers<A> {
  readonly answers: readonly A[];
  /** What was lodged last from any device: its number and when; null where nothing was. */
  readonly lodged: { readonly n: number; readonly at: string } | null;
  /** Whether what is kept differs from what this computer lodged last. */
  readonly changed: boolean;
}
