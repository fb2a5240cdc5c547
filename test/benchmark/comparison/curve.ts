import type { Change } from './engines.ts';
import { scraps, wordsMarked } from './reading.ts';
import { printTable } from '../timing.ts';
import { alignParagraphs } from '../../../src/shared/domain/comparison/align-paragraphs.ts';
import { compareWords } from '../../../src/shared/domain/comparison/compare-words.ts';
import { splitAlike } from '../../../src/shared/domain/comparison/split-alike.ts';

interface Pair {
  readonly before: string;
  readonly after: string;
}

/** The changes inside the paragraphs that belong together, where equal runs of up to `absorbed` words join changes. */
function changesInPairs({ before, after }: Pair, absorbed: number): readonly (readonly Change[])[] {
  const [ours, theirs] = splitAlike(before, after);
  return alignParagraphs(ours, theirs).pairs.flatMap((pair): (readonly Change[])[] => {
    const [was, is] = [ours[pair.before], theirs[pair.after]];
    if (was === undefined || is === undefined || was.key === is.key) return [];
    const changes: Change[] = [];
    let [a, b] = [was.start, is.start];
    for (const { kind, before: own, after: other } of compareWords(was, is, absorbed).runs) {
      const [toA, toB] = [own?.[1] ?? a, other?.[1] ?? b];
      if (kind !== 'equal') changes.push({ fromA: own?.[0] ?? a, toA, fromB: other?.[0] ?? b, toB });
      [a, b] = [toA, toB];
    }
    return [changes];
  });
}

/** Scraps against words marked as more equal words are taken into a change: why two is chosen. */
export function printCurve(pairs: readonly Pair[]): void {
  const rows = [0, 1, 2, 3, 4, 6].map((absorbed) => {
    let [two, three, marked] = [0, 0, 0];
    for (const pair of pairs) {
      for (const found of changesInPairs(pair, absorbed)) {
        two += scraps(found, pair.after, 2);
        three += scraps(found, pair.after, 3);
        marked += wordsMarked(found, pair.before, pair.after);
      }
    }
    return [String(absorbed), String(two), String(three), String(marked)];
  });
  console.log('\nEqual words taken into a change, inside paragraphs that belong together:');
  printTable(['words', 'scraps of 2', 'of 3', 'words marked'], rows);
}
