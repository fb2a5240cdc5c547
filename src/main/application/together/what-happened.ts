import { eachDraft } from './each-draft.ts';
import type { Scope } from '../session/session.ts';
import { draftEventTypes } from '../../../shared/judgment/event-types.ts';
import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { happeningsIn } from '../../../shared/together/happenings.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { HappenedView } from '../../../shared/ipc/together-views.ts';
import { withNames } from '../../../shared/records/record-titles.ts';

/**
 * What others and oneself did in one draft or in all: since a day, by the clocks of those who wrote; or since this
 * person last looked, by the records themselves, so that what was written earlier and came in later is not missed.
 */
export async function whatHappened(
  scope: Scope,
  { draft, since }: CallInput<'whatHappened'>,
): Promise<Result<HappenedView, CallError>> {
  const read = await eachDraft(scope, { draft });
  if (!read.ok) return read;
  const { drafts, unread, nameOf } = read.value;
  // Of a draft that was begun by mistake nobody is told, unless they ask for it alone.
  const asked = drafts.filter(({ seen }) => draft !== null || shelfOf(seen.state.shelf) !== 'withdrawn');
  const found: HappenedView['drafts'][number][] = [];
  let looked: string | null = null;
  const names = new Map<string, string>();
  for (const { draft: id, provider, seen, framework } of asked) {
    const marks = await scope.ports.looked.read(id);
    const when = seen
      .records()
      .filter((record) => marks[record.key]?.id === record.id)
      .map((record) => record.at)
      .sort()
      .at(-1);
    if (when !== undefined && (looked === null || when > looked)) looked = when;
    const happenings = happeningsIn(seen, framework, (entry) =>
      since === null ? entry.seq > (marks[entry.key]?.seq ?? 0) : entry.at >= since,
    );
    if (happenings.length === 0) continue;
    for (const { author } of happenings) names.set(author, nameOf(author));
    const areas = [...(framework?.areas ?? []), ...(framework?.sections ?? [])];
    found.push({
      draft: id,
      provider,
      areas: areas.map((area) => ({ id: area.id, title: area.title })),
      happenings: happenings.map((entry) => {
        const kind = draftEventTypes.get(entry.type);
        return {
          ...entry,
          sentence: withNames(entry.sentence, nameOf),
          kind: kind?.trail ?? 'people',
          noun: kind?.noun ?? ['record', 'records'],
        };
      }),
    });
  }
  return done({ looked, drafts: found, names: Object.fromEntries(names), unread });
}

/** Remembers the last record of every device in these drafts as looked at. */
export async function haveLooked(
  scope: Scope,
  input: CallInput<'haveLooked'>,
): Promise<Result<null, CallError>> {
  const read = await eachDraft(scope, input);
  if (!read.ok) return read;
  for (const { draft, seen } of read.value.drafts) {
    const tips: Record<string, { seq: number; id: string }> = {};
    for (const { key, seq, id } of seen.records()) {
      if ((tips[key]?.seq ?? 0) < seq) tips[key] = { seq, id };
    }
    await scope.ports.looked.remember(draft, tips);
  }
  return done(null);
}
