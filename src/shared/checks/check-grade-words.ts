import type { Framework } from '../framework/framework-schema.ts';
import { leadsToGrade } from '../moderation/naming-words.ts';
import { gradeTitle, rankOf, scaleOf } from '../framework/grade-order.ts';
import { findWords } from './find-words.ts';
import type { CheckedReport, ReportFinding } from './report-finding.ts';

function exactly(words: string): string {
  return words
    .trim()
    .replaceAll(/[\^$\\.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll(/\s+/gu, '\\s+');
}

/** Far from the grade given: at least two steps on the scale. */
const far = 2;

/**
 * Words of another grade than the one given: where the text states one ("judged to be good") it is a rule; where a word
 * of a grade at least two steps away stands in the prose ("inadequate" in an area graded good) a suggestion.
 */
export function checkGradeWords(
  report: CheckedReport,
  framework: Framework | null,
): readonly ReportFinding[] {
  if (framework === null) return [];
  return report.sections.flatMap((section): readonly ReportFinding[] => {
    const grade = report.grades[section.id];
    const scale = scaleOf(framework, section.id);
    if (grade === undefined || scale === undefined) return [];
    const own = rankOf(scale, grade);
    const title = gradeTitle(framework, section.id, grade);
    const ownWords = scale.grades[own]?.words ?? title.toLowerCase();
    return scale.grades.flatMap((other, rank): readonly ReportFinding[] => {
      const words = other.words ?? other.title.toLowerCase();
      if (rank === own || words === ownWords) return [];
      const said = `(?<!\\p{L})${leadsToGrade}\\s+${exactly(words)}(?!\\p{L})`;
      const stated = findWords(section, {
        kind: 'grade-words',
        weight: 'rule',
        pattern: new RegExp(said, 'giu'),
        reason: `The text states another grade than the one given, ${title}. Which is meant?`,
      });
      if (stated.length > 0 || Math.abs(rank - own) < far || /\s/u.test(words) || words.length < 6)
        return stated;
      return findWords(section, {
        kind: 'grade-words',
        weight: 'suggestion',
        pattern: new RegExp(`(?<!\\p{L})${exactly(words)}(?!\\p{L})`, 'giu'),
        reason: `This is the word of another grade, and the area is graded ${title}. Is it meant as a grade?`,
      });
    });
  });
}
