/** A group of rows: how many, and where its first stands among all. */
interface Group {
  readonly first: number;
  readonly rows: readonly unknown[];
}

/** CSS px of a row and of a group's heading, lines between them included. */
export const rowHeight = 55;
const headingHeight = 35;
/** Lists up to this long are drawn whole. */
const drawnWhole = 200;
/** So many rows are drawn above and below what is in sight, so that scrolling and Tab meet rows and no gap. */
const around = 12;

/** Which rows of a group are drawn, from and up to (not with) an index within the group. */
interface RowsInSight {
  readonly from: number;
  readonly to: number;
}

/** Where a row (its index among all) begins, in CSS px from the top of the table's first group. */
export function rowTop(groups: readonly Group[], index: number): number {
  const headings = groups.filter((group) => group.first <= index).length;
  return headings * headingHeight + index * rowHeight;
}

/** The rows of each group that are in sight or near it; every row where there are few. */
export function rowsInSight(
  groups: readonly Group[],
  scrolled: number,
  height: number,
): readonly RowsInSight[] {
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return groups.map(({ first, rows }) => {
    if (total <= drawnWhole) return { from: 0, to: rows.length };
    const top = rowTop(groups, first);
    const from = Math.floor((scrolled - top) / rowHeight) - around;
    const to = Math.ceil((scrolled + height - top) / rowHeight) + around;
    const within = (at: number): number => Math.max(0, Math.min(rows.length, at));
    return { from: within(from), to: within(to) };
  });
}
