import type { GradeValue } from '../../shared/values/grade-value.ts';
import type { GradeAnswer } from '../../shared/moderation/lodged-grades.ts';

const none = 'none:';

/** What a list holds where somebody chose to name no grade. */
export const noneInParticular = 'none';

/** What a list of grades and non-grades holds as chosen: a grade's id, or a non-grade's marked as one; '' for nothing. */
export function choiceOf(answer: GradeAnswer | null): string {
  if (answer === null || 'notMine' in answer) return '';
  return 'grade' in answer ? answer.grade : `${none}${answer.notGraded}`;
}

/** The non-grade's id as a list holds it. */
export function nonGradeChoice(id: string): string {
  return `${none}${id}`;
}

/** What was chosen: a grade, or a non-grade for the reason that was written; null where nothing was. */
export function chosenGrade(choice: string, reason: string): GradeValue | null {
  if (choice === '' || choice === noneInParticular) return null;
  return choice.startsWith(none)
    ? { notGraded: choice.slice(none.length), reason: reason.trim().slice(0, 2000) }
    : { grade: choice };
}
