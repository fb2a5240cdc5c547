import type { Framework } from './framework-schema.ts';
import { areaOf, gradeHolds, gradeTitle, scaleOf } from './grade-order.ts';
import type { Condition, Limiter } from './limiter-schema.ts';
import { wouldFail, wouldHold, wouldKeep } from './limiter-words.ts';

/** Grades by area, as they stand; areas without a grade are absent. */
export type GradesByArea = { readonly [area: string]: string };

/** What a limiting rule makes of the grades as they stand. */
export interface LimiterFinding {
  readonly limiter: string;
  readonly title: string;
  readonly force: 'hard' | 'soft';
  readonly area: string;
  /** Whether all its conditions hold. */
  readonly applies: boolean;
  /** Whether the grade given is within the rule; true where it does not apply or no grade is given. */
  readonly holds: boolean;
  /** What it looked at, what follows, and what would change it. */
  readonly detail: string;
  /** What would make it apply, or no longer apply, in words of its own. */
  readonly change: string;
}

/** Whether a condition holds, fails, or hangs on grades that nobody has given yet. */
type Standing = 'holds' | 'fails' | 'open';

function standingOf(
  framework: Framework,
  grades: GradesByArea,
  facts: ReadonlySet<string>,
  condition: Condition,
): Standing {
  if (condition.on === 'fact') return facts.has(condition.fact) === condition.holds ? 'holds' : 'fails';
  const areas = areasOf(condition);
  const open = areas.filter((area) => grades[area] === undefined).length;
  const met = areas.filter((area) =>
    gradeMeets(framework, grades, area, condition.is, condition.grade),
  ).length;
  const atLeast = condition.on === 'count' ? condition.atLeast : 1;
  const atMost = condition.on === 'count' ? (condition.atMost ?? areas.length) : 1;
  if (met >= atLeast && met + open <= atMost) return 'holds';
  return met + open >= atLeast && met <= atMost ? 'open' : 'fails';
}

function gradeMeets(
  framework: Framework,
  grades: GradesByArea,
  area: string,
  is: 'exactly' | 'at-most' | 'at-least',
  grade: string,
): boolean {
  const scale = scaleOf(framework, area);
  const given = grades[area];
  return scale !== undefined && given !== undefined && gradeHolds(scale, given, is, grade);
}

function within(framework: Framework, grades: GradesByArea, { then }: Limiter): boolean {
  const given = grades[then.area];
  const scale = scaleOf(framework, then.area);
  if (given === undefined || scale === undefined) return true;
  const is = then.rule === 'set' ? 'exactly' : then.rule === 'cap' ? 'at-most' : 'at-least';
  return gradeHolds(scale, given, is, then.grade);
}

const follows = { set: 'is', cap: 'is no better than', floor: 'is no worse than' } as const;

function areasOf(condition: Condition): readonly string[] {
  return condition.on === 'grade' ? [condition.area] : condition.on === 'count' ? condition.areas : [];
}

/** The areas that a rule turns on, and the one that it limits. */
export function areasOfRule({ when, then }: Limiter): readonly string[] {
  return [...new Set([...when.flatMap(areasOf), then.area])];
}

function looked(
  framework: Framework,
  grades: GradesByArea,
  facts: ReadonlySet<string>,
  limiter: Limiter,
): string {
  const graded = areasOfRule(limiter).map((area) => {
    const grade = grades[area];
    return `${areaOf(framework, area)?.title ?? area}: ${grade === undefined ? 'no grade yet' : gradeTitle(framework, area, grade)}`;
  });
  const known = limiter.when.flatMap((condition) => {
    if (condition.on !== 'fact') return [];
    const title = framework.facts?.find((fact) => fact.id === condition.fact)?.title ?? condition.fact;
    return [`${title}: ${facts.has(condition.fact) ? 'recorded' : 'not recorded'}`];
  });
  return [...graded, ...known].join('; ');
}

/** Holds every limiting rule of a framework against the grades and facts as they stand. */
export function evaluateLimiters(
  framework: Framework,
  grades: GradesByArea,
  facts: ReadonlySet<string> = new Set(),
): readonly LimiterFinding[] {
  return framework.limiters.map((limiter) => evaluateLimiter(framework, limiter, grades, facts));
}

/**
 * Holds one limiting rule of a framework against the grades and facts as they stand. It never changes a grade. A rule
 * applies only once no grade still to be given could keep it from applying.
 */
export function evaluateLimiter(
  framework: Framework,
  limiter: Limiter,
  grades: GradesByArea,
  facts: ReadonlySet<string>,
): LimiterFinding {
  const standings = limiter.when.map((condition) => standingOf(framework, grades, facts, condition));
  const applies = standings.every((standing) => standing === 'holds');
  const open = !applies && standings.every((standing) => standing !== 'fails');
  const holds = !applies || within(framework, grades, limiter);
  const { area, rule, grade } = limiter.then;
  const consequence = `${areaOf(framework, area)?.title ?? area} then ${follows[rule]} ${gradeTitle(framework, area, grade)}`;
  const seen = looked(framework, grades, facts, limiter);
  const change = changeOf(framework, limiter, standings, holds);
  const origin = limiter.basis === 'default-to-review' ? ' This rule is a default to review.' : '';
  const standing = applies
    ? `${consequence}.`
    : open
      ? 'Whether it applies hangs on what is not graded yet.'
      : 'It does not apply to these grades.';
  const detail = `${limiter.title}. ${standing} ${seen}. ${change}${origin}`;
  return {
    limiter: limiter.id,
    title: limiter.title,
    force: limiter.force,
    area,
    applies,
    holds,
    detail,
    change,
  };
}

/** What would change how a rule stands. */
function changeOf(
  framework: Framework,
  limiter: Limiter,
  standings: readonly Standing[],
  holds: boolean,
): string {
  const applies = standings.every((standing) => standing === 'holds');
  if (!applies) {
    const needed = limiter.when.filter((_condition, at) => standings[at] !== 'holds');
    return `It would apply if ${needed.map((condition) => wouldHold(framework, condition)).join(', and ')}.`;
  }
  const lifted = limiter.when.map((condition) => wouldFail(framework, condition)).join(', or ');
  if (holds) return `It would not apply if ${lifted}.`;
  const force =
    limiter.force === 'hard'
      ? 'This rule allows no exception.'
      : 'It may be departed from with a reason, which goes on the record.';
  return `It would be kept if ${wouldKeep(framework, limiter)}, and would not apply if ${lifted}. ${force}`;
}
