import { draftEventTypes } from '../judgment/event-types.ts';
import type { PersonId } from '../records/record.ts';
import { recordsOfKind } from '../judgment/record-names.ts';
import type { SeenState } from './seen-draft.ts';

/** What a person contributed to a draft, by kind and in words: "12 notes", "1 seal". Records that do not count are left out. */
export function contributionsOf({ timeline }: SeenState, person: PersonId): readonly string[] {
  return [...draftEventTypes.values()].flatMap(({ type, isContribution }) => {
    const number = timeline.filter(
      (entry) => entry.author === person && entry.type === type && entry.counted,
    ).length;
    return isContribution && number > 0 ? [recordsOfKind(type, number)] : [];
  });
}
