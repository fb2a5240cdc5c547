import { reportImported } from '../draft/report-imported.ts';
import type { ImportedReport } from './draft-state.ts';
import type { GraphRecord } from '../records/record-graph.ts';

/** The reports a draft was made from, in fold order; erased ones are gone. */
export function foldImports(counted: readonly GraphRecord[]): readonly ImportedReport[] {
  return counted.flatMap(({ record }): ImportedReport[] => {
    if (record.type !== reportImported.type || record.words === undefined) return [];
    const report = reportImported.in(record);
    return report === undefined ? [] : [{ record: record.id, at: record.at, author: record.author, report }];
  });
}
