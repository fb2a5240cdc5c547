import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seeded } from './worst-cases.ts';
import { milliseconds, printTable, quantile, sum } from '../timing.ts';
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

/** Ours a real later revision, theirs seeded edits to the same base: Plumbline beside git merge-file in one run. */
export function run(): void {
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
  const figures = {
    ours: { times: [] as number[], files: 0, places: 0 },
    git: { times: [] as number[], files: 0, places: 0 },
  };
  try {
    pairs.forEach(({ before, after }, index) => {
      const theirs = edited(before, index);
      let begun = performance.now();
      const { collisions } = mergeTexts(before, after, theirs);
      figures.ours.times.push(performance.now() - begun);
      figures.ours.files += collisions > 0 ? 1 : 0;
      figures.ours.places += collisions;
      const names = [file('ours', after), file('base', before), file('theirs', theirs)];
      begun = performance.now();
      const { status } = spawnSync('git', ['merge-file', '-p', ...names], { maxBuffer: 1e8 });
      figures.git.times.push(performance.now() - begun);
      if (status === null || status > 127) throw new Error('git merge-file failed');
      figures.git.files += status > 0 ? 1 : 0;
      figures.git.places += status;
    });
  } finally {
    folder.remove();
  }
  const row = (name: string, { times, files, places }: typeof figures.ours): string[] => [
    name,
    milliseconds(sum(times)),
    milliseconds(quantile(times, 0.5)),
    milliseconds(Math.max(...times)),
    `${files} of ${pairs.length}`,
    String(places),
  ];
  printTable(
    ['merge', 'total', 'median', 'slowest', 'files in conflict', 'places'],
    [row('Plumbline', figures.ours), row('git merge-file, with its process', figures.git)],
  );
}
