import type { JudgmentComparison } from '../../shared/comparison/compare-judgments.ts';
import type { Area } from '../../shared/framework/framework-schema.ts';

/** Sections and areas in which anything differs: summary and improvements first, then the framework's order. */
export function changedPlaces(comparison: JudgmentComparison, areas: readonly Area[]): readonly string[] {
  const areaOf = new Map(areas.flatMap((area) => area.criteria.map((one) => [one.id, area.id] as const)));
  const places = new Set([
    ...comparison.sections.map((one) => one.section),
    ...comparison.grades.map((one) => one.area),
    ...comparison.links.map((one) => areaOf.get(one.criterion) ?? ''),
    ...comparison.fits.map((one) => areaOf.get(one.criterion) ?? ''),
    ...comparison.points.map((one) => one.section),
  ]);
  const order = ['summary', 'strengths', 'improvements', ...areas.map((area) => area.id)];
  return [...places].filter((place) => place !== '').sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
