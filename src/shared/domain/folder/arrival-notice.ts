import { count, listOf, pluralOf } from '../words.ts';
import type { TimelineEntry } from '../draft/draft-state.ts';

/** What arrived in one draft, as far as a notice tells it. */
export interface Arrival {
  readonly provider: string;
  readonly entries: readonly Pick<TimelineEntry, 'record' | 'type' | 'author' | 'at'>[];
  /** Numbers of revisions by record. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly nameOf: (person: string) => string;
}

/** What each kind of record is called in a notice: who did what, and never a grade or a word of the text. */
const deeds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'evidence.noted': ['added an evidence note', 'added % evidence notes'],
  'evidence.imported': ['imported evidence', 'imported evidence'],
  'addendum.written': ['added to an evidence note', 'added to evidence notes % times'],
  'evidence.linked': ['linked evidence', 'linked evidence % times'],
  'report.imported': ['imported a report', 'imported % reports'],
  'comment.written': ['wrote a comment', 'wrote % comments'],
  'details.set': ['changed the details', 'changed the details'],
  'role.granted': ['gave a role', 'gave % roles'],
  'role.revoked': ['took a role away', 'took % roles away'],
  'content.erased': ['erased something', 'erased something'],
  'judgment.sealed': ['sealed the judgment', 'sealed the judgment'],
  'judgment.reopened': ['reopened the judgment', 'reopened the judgment'],
};

/** Kinds that nobody is told of as they arrive: their time alone could hint at somebody's grade. */
const quiet = /^(?:grade|round|reveal)\./;

/**
 * One sentence a person for what they did in a draft: "Priya Nair saved revision 4 of Northbrook". Marks of
 * descriptors, fits and grades are called a change; what is lodged in a round is not told at all.
 */
export function arrivalNotices({ provider, entries, revisions, nameOf }: Arrival): readonly string[] {
  const told = entries.filter((entry) => !quiet.test(entry.type));
  return [...Map.groupBy(told, (entry) => entry.author)].map(([author, all]) => {
    const saved = all.flatMap((entry) => revisions.get(entry.record) ?? []);
    const begun = all.some((entry) => entry.type === 'draft.begun');
    if (begun)
      return `${nameOf(author)} began the draft of ${provider}${saved.length === 0 ? '' : ` and saved revision ${listOf(saved.map(String))}`}`;
    const parts = [
      ...(saved.length === 0 ? [] : [`saved revision ${listOf(saved.map(String))} of ${provider}`]),
      ...[...Map.groupBy(all, (entry) => entry.type)]
        .filter(([type]) => type !== 'revision.saved')
        .map(([type, some]) => deed(type, some.length)),
    ];
    const place = saved.length === 0 ? ` in ${provider}` : '';
    return `${nameOf(author)} ${listOf([...new Set(parts)])}${place}`;
  });
}

function deed(type: string, times: number): string {
  const [one, many] = deeds[type] ?? ['changed something', 'changed something'];
  return pluralOf(times, one, many.replace('%', String(times)));
}

/** How long ago a claim of time says something was, in words; a claim from the future is "just now". */
export function agoWords(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (Number.isNaN(minutes) || minutes < 1) return 'just now';
  if (minutes < 60) return `${count(minutes, 'minute')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${count(hours, 'hour')} ago`;
  const days = Math.floor(hours / 24);
  return `${count(days, 'day')} ago`;
}
