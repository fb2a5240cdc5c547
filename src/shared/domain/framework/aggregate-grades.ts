import type { Aggregation, Framework } from './framework-schema.ts';
import { areaOf, gradeTitle, rankOf, scaleOf } from './grade-order.ts';
import type { GradesByArea } from './limiting-rules.ts';

/** What a framework's aggregation makes of the grades of the parts: words for people, and never filled in. */
export interface AggregationFinding {
  readonly area: string;
  /** The grade the rule points to; null where parts are ungraded or the mode gives none. */
  readonly grade: string | null;
  readonly told: string;
}

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

function gradeFrom(
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
      const points = new Map(how.points.map((one) => [one.grade, one.points]));
      const most = Math.max(...how.points.map((one) => one.points)) * grades.length;
      const sum = grades.reduce((total, grade) => total + (points.get(grade) ?? 0), 0);
      const percent =
        how.round === 'down' ? Math.floor((sum * 100) / most) : Math.floor((sum * 200 + most) / (most * 2));
      const reached = how.bands.filter((band) => percent >= band.fromPercent);
      return reached.sort((a, b) => b.fromPercent - a.fromPercent)[0]?.grade ?? null;
    }
  }
}

/** The title of what is read: an area, or a criterion of the area it is read for. */
function titleOf(framework: Framework, id: string): string {
  const criteria = framework.areas.flatMap((area) => area.criteria);
  return areaOf(framework, id)?.title ?? criteria.find((one) => one.id === id)?.title ?? id;
}

/**
 * Says what each aggregation of the framework would read from the grades as they stand, and from the best fit of
 * criteria where it reads those.
 */
export function aggregateGrades(
  framework: Framework,
  grades: GradesByArea,
  fits: { readonly [criterion: string]: string } = {},
): readonly AggregationFinding[] {
  return framework.aggregations.map((aggregation) => {
    const { area, how, from } = aggregation;
    const title = titleOf(framework, area);
    const given = (id: string): string | undefined =>
      areaOf(framework, id) === undefined ? fits[id] : grades[id];
    const open = from.filter((id) => given(id) === undefined);
    if (how.mode === 'none' || how.mode === 'best-fit')
      return { area, grade: null, told: `${title}: this framework leaves the whole to judgment.` };
    if (open.length > 0) {
      const names = open.map((id) => titleOf(framework, id)).join(', ');
      const told = `${title}: nothing can be said until these are graded: ${names}.`;
      return { area, grade: null, told };
    }
    const grade = gradeFrom(
      framework,
      aggregation,
      from.flatMap((id) => given(id) ?? []),
    );
    const told =
      grade === null
        ? `${title}: the framework’s rule names no grade for these parts. People set the grade.`
        : `${title}: the parts taken together point to ${gradeTitle(framework, area, grade)}. This is a pattern and not a judgment; people set the grade.`;
    return { area, grade, told };
  });
}
