import { call } from '../lib/call.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { changeReviewed } from '../../shared/draft/change-reviewed.ts';
import { reviewedField } from '../../shared/draft/comparison-fields.ts';

/** Who ticked a change as reviewed, oneself first. */
export function reviewersOf(draft: DraftSession, change: string): readonly string[] {
  const state = draft.state;
  const me = selfId(draft);
  return Object.entries(state?.reviewed ?? {})
    .filter(([, values]) => values.some((value) => value.value !== ''))
    .flatMap(([key]) => reviewedField.partsOfKey(key) ?? [])
    .flatMap((tick) => (tick.change === change ? tick.person : []))
    .sort((a, b) => Number(b === me) - Number(a === me));
}

/** Changes that this person ticked as reviewed; for whoever ticks none in this draft, those that anybody did. */
export function reviewedHere(draft: DraftSession): ReadonlySet<string> {
  const [me, ticks] = [selfId(draft), draft.may(changeReviewed)];
  return new Set(
    Object.entries(draft.state?.reviewed ?? {})
      .filter(([, values]) => values.some(({ value }) => value !== '' && value !== null))
      .flatMap(([key]) => reviewedField.partsOfKey(key) ?? [])
      .flatMap(({ person, change }) => (ticks && person !== me ? [] : [change])),
  );
}

/** This profile's person. */
export function selfId(draft: DraftSession): string {
  return draft.view?.people.find((person) => person.self)?.id ?? '';
}

/** Ticks a change as reviewed in a revision, or takes one's own tick back. */
export async function toggleReviewed(draft: DraftSession, change: string, revision: string): Promise<void> {
  const state = draft.state;
  const over = (state?.reviewed[reviewedField.key({ person: selfId(draft), change })] ?? []).map(
    (value) => value.record,
  );
  const reviewed = !reviewersOf(draft, change).includes(selfId(draft));
  await draft.act(reviewed ? 'Reviewed' : 'Tick taken back', () =>
    call('reviewChange', { draft: state?.id ?? '', change, revision, reviewed, over }),
  );
}

/** The latest revision in which this profile's person ticked a change, or null. */
export function lastReviewed(draft: DraftSession): string | null {
  const state = draft.state;
  const mine = Object.entries(state?.reviewed ?? {})
    .filter(([key]) => reviewedField.partsOfKey(key)?.person === selfId(draft))
    .flatMap(([, values]) =>
      values.flatMap((value) => (value.value === null || value.value === '' ? [] : [value.value])),
    );
  return state?.revisions.findLast((revision) => mine.includes(revision.id))?.id ?? null;
}
