import type { DraftState } from '../draft/draft-state.ts';
import type { PersonId } from '../events/record.ts';
import { count } from '../words.ts';

const kinds: readonly (readonly [type: string, one: string, many: string])[] = [
  ['evidence.noted', 'note', 'notes'],
  ['evidence.linked', 'link', 'links'],
  ['descriptor.marked', 'mark of a descriptor', 'marks of descriptors'],
  ['revision.saved', 'revision', 'revisions'],
  ['comment.written', 'comment', 'comments'],
  ['challenge.raised', 'challenge', 'challenges'],
  ['challenge.answered', 'answer to a challenge', 'answers to challenges'],
  ['judgment.sealed', 'seal', 'seals'],
];

/** What a person did in a draft, by kind and in words: "12 notes", "1 seal". Records that do not count are left out. */
export function deedsOf({ timeline }: DraftState, person: PersonId): readonly string[] {
  return kinds.flatMap(([type, one, many]) => {
    const number = timeline.filter(
      (entry) => entry.author === person && entry.type === type && entry.counted,
    ).length;
    return number === 0 ? [] : [count(number, one, many)];
  });
}
