import type { Framework } from '../framework/framework-schema.ts';
import { rankOf, scaleOf } from '../framework/grade-order.ts';
import type { PublishedOutcome } from './published-outcome.ts';

/** A chosen pattern: a grade for each area that is to agree. */
export type Pattern = { readonly [area: string]: string };

/** What was published with a pattern. */
export interface Precedents {
  /** The same grade in every area of the pattern, latest first. */
  readonly same: readonly PublishedOutcome[];
  /** A step apart in one area and the same in all others, latest first. */
  readonly near: readonly PublishedOutcome[];
  /** How often the whole was given which grade among `same`; best first. Empty where none of them has a whole. */
  readonly overall: readonly { readonly grade: string; readonly count: number }[];
  /** How many outcomes could be held against the pattern: those that grade all its areas. */
  readonly comparable: number;
}

/** The areas that a pattern is made of: graded ones that are no whole. */
export function patternAreas({ areas }: Framework): readonly string[] {
  return areas.filter(({ kind, scale }) => scale !== null && kind !== 'overall').map(({ id }) => id);
}

/** The area that gives the whole, or null where a framework has none. */
export function overallArea({ areas }: Framework): string | null {
  return areas.find(({ kind }) => kind === 'overall')?.id ?? null;
}

/** Finds the outcomes with the same pattern of grades, under whatever framework has these areas. */
export function findPrecedents(
  outcomes: readonly PublishedOutcome[],
  framework: Framework,
  pattern: Pattern,
  overall = 'overall',
): Precedents {
  const areas = Object.keys(pattern);
  const comparable =
    areas.length === 0
      ? []
      : outcomes.filter(({ grades }) => areas.every((area) => grades[area] !== undefined));
  const steps = (outcome: PublishedOutcome): readonly number[] =>
    areas.map((area) => {
      const scale = scaleOf(framework, area);
      if (scale === undefined) return 0;
      return Math.abs(rankOf(scale, outcome.grades[area] ?? '') - rankOf(scale, pattern[area] ?? ''));
    });
  const latest = (some: readonly PublishedOutcome[]): readonly PublishedOutcome[] =>
    some.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  const same = latest(comparable.filter((precedent) => steps(precedent).every((step) => step === 0)));
  const counts = new Map<string, number>();
  for (const { grades } of same) {
    const grade = grades[overall];
    if (grade !== undefined) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  const order = framework.scales.flatMap((scale) => scale.grades.map((grade) => grade.id));
  return {
    same,
    near: latest(
      comparable.filter((precedent) => steps(precedent).reduce((sum, step) => sum + step, 0) === 1),
    ),
    overall: [...counts]
      .map(([grade, count]) => ({ grade, count }))
      .toSorted((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade)),
    comparable: comparable.length,
  };
}

function dayOf({ start, published }: PublishedOutcome): string {
  return start ?? published ?? '';
}
