/** The inverse of a positive definite matrix by Gauss and Jordan; null where it has none. */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_cell, column) => (column === at ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = rows[pivot];
    const head = row?.[pivot] ?? 0;
    if (row === undefined || Math.abs(head) < 1e-12) return null;
    for (let column = 0; column < 2 * size; column += 1) row[column] = (row[column] ?? 0) / head;
    rows.forEach((other, at) => {
      const factor = other[pivot] ?? 0;
      if (at === pivot || factor === 0) return;
      for (let column = 0; column < 2 * size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
    });
  }
  return rows.map((row) => row.slice(size));
}
