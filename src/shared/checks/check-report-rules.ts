import type { Framework } from '../framework/framework-schema.ts';
import { checkAreaNames } from './check-area-names.ts';
import { checkCertainty } from './check-certainty.ts';
import { checkGradeWords } from './check-grade-words.ts';
import { checkIdentifiers } from './check-identifiers.ts';
import { checkImprovements } from './check-improvements.ts';
import { checkLimits } from './check-limits.ts';
import { checkNoteWords } from './check-note-words.ts';
import type { CheckedReport, ReportFinding } from './report-finding.ts';

/** All checks that need no library, in the order of importance. */
export function checkReportRules(
  report: CheckedReport,
  framework: Framework | null,
): readonly ReportFinding[] {
  return [
    ...checkIdentifiers(report, framework),
    ...checkGradeWords(report, framework),
    ...checkLimits(report, framework),
    ...checkNoteWords(report),
    ...checkImprovements(report),
    ...checkAreaNames(report, framework),
    ...checkCertainty(report),
  ];
}
