import type { Framework } from '../framework/framework-schema.ts';
import { checkAreaNames } from './check-area-names.ts';
import { checkGradeWords } from './check-grade-words.ts';
import { checkIdentifiers } from './check-identifiers.ts';
import { checkImprovements } from './check-improvements.ts';
import { checkLimits } from './check-limits.ts';
import { checkNoteWords } from './check-note-words.ts';
import type { CheckedReport, ReportFinding } from './report-finding.ts';
import { findWords, type WordRule } from './find-words.ts';

const rules: readonly WordRule[] = [
  {
    kind: 'hedge',
    weight: 'suggestion',
    pattern:
      /\b(?:appears?\s+to|seems?\s+to|it\s+(?:would\s+)?(?:appears?|seems?)\s+that|arguably|perhaps|possibly|somewhat|to\s+some\s+extent|in\s+some\s+ways|it\s+is\s+(?:felt|thought|believed)|tends?\s+to|more\s+or\s+less|fairly|presumably|potentially)\b/giu,
    reason: 'This leaves open what was found. Say what was seen, and in how many cases.',
  },
  {
    kind: 'absolute',
    weight: 'suggestion',
    pattern:
      /\b(?:always|never|without\s+exception|invariably|all\s+of\s+the\s+time|in\s+(?:all|every)\s+cases?|every\s+single|completely|totally|no\s+child(?:ren)?|all\s+children)\b/giu,
    reason: 'This allows no exception. Does the evidence cover every case?',
  },
];

/** Words that say less, or more, than the evidence can: hedges and absolutes. */
function checkCertainty({ sections }: CheckedReport): readonly ReportFinding[] {
  return sections.flatMap((section) => rules.flatMap((rule) => findWords(section, rule)));
}

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
