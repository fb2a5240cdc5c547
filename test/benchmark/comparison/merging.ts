import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seeded } from './worst-cases.ts';
import { medians, milliseconds, printTable, quantile, sum } from '../timing.ts';
import { ownFolder } from '../../main/running-scope.ts';
import { mergeTexts } from '../../../src/shared/text/merge-texts.ts';

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'revisions.json');
const shape = z.array(z.object({ id: z.string(), before: z.string(), after: z.string() }));

/** Edits one paragraph in eight: a word changed, a sentence added, or a paragraph taken out. */
function edited(text: string, seed: number): string {
  const random = seeded(seed + 1);
  return text
    .split(/(\n{2,})/)
    .map((part) => {
      if (part.trim() === '' || random() > 1 / 8) return part;
      const words = part.split(' ');
      const at = Math.floor(random() * words.length);
      const kind = random();
      if (kind < 0.6) return words.with(at, `edited${words[at] ?? ''}`).join(' ');
      return kind < 0.9 ? `${part} This sentence was added.` : '';
    })
    .join('');
}

interface Figures {
  readonly times: readonly number[];
  readonly files: number;
  readonly places: number;
}

/** Ours a real later revision, theirs seeded edits to the same base: Plumbline beside git merge-file in one run. */
export async function run(): Promise<void> {
  if (!existsSync(data)) {
    console.log(`absent: ${data} (real revisions of policy prose), without which nothing is measured.`);
    return;
  }
  const pairs = shape.parse(JSON.parse(readFileSync(data, 'utf8')));
  const folder = ownFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), text);
    return join(folder.path, name);
  };
  const row = (name: string, { times, files, places }: Figures): string[] => [
    name,
    milliseconds(sum(times)),
    milliseconds(quantile(times, 0.5)),
    milliseconds(Math.max(...times)),
    `${files} of ${pairs.length}`,
    String(places),
  ];
  const inputs = pairs.map(({ before, after }, index) => {
    const theirs = edited(before, index);
    const names = [
      file(`${index}.ours`, after),
      file(`${index}.base`, before),
      file(`${index}.theirs`, theirs),
    ];
    return { before, after, theirs, names };
  });
  type Input = (typeof inputs)[number];
  const git = ({ names }: Input): number => {
    const { status } = spawnSync('git', ['merge-file', '-p', ...names], { maxBuffer: 1e8 });
    if (status === null || status > 127) throw new Error('git merge-file failed');
    return status;
  };
  const ours = ({ before, after, theirs }: Input): number => mergeTexts(before, after, theirs).collisions;
  const figures = async (merge: (input: Input) => number) => {
    const places = inputs.map(merge);
    return {
      times: await medians(inputs, merge),
      files: places.filter((count) => count > 0).length,
      places: sum(places),
    };
  };
  let rows: string[][];
  try {
    rows = [
      row('Plumbline', await figures(ours)),
      row('git merge-file, with its process', await figures(git)),
    ];
  } finally {
    folder.remove();
  }
  printTable(['merge', 'total', 'median', 'slowest', 'files in conflict', 'places'], rows);
}
