import type { Framework } from '../framework/framework-schema.ts';
import { evaluateLimiters } from '../framework/limiting-rules.ts';
import type { PublishedOutcome } from './published-outcome.ts';

/** How a limiting rule fared in what was published. */
export interface RuleTally {
  readonly rule: string;
  readonly title: string;
  readonly force: 'hard' | 'soft';
  /** Inspections it applied to, and in how many of these the grade was within it. */
  readonly applied: number;
  readonly kept: number;
}

/** Holds the limiting rules of frameworks against every outcome that grades all areas of its own. */
export function rulesOverOutcomes(
  outcomes: readonly PublishedOutcome[],
  frameworks: readonly Framework[],
): readonly RuleTally[] {
  const tallies = new Map<
    string,
    { rule: string; title: string; force: 'hard' | 'soft'; applied: number; kept: number }
  >();
  for (const { framework: id, grades } of outcomes) {
    const framework = frameworks.find((framework) => framework.id === id);
    if (
      framework === undefined ||
      !framework.areas.every((area) => area.scale === null || grades[area.id] !== undefined)
    )
      continue;
    for (const finding of evaluateLimiters(framework, grades)) {
      const { limiter: rule, title, force } = finding;
      const tally = tallies.get(rule) ?? { rule, title, force, applied: 0, kept: 0 };
      if (finding.applies) {
        tally.applied += 1;
        if (finding.holds) tally.kept += 1;
      }
      tallies.set(rule, tally);
    }
  }
  return [...tallies.values()];
}
