import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { printCurve, printExamples } from './curve.ts';
import { engines, floor } from './engines.ts';
import { isExact, leastMarked, scraps, wordsMarked } from './reading.ts';
import { worstCases } from './worst-cases.ts';
import { milliseconds, printTable, quantile, sum, timed } from '../timing.ts';
import { compareTexts } from '../../../src/shared/text/compare-texts.ts';

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'revisions.json');
const shape = z.array(z.object({ id: z.string(), before: z.string(), after: z.string() }));

async function bestOf(times: number, action: () => unknown): Promise<number> {
  return Math.min(...(await timed(times, action)));
}

async function realRevisions(): Promise<void> {
  if (!existsSync(data)) {
    console.log(`absent: ${data} (real revisions of policy prose); only the generated cases are measured.`);
    return;
  }
  const pairs = shape.parse(JSON.parse(readFileSync(data, 'utf8')));
  const least = sum(pairs.map(({ before, after }) => leastMarked(before, after)));
  const rows: string[][] = [];
  let ours: readonly number[] | null = null;
  const row = (name: string, times: readonly number[], rest: readonly string[]): void => {
    const [total, median, p95] = [sum(times), quantile(times, 0.5), quantile(times, 0.95)];
    ours ??= [total, median, p95];
    const ratios = [total, median, p95].map((value, at) => `${(value / (ours?.[at] ?? 1)).toFixed(1)}x`);
    rows.push([name, milliseconds(total), milliseconds(median), milliseconds(p95), ...ratios, ...rest]);
  };
  for (const [name, engine] of Object.entries(engines)) {
    for (const { before, after } of pairs.slice(0, 5)) engine(before, after);
    const times: number[] = [];
    let [two, three, marked, exact] = [0, 0, 0, 0];
    for (const { before, after } of pairs) {
      times.push(await bestOf(name === 'Plumbline' ? 3 : 1, () => engine(before, after)));
      const changes = engine(before, after);
      two += scraps(changes, after, 2);
      three += scraps(changes, after, 3);
      marked += wordsMarked(changes, before, after);
      exact += isExact(changes, before, after) ? 1 : 0;
    }
    row(name, times, [
      String(two),
      String(three),
      (marked / least).toFixed(3),
      `${exact} of ${pairs.length}`,
    ]);
  }
  const floors: number[] = [];
  for (const { before, after } of pairs) floors.push(await bestOf(3, () => floor(before, after)));
  row('tokenising both texts', floors, ['', '', '', '']);
  console.log(`${pairs.length} real revision pairs; the least words that can be marked: ${least}\n`);
  printTable(
    ['engine', 'total', 'median', 'p95', 'total', 'median', 'p95', 'scraps of 2', 'of 3', 'marked', 'exact'],
    rows,
  );
  printCurve(pairs);
  printExamples(pairs);
}

async function generated(): Promise<void> {
  const rows: string[][] = [];
  for (const [name, [before, after]] of Object.entries(worstCases())) {
    const time = await bestOf(3, () => compareTexts(before, after));
    const tokens = await bestOf(3, () => floor(before, after));
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

/** Real revisions beside named engines on the same input in one run, then the worst cases. */
export async function run(): Promise<void> {
  await realRevisions();
  await generated();
}
