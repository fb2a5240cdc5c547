import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownFolder, workerSources } from '../running-scope.ts';
import { workerFiles } from '../../../src/main/work/worker-files.ts';
import { heavyWorkIn } from '../../../src/main/work/heavy-work-client.ts';
import { mergeTexts } from '../../../src/shared/text/merge-texts.ts';

const texts = ['One. Two.', 'One. Two. Three.', 'Zero. One. Two.'] as const;

describe('work beside the main thread', () => {
  it('answers each piece with what the function itself gives', async () => {
    const run = heavyWorkIn(workerSources.heavy);
    const answers = await Promise.all([run('mergeTexts', ...texts), run('mergeTexts', '', 'a', 'b')]);
    expect(answers).toEqual([mergeTexts(...texts), mergeTexts('', 'a', 'b')]);
  });

  it('leaves the main thread free while a long comparison runs', async () => {
    const run = heavyWorkIn(workerSources.heavy);
    await run('mergeTexts', '', '', '');
    const long = Array.from({ length: 60_000 }, (_, at) => `word${(at * 7919) % 997}`);
    const turned = [...long].reverse();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    await run('mergeTexts', long.join(' '), turned.join(' '), long.slice(1).join(' '));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(2);
  });

  it('passes on what a piece of work throws, and goes on', async () => {
    const run = heavyWorkIn(workerSources.heavy);
    await expect(run('mergeTexts', null as never, '', '')).rejects.toThrow(/TypeError/);
    expect((await run('mergeTexts', '', 'a', '')).spans).toHaveLength(1);
  });

  it('refuses what was under way when the worker dies, and starts another for the next piece', async () => {
    const folder = ownFolder();
    const dying = join(folder.path, 'worker.mjs');
    writeFileSync(
      dying,
      `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, name }) => name === 'mergeTexts' ? process.exit(3) : parentPort.postMessage({ id, answer: name }));`,
    );
    const run = heavyWorkIn(dying);
    await expect(run('mergeTexts', ...texts)).rejects.toThrow('ended with 3');
    expect(await run('compareJudgments', null as never, null as never, null as never)).toBe(
      'compareJudgments',
    );
    folder.remove();
  });

  it.each([
    ['/app/src/main/web.ts', '/app/src/main/work/worker.ts'],
    ['/app/out/main/web.js', '/app/out/main/worker.js'],
  ])('finds the worker of %s', (entry, worker) => {
    expect(workerFiles(entry).heavy.replaceAll('\\', '/')).toBe(worker);
  });
});
