import { count } from '../../words.ts';
import type { Retention } from '../../framework/retention-schema.ts';
import { momentTitles } from '../clocks/clock-words.ts';
import { retainedTitles } from './retained-types.ts';

/** What a rule says, in words: "Evidence notes and additions: kept 6 years from publication". */
export function retentionWords({ of, years, from, editableDefault }: Retention): string {
  const what = of.map((kind) => retainedTitles[kind]).join(', ');
  const told =
    years === null
      ? 'kept without end'
      : `kept ${count(years, 'year')} from ${momentTitles[from]}, then may be erased`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${told}${editableDefault ? ' (a default to review)' : ''}`;
}
