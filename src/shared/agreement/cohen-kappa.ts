import { measured, notComputable, type Measured } from './measured.ts';

/** Two raters' table: how many units the first gave value a and the second value b; counts or shares. */
export type ConfusionTable = readonly (readonly number[])[];

/**
 * Cohen's kappa of two raters, 1 - sum of v p_o / sum of v p_c, with any weights of disagreement v, one row and column a value. Cohen 1968,
 * "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit"; with weight 1 for every disagreement it is Cohen 1960, "A coefficient of agreement for
 * nominal scales", eq. 1.
 */
export function cohenKappa(table: ConfusionTable, disagreement: ConfusionTable): Measured {
  const all = table.flat().reduce((sum, one) => sum + one, 0);
  if (all === 0) return notComputable('No unit was graded by both raters.');
  const rows = table.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = rows.map((_row, b) => table.reduce((sum, row) => sum + (row[b] ?? 0), 0));
  let observed = 0;
  let expected = 0;
  table.forEach((row, a) => {
    row.forEach((count, b) => {
      const weight = disagreement[a]?.[b] ?? 0;
      observed += (weight * count) / all;
      expected += (weight * (rows[a] ?? 0) * (columns[b] ?? 0)) / all ** 2;
    });
  });
  return expected === 0
    ? notComputable('Both raters used only one value, the same one, so there is no variation to compare.')
    : measured(1 - observed / expected);
}
