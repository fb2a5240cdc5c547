import { canonical } from '../records/canonical.ts';
import { aggregationContradictions } from './aggregation-contradictions.ts';
import type { FrameworkProblem, TellProblem } from './framework-problem.ts';
import type { Area, Framework, Scale } from './framework-schema.ts';
import { areaOf, rankOf, scaleOf } from './grade-order.ts';
import type { Condition, Limiter } from './limiter-schema.ts';

function doubled(ids: readonly string[], place: (at: number) => string, tell: TellProblem): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) tell(place(at), 'doubled', `“${id}” is used twice.`);
  });
}

function checkIds(framework: Framework, tell: TellProblem): void {
  doubled(
    framework.scales.map((scale) => scale.id),
    (at) => `scales[${at}].id`,
    tell,
  );
  doubled(
    framework.limiters.map((limiter) => limiter.id),
    (at) => `limiters[${at}].id`,
    tell,
  );
  doubled(
    framework.deadlines.map((deadline) => deadline.id),
    (at) => `deadlines[${at}].id`,
    tell,
  );
  doubled(
    [...framework.areas, ...framework.sections].map(({ id }) => id),
    (at) => (at < framework.areas.length ? `areas[${at}].id` : `sections[${at - framework.areas.length}].id`),
    tell,
  );
  const facts = framework.facts ?? [];
  doubled(
    facts.map((fact) => fact.id),
    (at) => `facts[${at}].id`,
    tell,
  );
  doubled(framework.kinds, (at) => `kinds[${at}]`, tell);
  const criteria = framework.areas.flatMap((area, at) =>
    area.criteria.map((criterion, index) => ({
      id: criterion.id,
      place: `areas[${at}].criteria[${index}].id`,
    })),
  );
  doubled(
    criteria.map((criterion) => criterion.id),
    (at) => criteria[at]?.place ?? '',
    tell,
  );
  framework.scales.forEach((scale, at) => {
    const values = [...scale.grades, ...scale.nonGrades].map(({ id }) => id);
    const { length } = scale.grades;
    doubled(
      values,
      (which) =>
        which < length
          ? `scales[${at}].grades[${which}].id`
          : `scales[${at}].nonGrades[${which - length}].id`,
      tell,
    );
    doubled(
      scale.grades.map((grade) => grade.symbol),
      (which) => `scales[${at}].grades[${which}].symbol`,
      tell,
    );
  });
}

function checkAreas(framework: Framework, tell: TellProblem): void {
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
    if (comesBack(framework, area.id, (before) => before.after))
      tell(`${place}.after`, 'order-cycle', 'The order of judging goes round in a circle.');
    if (area.parent !== area.id && comesBack(framework, area.id, (part) => parentOf(part)))
      tell(`${place}.parent`, 'nesting-cycle', 'The areas lie inside one another in a circle.');
    (area.inKinds ?? []).forEach((kind, index) => {
      if (!framework.kinds.includes(kind))
        tell(`${place}.inKinds[${index}]`, 'unknown-kind', `There is no kind of inspection “${kind}”.`);
    });
    area.criteria.forEach((criterion, index) => {
      const grades = criterion.descriptors.map((descriptor) => descriptor.grade);
      doubled(grades, (which) => `${place}.criteria[${index}].descriptors[${which}].grade`, tell);
      criterion.descriptors.forEach((descriptor, which) => {
        const where = `${place}.criteria[${index}].descriptors[${which}]`;
        if (scale === undefined || rankOf(scale, descriptor.grade) < 0)
          tell(`${where}.grade`, 'unknown-grade', `The scale has no grade “${descriptor.grade}”.`);
        if (
          'absenceOf' in descriptor &&
          !criterion.descriptors.some((other) => 'text' in other && other.grade === descriptor.absenceOf)
        )
          tell(
            `${where}.absenceOf`,
            'not-described',
            'It is defined by the absence of a grade that has no words.',
          );
      });
    });
  });
}

function parentOf(area: Area): readonly string[] {
  return area.parent === undefined ? [] : [area.parent];
}

function comesBack(framework: Framework, area: string, next: (area: Area) => readonly string[]): boolean {
  const seen = new Set<string>();
  const visit = (id: string): boolean =>
    framework.areas
      .filter((area) => area.id === id)
      .flatMap(next)
      .some((to) => {
        if (to === area) return true;
        if (seen.has(to)) return false;
        seen.add(to);
        return visit(to);
      });
  return visit(area);
}

function checkGrade(
  framework: Framework,
  area: string,
  grade: string,
  place: string,
  tell: TellProblem,
): void {
  const scale = scaleOf(framework, area);
  if (scale === undefined) tell(place, 'unknown-area', `There is no graded area “${area}”.`);
  else if (rankOf(scale, grade) < 0)
    tell(place, 'unknown-grade', `The scale of “${area}” has no grade “${grade}”.`);
}

function checkCondition(framework: Framework, condition: Condition, place: string, tell: TellProblem): void {
  if (condition.on === 'fact') {
    if (!(framework.facts ?? []).some((fact) => fact.id === condition.fact))
      tell(`${place}.fact`, 'unknown-fact', `There is no fact “${condition.fact}”.`);
    return;
  }
  const areas = condition.on === 'grade' ? [condition.area] : condition.areas;
  areas.forEach((area) => {
    checkGrade(framework, area, condition.grade, place, tell);
  });
  if (condition.on === 'count') {
    doubled(condition.areas, (at) => `${place}.areas[${at}]`, tell);
    const most = condition.atMost ?? condition.areas.length;
    if (condition.atLeast > most || condition.atLeast > condition.areas.length)
      tell(place, 'never', 'This count can never hold.');
  }
}

/** The best and worst rank that a rule leaves, best first. */
function leaves(scale: Scale, { then }: Limiter): readonly [number, number] {
  const rank = rankOf(scale, then.grade);
  return [then.rule === 'floor' ? 0 : rank, then.rule === 'cap' ? scale.grades.length - 1 : rank];
}

function contradict(framework: Framework, a: Limiter, b: Limiter): boolean {
  const scale = scaleOf(framework, a.then.area);
  if (scale === undefined || a.then.area !== b.then.area || canonical(a.when) !== canonical(b.when))
    return false;
  const [[bestOfA, worstOfA], [bestOfB, worstOfB]] = [leaves(scale, a), leaves(scale, b)];
  return bestOfA > worstOfB || bestOfB > worstOfA;
}

function checkRules(framework: Framework, tell: TellProblem): void {
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
  framework.reportChecks.forEach((check, at) => {
    if (check.check === 'paragraphs' && check.area !== null && areaOf(framework, check.area) === undefined)
      tell(`reportChecks[${at}].area`, 'unknown-area', `There is no area “${check.area}”.`);
    if (check.check !== 'identifiers' && check.atLeast > check.atMost)
      tell(`reportChecks[${at}]`, 'never', 'Its limits exclude everything.');
  });
}

function checkDeadlines(framework: Framework, tell: TellProblem): void {
  framework.deadlines.forEach(({ from, until }, at) => {
    if (until === from) tell(`deadlines[${at}].until`, 'never', 'It stops at the moment from which it runs.');
  });
}

/** What contradicts itself in a framework of the right form. */
export function contradictionsIn(framework: Framework): readonly FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const tell: TellProblem = (place, code, message) => problems.push({ place, code, message });
  const { from, to } = framework.valid;
  if (to !== null && to < from) tell('valid.to', 'dates', 'It ends before it begins.');
  checkIds(framework, tell);
  checkAreas(framework, tell);
  checkRules(framework, tell);
  checkDeadlines(framework, tell);
  aggregationContradictions(framework, tell);
  retentionContradictions(framework, tell);
  return problems.filter(
    (problem, at) =>
      problems.findIndex((other) => other.place === problem.place && other.code === problem.code) === at,
  );
}

/** What contradicts itself in a retention schedule: ids used twice, and one thing kept by two rules. */
function retentionContradictions({ retention = [] }: Framework, tell: TellProblem): void {
  const ids = retention.map(({ id }) => id);
  const kept = retention.flatMap(({ of }, at) => of.map((kind, index) => ({ kind, at, index })));
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) tell(`retention[${at}].id`, 'doubled', `“${id}” is used twice.`);
  });
  kept.forEach(({ kind, at, index }, place) => {
    if (kept.findIndex((kept) => kept.kind === kind) < place)
      tell(`retention[${at}].of[${index}]`, 'doubled', `“${kind}” is kept by another rule already.`);
  });
}
