import { reportImportedBody } from '../events/report-imported.ts';
import type { ImportedReport } from './draft-state.ts';
import type { Erasings } from './open-values.ts';
import type { GraphRecord } from './record-graph.ts';

/** The reports a draft was made from, in fold order; erased ones are gone. */
export function foldImports(counted: readonly GraphRecord[], erasings: Erasings): readonly ImportedReport[] {
  return counted.flatMap(({ record }): ImportedReport[] => {
    if (record.type !== 'report.imported' || erasings.has(record.id)) return [];
    const report = reportImportedBody.safeParse(record.body).data;
    return report === undefined ? [] : [{ record: record.id, at: record.at, author: record.author, report }];
  });
}
