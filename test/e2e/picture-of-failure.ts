import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openPages, root } from './open-application.ts';

/** Where a test fails, every open window is pictured as it stood: a failure on another machine can be looked at. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const folder = join(root, 'test-results', 'failed');
  mkdirSync(folder, { recursive: true });
  const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
  for (const [at, page] of [...openPages].entries()) {
    await page.screenshot({ path: join(folder, `${name}-${at + 1}.png`), timeout: 5_000 }).catch(String);
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)).catch(String);
    console.log(`picture: ${folder}/${name}-${at + 1}.png at ${page.url()}, the focus on ${String(focus)}`);
  }
});
