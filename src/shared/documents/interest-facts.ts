import { interestSentence } from '../moderation/interest-declared.ts';
import type { Round } from '../moderation/round.ts';
import type { SeenState } from '../seen/seen-draft.ts';

/** What the round's people declared, and what was recorded for them; the words where the reader may have them. */
export function interestFacts(
  { moderation: { interests } }: SeenState,
  { participants, excluded, holders }: Round,
  name: (person: string) => string,
): readonly { readonly name: string; readonly value: string }[] {
  const people = [
    participants,
    excluded.map(({ person }) => person),
    holders.map(({ person }) => person),
  ].flat();
  const own = interests.filter(({ person }) => people.includes(person));
  const none = own.filter((declared) => declared.interests.length === 0).map(({ person }) => name(person));
  return [
    ...own.flatMap((declared) =>
      declared.interests.map((interest) => ({
        name: `Interest of ${name(declared.person)}`,
        value: [
          interestSentence(interest),
          interest.excludes ? 'Kept out of grading' : 'Kept nobody out',
          interest.recordedBy === null ? '' : `Recorded by ${name(interest.recordedBy)}`,
        ]
          .filter((part) => part !== '')
          .join('. '),
      })),
    ),
    ...(none.length === 0 ? [] : [{ name: 'Declared no interest', value: none.join(', ') }]),
  ];
}
