import type { Area, Framework, Scale } from './framework-schema.ts';

/** The area with this id. */
export function areaOf(framework: Framework, area: string): Area | undefined {
  return framework.areas.find(({ id }) => id === area);
}

/** The scale an area is graded on, or undefined where it gets no grade. */
export function scaleOf(framework: Framework, area: string): Scale | undefined {
  const id = areaOf(framework, area)?.scale;
  return framework.scales.find((scale) => scale.id === id);
}

/** A grade's rank on a scale: 0 is best; -1 where it is not on it. */
export function rankOf(scale: Scale, grade: string): number {
  return scale.grades.findIndex(({ id }) => id === grade);
}

/** Whether a grade is exactly, at most (no better than) or at least (no worse than) another of the same scale. */
export function gradeHolds(
  scale: Scale,
  grade: string,
  is: 'exactly' | 'at-most' | 'at-least',
  other: string,
): boolean {
  const rank = rankOf(scale, grade);
  const bound = rankOf(scale, other);
  if (rank < 0 || bound < 0) return false;
  return is === 'exactly' ? rank === bound : is === 'at-most' ? rank >= bound : rank <= bound;
}

/** A grade's printed title on an area's scale, or its id where it is not on it. */
export function gradeTitle(framework: Framework, area: string, grade: string): string {
  return scaleOf(framework, area)?.grades.find(({ id }) => id === grade)?.title ?? grade;
}
