import type { Framework } from '../../shared/framework/framework-schema.ts';
import type { EvidenceMatrix } from '../../shared/coverage/evidence-matrix.ts';
import type { EvidenceKind } from '../../shared/values/evidence-kind.ts';

/** A cell of the matrix, or a gap: a criterion and kinds of source. */
export interface MatrixPlace {
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
