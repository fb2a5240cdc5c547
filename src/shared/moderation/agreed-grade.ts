import type { GradeValue } from '../values/grade-value.ts';
import { canonical } from '../records/canonical.ts';
import { rankOf } from '../framework/grade-order.ts';
import type { Scale } from '../framework/framework-schema.ts';
import type { PersonId } from '../records/record.ts';
import { count, pluralOf } from '../words.ts';
import { independentAnswer, answerAfter } from './independent-grades.ts';
import type { Round } from './round.ts';

/** What one rule makes of the members' grades: a grade, or null with why it gives none. */
export interface RuleGives {
  readonly rule: 'consensus' | 'median' | 'majority';
  readonly grade: GradeValue | null;
  readonly why: string;
}

/** The members' answers for an area, independent or after discussion; "not my area" is no grade. */
export function answersFor(round: Round, area: string, when: 'before' | 'after'): readonly GradeValue[] {
  return round.participants.flatMap((person) => {
    const answer =
      when === 'before' ? independentAnswer(round.lodgings, person, area) : answerAfter(round, person, area);
    return answer === null || 'notMine' in answer ? [] : [answer];
  });
}

function consensus(answers: readonly GradeValue[]): RuleGives {
  const [first] = answers;
  const same = first !== undefined && new Set(answers.map((answer) => canonical(plain(answer)))).size === 1;
  return {
    rule: 'consensus',
    grade: same ? first : null,
    why: same ? 'All say the same.' : first === undefined ? 'Nobody gave a grade.' : 'They differ.',
  };
}

/** Two who give no grade for different reasons still say the same. */
function plain(value: GradeValue): unknown {
  return 'grade' in value ? value : { notGraded: value.notGraded };
}

/** The middle grade on the scale; of an even number both middle ones must be the same. */
function median(answers: readonly GradeValue[], scale: Scale): RuleGives {
  const ranks = answers
    .flatMap((answer) => ('grade' in answer ? [rankOf(scale, answer.grade)] : []))
    .filter((rank) => rank >= 0)
    .sort((a, b) => a - b);
  const low = scale.grades[ranks[Math.floor((ranks.length - 1) / 2)] ?? -1];
  const high = scale.grades[ranks[Math.floor(ranks.length / 2)] ?? -1];
  if (low === undefined || high === undefined) {
    return { rule: 'median', grade: null, why: 'Nobody gave a grade.' };
  }
  return low.id === high.id
    ? { rule: 'median', grade: { grade: low.id }, why: `The middle of ${ranks.length}.` }
    : { rule: 'median', grade: null, why: `It falls between ${low.title} and ${high.title}.` };
}

/** What more than half of those who gave an answer say. */
function majority(answers: readonly GradeValue[]): RuleGives {
  const groups = [...Map.groupBy(answers, (answer) => canonical(plain(answer))).values()];
  const largest = groups.find((group) => group.length * 2 > answers.length);
  return {
    rule: 'majority',
    grade: largest?.[0] ?? null,
    why:
      largest === undefined
        ? answers.length === 0
          ? 'Nobody gave a grade.'
          : 'No grade has more than half.'
        : `${largest.length} of ${answers.length}.`,
  };
}

/** Who gave a grade of an area before discussion, and has neither confirmed nor moved it since. */
export function unconfirmedIn(round: Round, area: string): readonly PersonId[] {
  return round.participants.filter((person) => {
    const before = independentAnswer(round.lodgings, person, area);
    return before !== null && !('notMine' in before) && answerAfter(round, person, area) === null;
  });
}

/** What each rule would give for an area; the chair's own decision is a rule too and gives what the chair says. */
export function whatRulesGive(
  round: Round,
  area: string,
  scale: Scale,
  when: 'before' | 'after',
): readonly RuleGives[] {
  const answers = answersFor(round, area, when);
  const waiting = when === 'after' ? unconfirmedIn(round, area).length : 0;
  if (waiting > 0) {
    const why = `${count(waiting, 'member')} ${pluralOf(waiting, 'has', 'have')} not confirmed or moved their grade.`;
    return (['consensus', 'median', 'majority'] as const).map((rule) => ({ rule, grade: null, why }));
  }
  return [consensus(answers), median(answers, scale), majority(answers)];
}
