import type { GradeValue } from '../values/grade-value.ts';
import type { Framework } from '../framework/framework-schema.ts';
import { areaOf, rankOf, scaleOf } from '../framework/grade-order.ts';
import { answersFor, whatRulesGive, type RuleGives } from './agreed-grade.ts';
import { independentGrades, type IndependentGrade } from './independent-grades.ts';
import type { Round } from './round.ts';

/** One area on the meeting's agenda. */
interface AgendaItem {
  readonly area: string;
  readonly title: string;
  /** How many grades lie between the best and the worst independent one; a missing grade beside grades counts as one. */
  readonly spread: number;
  readonly independent: readonly IndependentGrade[];
  /** The team's grade in the round's revision. */
  readonly provisional: GradeValue | null;
  /** What each rule gives for the independent grades, and for the grades after discussion. */
  readonly before: readonly RuleGives[];
  readonly after: readonly RuleGives[];
}

/** A revealed round's areas, those whose grades lie furthest apart first, else in the order of grading. */
export function agendaOf(round: Round, framework: Framework): readonly AgendaItem[] {
  const items = round.areas.flatMap((area): AgendaItem[] => {
    const scale = scaleOf(framework, area);
    if (scale === undefined) return [];
    const answers = answersFor(round, area, 'before');
    const ranks = answers.flatMap((answer) => ('grade' in answer ? [rankOf(scale, answer.grade)] : []));
    const apart = ranks.length === 0 ? 0 : Math.max(...ranks) - Math.min(...ranks);
    const mixed = ranks.length > 0 && ranks.length < answers.length;
    return [
      {
        area,
        title: areaOf(framework, area)?.title ?? area,
        spread: mixed ? Math.max(1, apart) : apart,
        independent: independentGrades(round, area),
        provisional: round.provisionalGrades[area] ?? null,
        before: whatRulesGive(round, area, scale, 'before'),
        after: whatRulesGive(round, area, scale, 'after'),
      },
    ];
  });
  return items.toSorted((a, b) => b.spread - a.spread);
}
