import { count, listOf, pluralOf } from '../words.ts';
import { draftBegun } from '../draft/draft-begun.ts';
import { draftEventTypes } from '../judgment/event-types.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import type { TimelineEntry } from '../judgment/draft-state.ts';

/** What arrived in one draft, as far as a notice tells it. */
interface Arrival {
  readonly provider: string;
  readonly entries: readonly Pick<TimelineEntry, 'record' | 'type' | 'author' | 'at'>[];
  /** Numbers of revisions by record. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly nameOf: (person: string) => string;
}

/**
 * One sentence a person for what they did in a draft: "Priya Nair saved revision 4 of Northbrook". Marks of
 * descriptors, fits and grades are called a change; what is lodged in a round is not told at all.
 */
export function arrivalNotices({ provider, entries, revisions, nameOf }: Arrival): readonly string[] {
  const noticed = entries.filter((entry) => draftEventTypes.get(entry.type)?.notice !== null);
  return [...Map.groupBy(noticed, (entry) => entry.author)].map(([author, all]) => {
    const saved = all.flatMap((entry) => revisions.get(entry.record) ?? []);
    const begun = all.some((entry) => entry.type === draftBegun.type);
    if (begun)
      return `${nameOf(author)} began the draft of ${provider}${saved.length === 0 ? '' : ` and saved revision ${listOf(saved.map(String))}`}`;
    const parts = [
      ...(saved.length === 0 ? [] : [`saved revision ${listOf(saved.map(String))} of ${provider}`]),
      ...[...Map.groupBy(all, (entry) => entry.type)]
        .filter(([type]) => type !== revisionSaved.type)
        .map(([type, some]) => whatWasDone(type, some.length)),
    ];
    const place = saved.length === 0 ? ` in ${provider}` : '';
    return `${nameOf(author)} ${listOf([...new Set(parts)])}${place}`;
  });
}

function whatWasDone(type: string, times: number): string {
  const [one, many] = draftEventTypes.get(type)?.notice ?? ['changed something', 'changed something'];
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
