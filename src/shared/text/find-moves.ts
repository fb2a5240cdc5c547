import { mostPairs, type Alignment } from './alignment.ts';
import { bagOf, similarity } from './similarity.ts';
import type { Paragraph } from './split-paragraphs.ts';

const acrossPlaces = 0.6;
/** How much likelier a move must be than any other that shares an end with it. */
const clearly = 0.1;

/**
 * Among paragraphs without a place (`restBefore`, `restAfter`: their indexes), those that clearly are each other's
 * best likeness are moves; what is not clear is not guessed. Null where they are too many to hold against each other.
 */
export function findMoves(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  restBefore: readonly number[],
  restAfter: readonly number[],
): readonly Alignment[] | null {
  if (restBefore.length * restAfter.length > mostPairs) return null;
  const bags = (all: readonly Paragraph[], rest: readonly number[]) =>
    rest.flatMap((index) => {
      const paragraph = all[index];
      return paragraph === undefined ? [] : [{ index, bag: bagOf(paragraph) }];
    });
  const arrivals = bags(after, restAfter);
  const good = bags(before, restBefore).flatMap((old) =>
    arrivals.flatMap((now) => {
      const value = similarity(old.bag, now.bag, acrossPlaces);
      return value > 0 ? [{ before: old.index, after: now.index, value }] : [];
    }),
  );
  const rivalled = (one: (typeof good)[number]): boolean =>
    good.some(
      (other) =>
        other !== one &&
        (other.before === one.before || other.after === one.after) &&
        one.value - other.value < clearly,
    );
  return good
    .filter((one) => !rivalled(one))
    .map((one) => ({ kind: 'moved', before: one.before, after: one.after }));
}
