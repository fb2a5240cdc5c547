import { engines } from './engines.ts';
import { seeded, worstCases } from './worst-cases.ts';
import { medians, milliseconds, nearLinear, printTable, slope } from '../timing.ts';
import { compareWithAuthors, type TextVersion } from '../../../src/shared/text/word-authors.ts';

type Pair = readonly [before: string, after: string];

const paragraph = 'Inspectors found that plans are clear and visits take place as they should.';

/** Pairs that are hostile to one engine or another, at any number of words. */
const pairs: Readonly<Record<string, (words: number) => Pair>> = {
  'repeated paragraphs': (words) => {
    const before = Array.from({ length: words / 13 }, () => paragraph);
    const after = before.flatMap((text, at) =>
      at % 40 === 3 ? [] : [at % 25 === 0 ? text.replace('clear', 'weak') : text],
    );
    return [before.join('\n\n'), after.join('\n\n')];
  },
  'repeated words': (words) => ['the cat '.repeat(words / 2), 'cat the dog '.repeat(words / 3)],
  'unlike in all': (words) => {
    const [before = '', after = ''] = worstCases(words)['unlike texts'] ?? [];
    return [before, after];
  },
  'a run of spaces': (words) => [`a${' '.repeat(words * 7)}b`, `a${' '.repeat(words * 7 - 5)}c`],
  'a run of line feeds': (words) => [`a${'\n'.repeat(words * 7)}b`, `a${'\n'.repeat(words * 7 - 5)}c`],
};

/** Ten texts of repeated paragraphs, each over the one before with one paragraph in fifty written anew. */
function history(words: number): { readonly before: TextVersion; readonly versions: readonly TextVersion[] } {
  const random = seeded(3);
  let texts = Array.from({ length: words / 13 }, () => paragraph);
  const before: TextVersion = { record: 'r0', over: [], text: texts.join('\n\n') };
  const versions = Array.from({ length: 10 }, (_, at): TextVersion => {
    texts = texts.map((text) => (random() < 0.02 ? text.replace('clear', `clear in ${at}`) : text));
    return { record: `r${at + 1}`, over: [`r${at}`], text: texts.join('\n\n') };
  });
  return { before, versions };
}

const sizes = [4000, 16_000] as const;
const [few, many] = sizes;

/** How the cost of hostile texts grows from n words to 4n, beside an engine that is exact by the same algorithm. */
export async function printGrowth(): Promise<void> {
  const rows: string[][] = [];
  const row = async (name: string, engine: string, work: (words: number) => () => unknown): Promise<void> => {
    const [timeOfN = 0, timeOf4N = 0] = await medians(sizes.map(work), (run) => run());
    const steepness = slope(timeOfN, timeOf4N);
    rows.push([
      `${name}, ${engine}`,
      milliseconds(timeOfN),
      milliseconds(timeOf4N),
      steepness.toFixed(2),
      steepness <= nearLinear ? '' : 'steeper than near-linear',
    ]);
  };
  for (const [name, pairOf] of Object.entries(pairs))
    for (const engine of ['Plumbline', 'fast-myers-diff'])
      await row(name, engine, (words) => {
        const [before, after] = pairOf(words);
        return () => engines[engine]?.(before, after);
      });
  await row('who wrote which words of ten texts', 'Plumbline', (words) => {
    const { before, versions } = history(words);
    return () => compareWithAuthors(before.text, versions.at(-1)?.text ?? '', { before, versions });
  });
  console.log('');
  printTable(['hostile texts', `${few} words`, `${many} words`, 'slope', ''], rows);
}
