import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from './axe-findings.ts';
import { root } from './open-application.ts';

/** Where the pictures of screens go. */
const pictures = join(root, 'test-results', 'screens');

interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const large = { width: 1440, height: 900 };
const small = { width: 1100, height: 700 };
/** What 1440 by 900 has at 200 % zoom. */
const zoomed = { width: 720, height: 450 };
const full = process.env['PLUMBLINE_FULL'] === '1';
/** Nothing looks at pictures but people: a run takes them where it is asked to, and test:full does. */
const picturing = full || process.env['PLUMBLINE_PICTURES'] === '1';
/** Colours do not depend on the size, nor widths on the theme: each is looked at once, and in test:full each with each. */
const looks: readonly Look[] = [
  { theme: 'light', ...large },
  ...(full
    ? [
        { theme: 'dark' as const, ...large },
        { theme: 'light' as const, ...small },
      ]
    : []),
  { theme: 'dark', ...small },
];

/** Keeps a picture of the window for people to look at, where the run takes any. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!picturing) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/**
 * Looks at what the window shows, in both themes and sizes: axe finds nothing, nothing is wider than the window. After all of axe's rules once, the dark and smaller look is held to those that colours and sizes decide,
 * in test:full to all of them. Ends in the light theme at 1440 by 900.
 */
export async function looksSound(
  page: Page,
  name: string,
  { also, atZoom = false }: { also?: (look: Look) => Promise<void>; atZoom?: boolean } = {},
): Promise<void> {
  for (const look of atZoom ? [...looks, { theme: 'light' as const, ...zoomed }] : looks) {
    const { theme, width, height } = look;
    const called = `${name}-${theme}-${width}x${height}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    await keepPicture(page, called);
    const isLater = !full && (theme === 'dark' || width === zoomed.width);
    const found = await findings(page, {
      seenAtAnotherSize: isLater,
      seenInAnotherTheme: isLater && theme === 'dark',
    });
    expect.soft(found, called).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wider, `${called} is wider than the window`).toBeLessThanOrEqual(0);
    await also?.(look);
  }
  await page.setViewportSize(large);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Takes a picture of what the window shows at both sizes and in both themes, and judges nothing. */
export async function pictureEach(page: Page, name: string): Promise<void> {
  for (const { width, height } of [large, small])
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      await keepPicture(page, `${name}-${theme}-${width}x${height}`);
    }
  await page.setViewportSize(large);
  await page.emulateMedia({ colorScheme: 'light' });
}
