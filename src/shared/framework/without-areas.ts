import type { Framework } from './framework-schema.ts';
import type { Condition } from './limiter-schema.ts';

function withoutIn(condition: Condition, gone: ReadonlySet<string>): Condition | null {
  if (condition.on === 'grade') return gone.has(condition.area) ? null : condition;
  if (condition.on === 'fact') return condition;
  const areas = condition.areas.filter((id) => !gone.has(id));
  if (areas.length === 0) return null;
  const all = condition.atLeast === condition.areas.length;
  const atLeast = all ? areas.length : condition.atLeast;
  return { ...condition, areas, atLeast };
}

/**
 * A framework as its rules read where some areas were not judged at all, because they were no areas yet or are none any
 * more: they are left out of every list, "all of them" stays all, and a rule that spoke of nothing else is gone.
 */
export function withoutAreas(framework: Framework, gone: ReadonlySet<string>): Framework {
  if (gone.size === 0) return framework;
  return {
    ...framework,
    areas: framework.areas
      .filter((area) => !gone.has(area.id))
      .map((area) => ({ ...area, after: area.after.filter((id) => !gone.has(id)) })),
    aggregations: framework.aggregations
      .filter((aggregation) => !gone.has(aggregation.area))
      .map((aggregation) => ({ ...aggregation, from: aggregation.from.filter((id) => !gone.has(id)) }))
      .filter((rest) => rest.from.length > 0),
    limiters: framework.limiters.flatMap((limiter) => {
      const when = limiter.when.map((condition) => withoutIn(condition, gone));
      return gone.has(limiter.then.area) || when.includes(null)
        ? []
        : [{ ...limiter, when: when.filter((condition) => condition !== null) }];
    }),
  };
}
