import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { printCurve, printExamples } from './curve.ts';
import { engines, floors, type Engine } from './engines.ts';
import { printGrowth } from './growth.ts';
import { isExact, leastMarked, scraps, wordsMarked } from './reading.ts';
import { worstCases } from './worst-cases.ts';
import { medians, milliseconds, printTable, quantile, sum } from '../timing.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';
import { countWords } from '../../../src/shared/text/split-words.ts';

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'revisions.json');
const shape = z.array(z.object({ id: z.string(), before: z.string(), after: z.string() }));

type Pairs = z.infer<typeof shape>;

/** Pairs long and much changed enough for taken-in words to add up. */
function isMuchChanged({ before, after }: Pairs[number]): boolean {
  return countWords(before) >= 5000 && leastMarked(before, after) >= 40;
}

/** Words marked to the least that can be. */
function markedShare(engine: Engine, pairs: Pairs): string {
  const least = sum(pairs.map(({ before, after }) => leastMarked(before, after)));
  const marked = sum(pairs.map(({ before, after }) => wordsMarked(engine(before, after), before, after)));
  return (marked / least).toFixed(3);
}

async function realRevisions(): Promise<void> {
  if (!existsSync(data)) {
    console.log(`absent: ${data} (real revisions of policy prose); only the generated cases are measured.`);
    return;
  }
  const pairs = shape.parse(JSON.parse(readFileSync(data, 'utf8')));
  const least = sum(pairs.map(({ before, after }) => leastMarked(before, after)));
  const changed = pairs.filter(isMuchChanged);
  const rows: string[][] = [];
  let ours: readonly number[] | null = null;
  const row = (name: string, times: readonly number[], rest: readonly string[]): void => {
    const [total, median, p95] = [sum(times), quantile(times, 0.5), quantile(times, 0.95)];
    ours ??= [total, median, p95];
    const ratios = [total, median, p95].map((value, at) => `${(value / (ours?.[at] ?? 1)).toFixed(1)}x`);
    rows.push([name, milliseconds(total), milliseconds(median), milliseconds(p95), ...ratios, ...rest]);
  };
  for (const [name, engine] of Object.entries(engines)) {
    const times = await medians(pairs, ({ before, after }) => engine(before, after));
    let [two, three, exact] = [0, 0, 0];
    for (const { before, after } of pairs) {
      const changes = engine(before, after);
      two += scraps(changes, after, 2);
      three += scraps(changes, after, 3);
      exact += isExact(changes, before, after) ? 1 : 0;
    }
    row(name, times, [
      String(two),
      String(three),
      markedShare(engine, pairs),
      markedShare(engine, changed),
      `${exact} of ${pairs.length}`,
    ]);
  }
  for (const [name, floor] of Object.entries(floors))
    row(name, await medians(pairs, ({ before, after }) => floor(before, after)), ['', '', '', '', '']);
  console.log(
    `${pairs.length} real revision pairs; the least words that can be marked: ${least}. Every engine: one run unmeasured, then the median of three.\nMuch changed: the ${changed.length} of 5,000 words and more with 40 and more to mark.\n`,
  );
  printTable(
    [
      'engine',
      'total',
      'median',
      'p95',
      'total',
      'median',
      'p95',
      'scraps of 2',
      'of 3',
      'marked',
      'much changed',
      'exact',
    ],
    rows,
  );
  printCurve(pairs);
  printExamples(pairs);
}

async function generated(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, [before, after]] of Object.entries(worstCases())) {
    const pair = [{ before, after }];
    const [time = 0] = await medians(pair, () => compareTexts(before, after));
    const [tokens = 1] = await medians(pair, () => floors['tokenising both texts']?.(before, after));
    const { wordsChanged, moved, coarsened } = compareTexts(before, after).stats;
    const least = name === 'repeated boilerplate' ? leastMarked(before, after) : null;
    rows.push([
      name,
      milliseconds(time),
      `${(time / tokens).toFixed(1)}x`,
      least === null ? String(wordsChanged) : `${wordsChanged} of ${least}`,
      String(moved),
      coarsened ? 'yes' : '',
    ]);
  }
  console.log('');
  printTable(['20,000 words', 'Plumbline', 'to tokenising', 'words marked', 'moved', 'coarsened'], rows);
}

/** Real revisions beside named engines on the same input in one run, then the worst cases, and how cost grows. */
export async function run(): Promise<void> {
  await realRevisions();
  await generated();
  await printGrowth();
}
