import type { Framework } from './framework-schema.ts';

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

/**
 * The framework's own name of a kind of inspection, however it is written: reports print "Short", import reads
 * "focused-visit", the framework says "focused visit". Null where it has no such kind.
 */
export function kindCalled({ kinds }: { readonly kinds: readonly string[] }, text: string): string | null {
  const wanted = plain(text);
  const same = (kind: string): boolean =>
    plain(kind) === wanted || plain(kind).replace(/-inspection$/u, '') === wanted;
  return wanted === '' ? null : (kinds.find(same) ?? null);
}

/**
 * A framework as it holds for one kind of inspection: areas that this kind does not judge are left out, and with them
 * the rules that speak of them. A kind that the framework does not name leaves all as it is.
 */
export function frameworkForKind(framework: Framework, written: string): Framework {
  const kind = kindCalled(framework, written);
  if (kind === null) return framework;
  const areas = framework.areas.filter((area) => area.inKinds?.includes(kind) ?? true);
  if (areas.length === framework.areas.length) return framework;
  const judged = new Set(areas.map((area) => area.id));
  const all = new Set(framework.areas.map((area) => area.id));
  const gone = (id: string): boolean => all.has(id) && !judged.has(id);
  return {
    ...framework,
    areas: areas.map((area) => ({ ...area, after: area.after.filter((id) => judged.has(id)) })),
    aggregations: framework.aggregations.filter(
      (aggregation) => !gone(aggregation.area) && !aggregation.from.some(gone),
    ),
    limiters: framework.limiters.filter(
      (limiter) =>
        !gone(limiter.then.area) &&
        !limiter.when.some(
          (condition) =>
            (condition.on === 'grade' && gone(condition.area)) ||
            (condition.on === 'count' && condition.areas.some((id) => gone(id))),
        ),
    ),
    reportChecks: framework.reportChecks.filter(
      (check) => check.check !== 'paragraphs' || check.area === null || !gone(check.area),
    ),
  };
}
