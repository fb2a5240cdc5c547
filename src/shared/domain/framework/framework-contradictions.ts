import type { FrameworkProblem } from './framework-problem.ts';
import type { Framework } from './framework-schema.ts';
import { rankOf, scaleOf } from './grade-order.ts';
import type { Condition, Limiter } from './limiter-schema.ts';

type Tell = (place: string, code: string, message: string) => void;

function doubled(ids: readonly string[], place: (at: number) => string, tell: Tell): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) tell(place(at), 'doubled', `The id “${id}” is used twice.`);
  });
}

function checkIds(framework: Framework, tell: Tell): void {
  doubled(
    framework.scales.map((one) => one.id),
    (at) => `scales[${at}].id`,
    tell,
  );
  doubled(
    framework.areas.map((one) => one.id),
    (at) => `areas[${at}].id`,
    tell,
  );
  doubled(
    framework.limiters.map((one) => one.id),
    (at) => `limiters[${at}].id`,
    tell,
  );
  doubled(
    framework.deadlines.map((one) => one.id),
    (at) => `deadlines[${at}].id`,
    tell,
  );
  doubled(
    [...framework.areas, ...framework.sections].map((one) => one.id),
    (at) => (at < framework.areas.length ? `areas[${at}].id` : `sections[${at - framework.areas.length}].id`),
    tell,
  );
  const criteria = framework.areas.flatMap((area, at) =>
    area.criteria.map((one, index) => ({ id: one.id, place: `areas[${at}].criteria[${index}].id` })),
  );
  doubled(
    criteria.map((one) => one.id),
    (at) => criteria[at]?.place ?? '',
    tell,
  );
  framework.scales.forEach((scale, at) => {
    doubled(
      [...scale.grades, ...scale.nonGrades].map((one) => one.id),
      () => `scales[${at}]`,
      tell,
    );
  });
}

function checkAreas(framework: Framework, tell: Tell): void {
  const ids = new Set(framework.areas.map((area) => area.id));
  framework.areas.forEach((area, at) => {
    const place = `areas[${at}]`;
    const scale = scaleOf(framework, area.id);
    if (area.scale !== null && scale === undefined)
      tell(`${place}.scale`, 'unknown-scale', `There is no scale “${area.scale}”.`);
    if (area.kind !== 'narrative' && area.scale === null)
      tell(`${place}.scale`, 'no-scale', 'An area that is judged needs a scale.');
    if (area.parent !== undefined && (!ids.has(area.parent) || area.parent === area.id))
      tell(`${place}.parent`, 'unknown-area', `There is no other area “${area.parent}”.`);
    area.after.forEach((before, index) => {
      if (!ids.has(before)) tell(`${place}.after[${index}]`, 'unknown-area', `There is no area “${before}”.`);
    });
    if (comesAfterItself(framework, area.id))
      tell(`${place}.after`, 'order-cycle', 'The order of judging goes round in a circle.');
    area.criteria.forEach((criterion, index) => {
      const grades = criterion.descriptors.map((one) => one.grade);
      doubled(grades, (which) => `${place}.criteria[${index}].descriptors[${which}].grade`, tell);
      criterion.descriptors.forEach((descriptor, which) => {
        const where = `${place}.criteria[${index}].descriptors[${which}]`;
        if (scale === undefined || rankOf(scale, descriptor.grade) < 0)
          tell(`${where}.grade`, 'unknown-grade', `The scale has no grade “${descriptor.grade}”.`);
        if (
          'absenceOf' in descriptor &&
          (descriptor.absenceOf === descriptor.grade || !grades.includes(descriptor.absenceOf))
        ) {
          tell(
            `${where}.absenceOf`,
            'unknown-grade',
            'It is defined by the absence of a grade that is not described.',
          );
        }
      });
    });
  });
}

function comesAfterItself(framework: Framework, area: string): boolean {
  const seen = new Set<string>();
  const visit = (id: string): boolean =>
    (framework.areas.find((one) => one.id === id)?.after ?? []).some((before) => {
      if (before === area) return true;
      if (seen.has(before)) return false;
      seen.add(before);
      return visit(before);
    });
  return visit(area);
}

function checkGrade(framework: Framework, area: string, grade: string, place: string, tell: Tell): void {
  const scale = scaleOf(framework, area);
  if (scale === undefined) tell(place, 'unknown-area', `There is no graded area “${area}”.`);
  else if (rankOf(scale, grade) < 0)
    tell(place, 'unknown-grade', `The scale of “${area}” has no grade “${grade}”.`);
}

function checkCondition(framework: Framework, condition: Condition, place: string, tell: Tell): void {
  if (condition.on === 'fact') return;
  const areas = condition.on === 'grade' ? [condition.area] : condition.areas;
  areas.forEach((area) => {
    checkGrade(framework, area, condition.grade, place, tell);
  });
  if (condition.on === 'count') {
    const most = condition.atMost ?? condition.areas.length;
    if (condition.atLeast > most || condition.atLeast > condition.areas.length)
      tell(place, 'never', 'This count can never hold.');
  }
}

function contradict(framework: Framework, a: Limiter, b: Limiter): boolean {
  const same = JSON.stringify(a.when) === JSON.stringify(b.when) && a.then.area === b.then.area;
  const scale = scaleOf(framework, a.then.area);
  if (!same || scale === undefined || a.then.rule !== 'set') return false;
  const [set, bound] = [rankOf(scale, a.then.grade), rankOf(scale, b.then.grade)];
  return b.then.rule === 'set' ? set !== bound : b.then.rule === 'cap' ? set < bound : set > bound;
}

function checkRules(framework: Framework, tell: Tell): void {
  framework.limiters.forEach((limiter, at) => {
    limiter.when.forEach((condition, index) => {
      checkCondition(framework, condition, `limiters[${at}].when[${index}]`, tell);
    });
    checkGrade(framework, limiter.then.area, limiter.then.grade, `limiters[${at}].then`, tell);
    if (framework.limiters.some((other) => other !== limiter && contradict(framework, limiter, other))) {
      tell(
        `limiters[${at}]`,
        'contradiction',
        'Another rule with the same conditions asks for something else.',
      );
    }
  });
  framework.aggregations.forEach((aggregation, at) => {
    [aggregation.area, ...aggregation.from].forEach((area) => {
      if (scaleOf(framework, area) === undefined)
        tell(`aggregations[${at}]`, 'unknown-area', `There is no graded area “${area}”.`);
    });
    const { how } = aggregation;
    const grades =
      how.mode === 'counts'
        ? how.rules.map((rule) => rule.grade)
        : how.mode === 'bands'
          ? how.bands.map((band) => band.grade)
          : [];
    grades.forEach((grade) => {
      checkGrade(framework, aggregation.area, grade, `aggregations[${at}].how`, tell);
    });
  });
  framework.reportChecks.forEach((check, at) => {
    if (check.check !== 'identifiers' && check.atLeast > check.atMost)
      tell(`reportChecks[${at}]`, 'never', 'Its limits exclude everything.');
  });
}

/** What contradicts itself in a framework of the right form. */
export function contradictionsIn(framework: Framework): readonly FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const tell: Tell = (place, code, message) => problems.push({ place, code, message });
  const { from, to } = framework.valid;
  if (to !== null && to < from) tell('valid.to', 'dates', 'It ends before it begins.');
  checkIds(framework, tell);
  checkAreas(framework, tell);
  checkRules(framework, tell);
  return problems.filter(
    (one, at) => problems.findIndex((other) => other.place === one.place && other.code === one.code) === at,
  );
}
