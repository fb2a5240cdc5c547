import type { GradeValue } from '../values/grade-value.ts';

/** What a question is known by: its code, its place and what it is about. */
export function flagKey(code: string, place: string, ...about: readonly string[]): string {
  return [code, place, about.join('-')].join('/').slice(0, 240);
}

/** A grade's id, or why there is none. */
export function gradeOf(value: GradeValue | null): string {
  if (value === null) return 'none';
  return 'grade' in value ? value.grade : 'not-graded';
}
