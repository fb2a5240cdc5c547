import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What was pressed on a page since it was watched. */
interface Pressed {
  keys: number;
  signs: number;
}

declare global {
  interface Window {
    journeyPressed: Pressed;
  }
}

/** Counts keys from now on: signs typed into a field apart from keys that do something. Modifiers go with their key. */
function watchKeys(): void {
  const known = 'journeyPressed' in window;
  window.journeyPressed = { keys: 0, signs: 0 };
  if (known) return;
  const modifiers = ['Alt', 'Control', 'Meta', 'Shift'];
  window.addEventListener(
    'keydown',
    ({ key, altKey, ctrlKey, metaKey, target }) => {
      if (modifiers.includes(key)) return;
      const field =
        target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
      const isSign = key.length === 1 && !altKey && !ctrlKey && !metaKey && field;
      window.journeyPressed[isSign ? 'signs' : 'keys'] += 1;
    },
    true,
  );
}

/**
 * Walks a journey by keyboard and prints what it took: keys beside the words typed, of which at most so many may be
 * needed, and the seconds from its first key to its end. Nobody thinks between keys: they are the program's, and the driver's.
 * Beside it stands what the same took before the desk was made anew (abe541f4^), counted by the controls of that state.
 */
export async function timeJourney(
  page: Page,
  name: string,
  { most, before }: { readonly most: number; readonly before: number | string },
  walk: () => Promise<void>,
): Promise<void> {
  await page.evaluate(watchKeys);
  const began = performance.now();
  await walk();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { keys, signs } = await page.evaluate(() => window.journeyPressed);
  console.log(
    `measured: ${name}: ${keys} keys beside ${signs} signs of text, ${seconds} s (at most ${most}; before: ${before})`,
  );
  expect(keys, `keys for ${name}`).toBeLessThanOrEqual(most);
}
