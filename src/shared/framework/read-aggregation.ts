import type { Aggregation, Framework } from './framework-schema.ts';
import { scaleOf, rankOf } from './grade-order.ts';

function lowerMedian(framework: Framework, area: string, grades: readonly string[]): string | null {
  const scale = scaleOf(framework, area);
  if (scale === undefined) return null;
  const ranks = grades.map((grade) => rankOf(scale, grade)).sort((a, b) => a - b);
  return scale.grades[ranks[Math.floor(ranks.length / 2)] ?? -1]?.id ?? null;
}

function secureFit(framework: Framework, area: string, grades: readonly string[]): string | null {
  const scale = scaleOf(framework, area);
  if (scale === undefined) return null;
  return scale.grades[Math.max(...grades.map((grade) => rankOf(scale, grade)))]?.id ?? null;
}

/** The grade that an aggregation reads from the grades of its parts, in its order; null where it names none. */
export function gradeFrom(
  framework: Framework,
  { area, how }: Aggregation,
  grades: readonly string[],
): string | null {
  switch (how.mode) {
    case 'none':
    case 'best-fit':
      return null;
    case 'lower-median':
      return lowerMedian(framework, area, grades);
    case 'secure-fit':
      return secureFit(framework, area, grades);
    case 'counts':
      return (
        how.rules.find((rule) =>
          rule.needs.every((need) => {
            const count = grades.filter((grade) => need.grades.includes(grade)).length;
            return count >= need.atLeast && count <= (need.atMost ?? grades.length);
          }),
        )?.grade ?? null
      );
    case 'bands': {
      const points = new Map(how.points.map((point) => [point.grade, point.points]));
      const most = Math.max(...how.points.map((point) => point.points)) * grades.length;
      const sum = grades.reduce((total, grade) => total + (points.get(grade) ?? 0), 0);
      const percent =
        how.round === 'down' ? Math.floor((sum * 100) / most) : Math.floor((sum * 200 + most) / (most * 2));
      const reached = how.bands.filter((band) => percent >= band.fromPercent);
      return reached.sort((a, b) => b.fromPercent - a.fromPercent)[0]?.grade ?? null;
    }
  }
}
