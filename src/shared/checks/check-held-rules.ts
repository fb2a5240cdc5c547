import type { Framework } from '../framework/framework-schema.ts';
import { checkGradeWords } from './check-grade-words.ts';
import { checkHeldIdentifiers } from './check-identifiers.ts';
import { checkLimits } from './check-limits.ts';
import type { CheckedReport, ReportFinding } from './report-finding.ts';

/**
 * What a report is held against before it is sealed: every finding of checkReportRules that weighs as a rule and is no
 * possible name. Suggestions, and what they would cost in a draft of many notes, are left out.
 */
export function checkHeldRules(report: CheckedReport, framework: Framework): readonly ReportFinding[] {
  return [
    ...checkHeldIdentifiers(report, framework),
    ...checkGradeWords(report, framework),
    ...checkLimits(report, framework),
  ].filter((one) => one.weight === 'rule');
}
