import type { ImportedReport } from './imported-report.ts';
import type { PlacedLine } from './source-text.ts';

/**
 * Everything of the source that is neither narrative nor in a warning: facts, footnotes and furniture, by line.
 * A draft's `report.imported` record keeps these, so that nothing of the source is lost.
 */
export function setAside(report: ImportedReport): readonly PlacedLine[] {
  return [...report.facts, ...report.footnotes, ...report.furniture].sort((a, b) => a.line - b.line);
}
