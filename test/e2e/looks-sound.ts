import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from './axe-findings.ts';
import { root } from './open-application.ts';

const pictures = join(root, 'test-results', 'screens');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
] as const;

/** Holds what a window shows against axe in both themes at both sizes, keeps a picture of each, and sees that nothing is wider than the window. */
export async function looksSound(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      const picture = `${name}-${colorScheme}-${size.width}x${size.height}.png`;
      await page.screenshot({ path: join(pictures, picture) });
      expect(await findings(page), picture).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, picture).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize(sizes[0]);
}
