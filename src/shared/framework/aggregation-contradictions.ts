import type { TellProblem } from './framework-problem.ts';
import type { Aggregation, Framework, Scale } from './framework-schema.ts';
import { areaOf, rankOf, scaleOf } from './grade-order.ts';

type Bands = Extract<Aggregation['how'], { mode: 'bands' }>;

/** Scales of what an aggregation reads: areas, or criteria of its own area. */
function scalesRead(
  framework: Framework,
  { area, from }: Aggregation,
  place: string,
  tell: TellProblem,
): readonly Scale[] {
  const criteria = areaOf(framework, area)?.criteria ?? [];
  return from.flatMap((id, at) => {
    const read = scaleOf(framework, criteria.some((criterion) => criterion.id === id) ? area : id);
    if (read === undefined)
      tell(`${place}.from[${at}]`, 'unknown-area', `There is no graded area “${id}”, nor a criterion here.`);
    if (from.indexOf(id) < at) tell(`${place}.from[${at}]`, 'doubled', `“${id}” is read twice.`);
    return read ?? [];
  });
}

function checkBands(how: Bands, read: readonly Scale[], place: string, tell: TellProblem): void {
  const known = new Set(read.flatMap((scale) => scale.grades.map((grade) => grade.id)));
  const given = how.points.map((point) => point.grade);
  const bands = how.bands.map((band) => band.fromPercent);
  given.forEach((grade, at) => {
    if (!known.has(grade))
      tell(`${place}.points[${at}].grade`, 'unknown-grade', `Nothing that is read has a grade “${grade}”.`);
    if (given.indexOf(grade) < at)
      tell(`${place}.points[${at}].grade`, 'doubled', `“${grade}” has points twice.`);
  });
  const without = [...known].filter((grade) => !given.includes(grade));
  if (without.length > 0)
    tell(`${place}.points`, 'no-points', `These grades have no points: ${without.join(', ')}.`);
  bands.forEach((from, at) => {
    if (bands.indexOf(from) < at)
      tell(`${place}.bands[${at}].fromPercent`, 'doubled', 'Two bands begin here.');
  });
  const points = how.points.map((point) => point.points);
  const most = Math.max(...points);
  if (most === 0) tell(`${place}.points`, 'never', 'Every grade has no points at all.');
  else if (Math.min(...bands) > (Math.min(...points) * 100) / most)
    tell(`${place}.bands`, 'gap', 'The lowest percentage that can come about lies below every band.');
}

/** Tells what contradicts itself in how a framework reads grades of parts into one of the whole. */
export function aggregationContradictions(framework: Framework, tell: TellProblem): void {
  framework.aggregations.forEach((aggregation, at) => {
    const place = `aggregations[${at}]`;
    const { area, how } = aggregation;
    const scale = scaleOf(framework, area);
    if (scale === undefined) tell(`${place}.area`, 'unknown-area', `There is no graded area “${area}”.`);
    if (framework.aggregations.findIndex((other) => other.area === area) < at)
      tell(`${place}.area`, 'doubled', `“${area}” is put together twice.`);
    if (aggregation.from.includes(area))
      tell(`${place}.from`, 'circle', 'An area cannot be read from itself.');
    const read = scalesRead(framework, aggregation, place, tell);
    const own = (grade: string, where: string): void => {
      if (scale !== undefined && rankOf(scale, grade) < 0)
        tell(`${place}.how.${where}`, 'unknown-grade', `The scale of “${area}” has no grade “${grade}”.`);
    };
    switch (how.mode) {
      case 'none':
      case 'best-fit':
        return;
      case 'lower-median':
      case 'secure-fit':
        if (read.some((id) => id !== scale))
          tell(`${place}.from`, 'other-scale', 'What is read here is graded on another scale.');
        return;
      case 'counts':
        how.rules.forEach((rule, index) => {
          own(rule.grade, `rules[${index}].grade`);
          rule.needs.forEach((need, which) => {
            const where = `${place}.how.rules[${index}].needs[${which}]`;
            need.grades.forEach((grade, one) => {
              if (!read.some((other) => rankOf(other, grade) >= 0))
                tell(
                  `${where}.grades[${one}]`,
                  'unknown-grade',
                  `Nothing that is read has a grade “${grade}”.`,
                );
            });
            if (need.atLeast > Math.min(need.atMost ?? aggregation.from.length, aggregation.from.length))
              tell(where, 'never', 'This count can never hold.');
          });
        });
        return;
      case 'bands':
        how.bands.forEach((band, index) => {
          own(band.grade, `bands[${index}].grade`);
        });
        checkBands(how, read, `${place}.how`, tell);
    }
  });
}
