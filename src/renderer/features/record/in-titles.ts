import type { Framework } from '../../../shared/domain/framework/framework-schema.ts';

/** A line of the record with the ids of areas, criteria and grades replaced by what the framework calls them. */
export function inTitles(told: string, framework: Framework | null): string {
  if (framework === null) return told;
  const titles = new Map([
    ...framework.scales.flatMap((scale) =>
      scale.grades.map((grade) => [grade.id, grade.words ?? grade.title] as const),
    ),
    ...framework.areas.map((area) => [area.id, area.brief ?? area.title] as const),
    ...framework.areas.flatMap((area) => area.criteria.map((one) => [one.id, one.title] as const)),
  ]);
  return told.replaceAll(/[a-z0-9]+(?:[.-][a-z0-9]+)+/gu, (id) => titles.get(id) ?? id);
}
