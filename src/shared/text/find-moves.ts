import { mostPairs, type AlignedPair } from './alignment.ts';
import { similarities } from './similarity.ts';
import type { Paragraph } from './split-paragraphs.ts';

const acrossPlaces = 0.6;
/** How much likelier a move must be than any other that shares an end with it. */
const clearly = 0.1;

/**
 * Among paragraphs without a place (`restBefore`, `restAfter`: their indexes), those that clearly are each other's
 * best likeness are moves; what is not clear is not guessed. Null where they are too many to compare.
 */
export function findMoves(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  restBefore: readonly number[],
  restAfter: readonly number[],
): readonly AlignedPair[] | null {
  if (restBefore.length * restAfter.length > mostPairs) return null;
  const at = (all: readonly Paragraph[], rest: readonly number[]): readonly Paragraph[] =>
    rest.flatMap((index) => all[index] ?? []);
  const good = similarities(at(before, restBefore), at(after, restAfter), acrossPlaces).flatMap((row, old) =>
    Array.from(row).flatMap((value, now) =>
      value > 0 ? [{ before: restBefore[old] ?? -1, after: restAfter[now] ?? -1, value }] : [],
    ),
  );
  const rivalled = (move: (typeof good)[number]): boolean =>
    good.some(
      (other) =>
        other !== move &&
        (other.before === move.before || other.after === move.after) &&
        move.value - other.value < clearly,
    );
  return good
    .filter((move) => !rivalled(move))
    .map(({ before: was, after: is }) => ({ before: was, after: is, moved: true }));
}
