/** One comparison of two things: which was judged the better. Things are numbered from 0. */
export interface PairedJudgment {
  readonly better: number;
  readonly worse: number;
}

/** How often thing a was judged better than thing b, for `things` things. */
export function winsTable(
  things: number,
  judgments: readonly PairedJudgment[],
): readonly (readonly number[])[] {
  const wins = Array.from({ length: things }, () => Array.from({ length: things }, () => 0));
  for (const { better, worse } of judgments) {
    const row = wins[better];
    if (row !== undefined) row[worse] = (row[worse] ?? 0) + 1;
  }
  return wins;
}
