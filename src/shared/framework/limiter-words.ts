import { withinSentence } from '../words.ts';
import type { Framework } from './framework-schema.ts';
import { areaOf, gradeTitle } from './grade-order.ts';
import type { Condition, Limiter } from './limiter-schema.ts';

/** The short title of an area. */
function areaTitle(framework: Framework, area: string): string {
  const found = areaOf(framework, area);
  return found?.brief ?? found?.title ?? area;
}

function factTitle(framework: Framework, fact: string): string {
  return framework.facts?.find(({ id }) => id === fact)?.title ?? fact;
}

function listOf(framework: Framework, areas: readonly string[]): string {
  return areas.map((area) => areaTitle(framework, area)).join(', ');
}

/** "is" in what a rule says, "were" in what would change how it stands. */
type Verb = 'is' | 'were';

function gradeName(framework: Framework, area: string, grade: string, verb: Verb): string {
  const title = gradeTitle(framework, area, grade);
  return verb === 'is' ? withinSentence(title) : title;
}

const holding = { exactly: '', 'at-most': ' or worse', 'at-least': ' or better' } as const;
const failing = {
  exactly: 'another grade than ',
  'at-most': 'better than ',
  'at-least': 'worse than ',
} as const;

/** What would have to be so for a condition to hold: "Help and protection were Inadequate". */
export function wouldHold(framework: Framework, condition: Condition, verb: Verb = 'were'): string {
  if (condition.on === 'fact')
    return `it ${verb} ${condition.holds ? '' : 'not '}recorded that ${withinSentence(factTitle(framework, condition.fact))}`;
  if (condition.on === 'grade')
    return `${areaTitle(framework, condition.area)} ${verb} ${gradeName(framework, condition.area, condition.grade, verb)}${holding[condition.is]}`;
  const { areas, atLeast, atMost } = condition;
  const grade = `${gradeName(framework, areas[0] ?? '', condition.grade, verb)}${holding[condition.is]}`;
  const many =
    atMost === undefined
      ? atLeast === 1
        ? 'any'
        : `at least ${atLeast}`
      : atLeast === 0
        ? `at most ${atMost}`
        : `${atLeast} to ${atMost}`;
  return `${many} of ${listOf(framework, areas)} ${verb} ${grade}`;
}

/** What would have to be so for a condition to fail: "Help and protection were another grade than Inadequate". */
export function wouldFail(framework: Framework, condition: Condition): string {
  if (condition.on === 'fact')
    return `it were ${condition.holds ? 'not ' : ''}recorded that ${withinSentence(factTitle(framework, condition.fact))}`;
  if (condition.on === 'grade')
    return `${areaTitle(framework, condition.area)} were ${failing[condition.is]}${gradeTitle(framework, condition.area, condition.grade)}`;
  const { areas, atLeast, atMost } = condition;
  const grade = `${gradeTitle(framework, areas[0] ?? '', condition.grade)}${holding[condition.is]}`;
  const fewer = atLeast > 0 ? [`fewer than ${atLeast}`] : [];
  const more = atMost !== undefined && atMost < areas.length ? [`more than ${atMost}`] : [];
  return `${[...fewer, ...more].join(' or ')} of ${listOf(framework, areas)} were ${grade}`;
}

const within = { set: '', cap: ' or worse', floor: ' or better' } as const;

/** What would keep the rule where it applies and is not kept: "Overall effectiveness were Inadequate". */
export function wouldKeep(framework: Framework, { then }: Limiter, verb: Verb = 'were'): string {
  return `${areaTitle(framework, then.area)} ${verb} ${gradeName(framework, then.area, then.grade, verb)}${within[then.rule]}`;
}
