import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { EvidenceMatrix } from '../../shared/coverage/evidence-matrix.ts';
import type { EvidenceGap } from '../../shared/coverage/evidence-gaps.ts';
import { gapWords } from '../../shared/coverage/gap-words.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';

/** A cell of the matrix, or a gap: a criterion, or all of an area's, and kinds of source. */
export interface MatrixPlace {
  readonly area: string;
  /** '' for the whole area. */
  readonly criterion: string;
  /** Of any kind where there is none. */
  readonly kinds: readonly EvidenceKind[];
  /** What is missing, in words; '' where nothing is. */
  readonly gap: string;
}

/** The kinds that have a column: those that somebody used, and those that the framework asks for. */
export function matrixKinds(
  matrix: EvidenceMatrix,
  framework: Framework,
  kinds: readonly EvidenceKind[],
): readonly EvidenceKind[] {
  const rows = matrix.areas.flatMap((area) => area.rows);
  const required = framework.areas
    .flatMap((area) => [...(area.required ?? []), ...area.criteria.flatMap(({ required }) => required ?? [])])
    .flatMap((asked) => asked.kinds);
  return kinds.filter((kind) => required.includes(kind) || rows.some((row) => row.kinds[kind] !== undefined));
}

/** A gap of a whole area as a place that can be settled. */
export function areaGap(area: string, gap: EvidenceGap): MatrixPlace {
  return { area, criterion: '', kinds: 'kinds' in gap ? gap.kinds : [], gap: gapWords(gap) };
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** A grid is one tab stop, the cell that had the focus last: arrows go from cell to cell. */
export function takesArrows(table: HTMLTableElement): void {
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || target.closest('td') === null) return;
    for (const stop of table.querySelectorAll<HTMLButtonElement>('td button[tabindex="0"]'))
      stop.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const [down, right] = moves[event.key] ?? [0, 0];
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    if (cell === null || (down === 0 && right === 0) || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const row = cell.closest('tbody')?.rows[(cell.closest('tr')?.sectionRowIndex ?? 0) + down];
    const button = row?.cells[cell.cellIndex + right]?.querySelector('button');
    event.preventDefault();
    event.stopPropagation();
    button?.focus();
  });
}
