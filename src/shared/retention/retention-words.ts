import { count } from '../words.ts';
import type { Retention } from '../framework/retention-schema.ts';
import type { RetainedKind } from '../values/retained-kinds.ts';
import { momentTitles } from '../clocks/clock-words.ts';

/** What the groups are called. */
export const retainedTitles: { readonly [kind in RetainedKind]: string } = {
  evidence: 'evidence notes and additions',
  attachments: 'attached files',
  narrative: 'the text of the report and its revisions',
  weighing: 'marks, reasons and answers',
  comments: 'comments',
  'provider-comments': 'what was sent to the provider and came back',
};

/** What a rule says, in words: "Evidence notes and additions: kept 6 years from publication". */
export function retentionWords({ of, years, from, editableDefault }: Retention): string {
  const what = of.map((kind) => retainedTitles[kind]).join(', ');
  const sentence =
    years === null
      ? 'kept without end'
      : `kept ${count(years, 'year')} from ${momentTitles[from]}, then may be erased`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${sentence}${editableDefault ? ' (a default to review)' : ''}`;
}
