/** One comparison of two things: which was judged the better. Things are numbered from 0. */
export interface PairedJudgment {
  readonly better: number;
  readonly worse: number;
  /** They were too close to call: which of the two stands first says nothing. */
  readonly tie?: boolean | undefined;
}

/** How often thing a was judged better than thing b, for `things` things; too close to call is half a time each. */
export function winsTable(
  things: number,
  judgments: readonly PairedJudgment[],
): readonly (readonly number[])[] {
  const wins = Array.from({ length: things }, () => Array.from({ length: things }, () => 0));
  const add = (a: number, b: number, won: number): void => {
    const row = wins[a];
    if (row !== undefined) row[b] = (row[b] ?? 0) + won;
  };
  for (const { better, worse, tie = false } of judgments) {
    add(better, worse, tie ? 0.5 : 1);
    if (tie) add(worse, better, 0.5);
  }
  return wins;
}
