import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { root } from './open-application.ts';
import { openPages, takeFaults } from './window-guard.ts';

// Every end-to-end test fails on an error of a window or its host that it did not announce, whatever it looks at. Where
// one fails, every open window is pictured as it stood: a failure on another machine can be looked at.

function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`The window was not sound:\n${faults.join('\n')}`);
}

async function takePictures(test: string): Promise<void> {
  const folder = join(root, 'test-results', 'failed');
  mkdirSync(folder, { recursive: true });
  const name = test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
  for (const [at, page] of openPages().entries()) {
    await page.screenshot({ path: join(folder, `${name}-${at + 1}.png`), timeout: 5_000 }).catch(String);
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)).catch(String);
    console.log(`picture: ${folder}/${name}-${at + 1}.png at ${page.url()}, the focus on ${String(focus)}`);
  }
}

afterEach(async ({ task }) => {
  const faults = await takeFaults();
  if (faults.length > 0 || task.result?.state === 'fail') await takePictures(task.name);
  expectNone(faults);
});

afterAll(async () => {
  expectNone(await takeFaults());
});
