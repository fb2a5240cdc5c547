import { aggregateGrades } from '../framework/aggregate-grades.ts';
import type { Area, Framework } from '../framework/framework-schema.ts';
import { gradeTitle, rankOf, scaleOf } from '../framework/grade-order.ts';
import type { FitMode } from './fit-telling.ts';

/** How a framework reads the marks of this area's criteria. */
export function fitMode(framework: Framework, area: Area): FitMode {
  if (area.kind === 'met-or-not') return 'met-or-not';
  const aggregation = framework.aggregations.find((aggregation) => aggregation.area === area.id);
  return aggregation?.how.mode === 'secure-fit' ? 'secure-fit' : 'best-fit';
}

function listed(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ');
}

/**
 * What the best fits of an area's criteria add up to, step by step and by name, best grade first; where the framework
 * reads criteria into the area's grade, what its rule makes of them.
 */
export function tellArea(
  framework: Framework,
  area: Area,
  fits: { readonly [criterion: string]: string },
): readonly string[] {
  const scale = scaleOf(framework, area.id);
  if (scale === undefined) return [`${area.title} gets no grade.`];
  const open = area.criteria.filter((criterion) => fits[criterion.id] === undefined);
  const steps = scale.grades
    .toSorted((a, b) => rankOf(scale, a.id) - rankOf(scale, b.id))
    .flatMap(({ id, title }) => {
      const here = area.criteria.filter((criterion) => fits[criterion.id] === id);
      return here.length === 0 ? [] : [`${title} fits best: ${listed(here.map(({ title }) => title))}.`];
    });
  const waiting = open.length === 0 ? [] : [`Not set yet: ${listed(open.map(({ title }) => title))}.`];
  const rule = framework.aggregations.find(
    (aggregation) =>
      aggregation.area === area.id &&
      aggregation.from.some((id) => area.criteria.some((each) => each.id === id)),
  );
  const read = rule === undefined ? [] : aggregateGrades({ ...framework, aggregations: [rule] }, {}, fits);
  return [
    ...steps,
    ...waiting,
    ...read.map((finding) => finding.sentence),
    ...pattern(framework, area, fits, rule),
  ];
}

/** Where the framework has no rule of its own: which grade most criteria fit, named and never filled in. */
function pattern(
  framework: Framework,
  area: Area,
  fits: { readonly [criterion: string]: string },
  rule: Framework['aggregations'][number] | undefined,
): readonly string[] {
  if (rule !== undefined) return [];
  const counts = Map.groupBy(
    area.criteria.filter((criterion) => fits[criterion.id] !== undefined),
    (criterion) => fits[criterion.id] ?? '',
  );
  const most = Math.max(0, ...[...counts.values()].map((some) => some.length));
  const leading = [...counts].filter(([, some]) => some.length === most);
  const [only] = leading;
  if (only === undefined) return [];
  if (leading.length > 1)
    return [
      `As many criteria fit one as the other: ${leading.map(([grade]) => gradeTitle(framework, area.id, grade)).join(', ')}. People weigh them.`,
    ];
  return [
    `${gradeTitle(framework, area.id, only[0])} fits most, by ${listed(only[1].map(({ title }) => title))}. This is a pattern and not a judgment; people set the grade.`,
  ];
}
