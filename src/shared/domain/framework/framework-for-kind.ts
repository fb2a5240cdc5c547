import type { Framework } from './framework-schema.ts';

/**
 * A framework as it holds for one kind of inspection: areas that this kind does not judge are left out, and with them
 * the rules that speak of them. A kind that the framework does not name leaves all as it is.
 */
export function frameworkForKind(framework: Framework, kind: string): Framework {
  if (!framework.kinds.includes(kind)) return framework;
  const areas = framework.areas.filter((area) => area.inKinds?.includes(kind) ?? true);
  if (areas.length === framework.areas.length) return framework;
  const judged = new Set(areas.map((area) => area.id));
  const all = new Set(framework.areas.map((area) => area.id));
  const gone = (id: string): boolean => all.has(id) && !judged.has(id);
  return {
    ...framework,
    areas: areas.map((area) => ({ ...area, after: area.after.filter((id) => judged.has(id)) })),
    aggregations: framework.aggregations.filter((one) => !gone(one.area) && !one.from.some(gone)),
    limiters: framework.limiters.filter(
      (limiter) =>
        !gone(limiter.then.area) &&
        !limiter.when.some(
          (one) =>
            (one.on === 'grade' && gone(one.area)) ||
            (one.on === 'count' && one.areas.some((id) => gone(id))),
        ),
    ),
    reportChecks: framework.reportChecks.filter(
      (one) => one.check !== 'paragraphs' || one.area === null || !gone(one.area),
    ),
  };
}
