import { evidenceImported } from '../evidence/evidence-imported.ts';
import { importUndone } from '../evidence/import-undone.ts';
import type { EvidenceImport } from '../evidence/evidence-state.ts';
import type { GraphRecord } from '../records/record-graph.ts';

/** The files of evidence that were imported, in fold order, and which of them were taken back. */
export function foldEvidenceImports(counted: readonly GraphRecord[]): readonly EvidenceImport[] {
  const undone = new Set(
    counted.flatMap(({ record }) =>
      record.type === importUndone.type ? (importUndone.in(record)?.import ?? []) : [],
    ),
  );
  return counted.flatMap(({ record }): EvidenceImport[] => {
    if (record.type !== evidenceImported.type) return [];
    const body = evidenceImported.in(record);
    if (body === undefined) return [];
    const { id, author, at } = record;
    return [{ record: id, author, at, file: body.file, rows: body.rows, undone: undone.has(id) }];
  });
}
