import { readParts, titleOf, wouldPointElsewhere } from './aggregation-words.ts';
import type { Framework } from './framework-schema.ts';
import { areaOf, gradeTitle } from './grade-order.ts';
import type { GradesByArea } from './limiting-rules.ts';
import { gradeFrom } from './read-aggregation.ts';

/** What a framework's aggregation makes of the grades of the parts: words for people, and never filled in. */
interface AggregationFinding {
  readonly area: string;
  /** The grade the rule points to; null where parts are ungraded or the mode gives none. */
  readonly grade: string | null;
  readonly sentence: string;
}

/**
 * Says what each aggregation of the framework would read from the grades as they stand, and from the best fit of
 * criteria where it reads those: what it looked at, where that points, and what would make it point elsewhere.
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
      return { area, grade: null, sentence: `${title}: this framework leaves the whole to judgment.` };
    if (open.length > 0) {
      const names = open.map((id) => titleOf(framework, id)).join(', ');
      const sentence = `${title}: nothing can be said until these are graded: ${names}.`;
      return { area, grade: null, sentence };
    }
    const parts = from.flatMap((id) => given(id) ?? []);
    const grade = gradeFrom(framework, aggregation, parts);
    const change = wouldPointElsewhere(framework, aggregation, parts, grade);
    const looked = readParts(framework, aggregation, parts);
    const origin = aggregation.basis === 'default-to-review' ? ' This rule is a default to review.' : '';
    const sentence =
      grade === null
        ? `${title}: the framework’s rule names no grade for these parts (${looked}). ${change}People set the grade.${origin}`
        : `${title}: the parts taken together point to ${gradeTitle(framework, area, grade)} (${looked}). ${change}This is a pattern and not a judgment; people set the grade.${origin}`;
    return { area, grade, sentence };
  });
}
