import type { Change } from './engines.ts';
import { scraps, wordsMarked } from './reading.ts';
import { printTable } from '../timing.ts';
import { alignParagraphs } from '../../../src/shared/text/align-paragraphs.ts';
import { compareWords } from '../../../src/shared/text/compare-words.ts';
import { splitAlike } from '../../../src/shared/text/split-alike.ts';

interface Pair {
  readonly before: string;
  readonly after: string;
}

/** The changes inside the paragraphs that belong together, where equal runs of up to `absorbed` words join changes. */
function changesInPairs({ before, after }: Pair, absorbed: number): readonly (readonly Change[])[] {
  const all = (text: string) => ({ text, from: 0, to: text.length, number: 1 });
  const [ours, theirs] = splitAlike(all(before), all(after));
  return alignParagraphs(ours, theirs).pairs.flatMap((pair): (readonly Change[])[] => {
    const [was, is] = [ours[pair.before], theirs[pair.after]];
    if (was === undefined || is === undefined || was.key === is.key) return [];
    const changes: Change[] = [];
    let [a, b] = [was.start, is.start];
    for (const { kind, before: own, after: other } of compareWords(was, is, absorbed).words) {
      const [toA, toB] = [own?.[1] ?? a, other?.[1] ?? b];
      if (kind !== 'same') changes.push({ fromA: own?.[0] ?? a, toA, fromB: other?.[0] ?? b, toB });
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
      for (const changes of changesInPairs(pair, absorbed)) {
        two += scraps(changes, pair.after, 2);
        three += scraps(changes, pair.after, 3);
        marked += wordsMarked(changes, pair.before, pair.after);
      }
    }
    return [String(absorbed), String(two), String(three), String(marked)];
  });
  console.log('\nEqual words taken into a change, inside paragraphs that belong together:');
  printTable(['words', 'scraps of 2', 'of 3', 'words marked'], rows);
}

/** How a change reads: words taken out in [- -], words written in {+ +}. */
function drawn(pair: Pair, changes: readonly Change[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return '';
  let at = first.fromB;
  const words = changes.map(({ fromA, toA, fromB, toB }) => {
    const same = pair.after.slice(at, fromB);
    at = toB;
    const [gone, come] = [pair.before.slice(fromA, toA), pair.after.slice(fromB, toB)];
    return `${same}${gone === '' ? '' : `[-${gone}-]`}${come === '' ? '' : `{+${come}+}`}`;
  });
  return words.join('').replaceAll(/\s+/g, ' ');
}

/** Each short paragraph of prose with changes as it reads with no, two and three words taken in. */
function examplesIn(pair: Pair): readonly (readonly string[])[] {
  const [none = [], two = [], three = []] = [0, 2, 3].map((absorbed) => changesInPairs(pair, absorbed));
  return two
    .map((changes, at) => [none[at] ?? [], changes, three[at] ?? []].map((marked) => drawn(pair, marked)))
    .filter((read) => read.every((text) => text.length < 360 && !/\S-\S+-\S/.test(text)));
}

/** Of the first five texts where taking in two words reads otherwise than taking in none, a paragraph each. */
export function printExamples(pairs: readonly Pair[]): void {
  const examples: string[][] = [];
  for (const pair of pairs) {
    if (examples.length === 5) break;
    const read = examplesIn(pair).find(([none, two]) => none !== two);
    if (read !== undefined) examples.push([...read]);
  }
  console.log('\nFive paragraphs where the point chosen matters, with no, two and three words taken in:');
  for (const [none = '', two = '', three = ''] of examples)
    console.log(`\n0: ${none}\n2: ${two}\n3: ${three}`);
}
