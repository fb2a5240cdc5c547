import { evidenceImportedBody } from '../events/evidence-imported.ts';
import { importUndoneBody } from '../events/import-undone.ts';
import type { EvidenceImport } from './draft-state.ts';
import type { Erasings } from './open-values.ts';
import type { GraphRecord } from './record-graph.ts';

/** The files of evidence that were imported, in fold order, and which of them were taken back. */
export function foldEvidenceImports(
  counted: readonly GraphRecord[],
  erasings: Erasings,
): readonly EvidenceImport[] {
  const undone = new Set(
    counted.flatMap(({ record }) =>
      record.type === 'import.undone' ? (importUndoneBody.safeParse(record.body).data?.import ?? []) : [],
    ),
  );
  return counted.flatMap(({ record }): EvidenceImport[] => {
    if (record.type !== 'evidence.imported' || erasings.has(record.id)) return [];
    const body = evidenceImportedBody.safeParse(record.body).data;
    if (body === undefined) return [];
    const { id, author, at } = record;
    return [{ record: id, author, at, file: body.file, rows: body.rows, undone: undone.has(id) }];
  });
}
