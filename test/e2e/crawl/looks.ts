import type { Page } from 'playwright-core';
import { findings } from '../axe-findings.ts';

/** The sizes at which everything has to be read: a desk's window and a small laptop's. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
] as const;

/** All that is wrong with what a window shows, at both sizes: to the eye, to axe, to Tab, to wheel and to key. */
export async function lookAt(page: Page): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => window.crawl.settle(1_000));
    for (const flaw of await page.evaluate(() => window.crawl.flaws()))
      found.add(`${flaw} (at ${size.width}x${size.height})`);
  }
  for (const finding of await findings(page))
    found.add(`axe ${finding.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  for (const flaw of await scrollsBadly(page)) found.add(flaw);
  for (const name of await notReached(page)) found.add(`Tab does not reach “${name}”`);
  await page.setViewportSize(sizes[0]);
  return [...found];
}

/** Each part that has more in it than it shows, scrolled by wheel, and by key from a control in it. */
async function scrollsBadly(page: Page): Promise<readonly string[]> {
  const flaws: string[] = [];
  const parts = await page.evaluate(() => window.crawl.scrollers());
  for (const [at, name] of parts.entries()) {
    const part = (await page.evaluateHandle((index) => window.crawl.scroller(index), at)).asElement();
    const box = await part?.boundingBox();
    if (part == null || box == null) continue;
    const top = (): Promise<number> =>
      part.evaluate(async (node) => {
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        return node.scrollTop;
      });
    await part.evaluate((node) => (node.scrollTop = 0));
    await page.mouse.move(
      Math.min(box.x + box.width / 2, sizes[1].width - 2),
      Math.min(box.y + box.height - 6, sizes[1].height - 2),
    );
    await page.mouse.wheel(0, 120);
    await page.evaluate(() => window.crawl.settle(300));
    if ((await top()) === 0) flaws.push(`the wheel does not scroll ${name}`);
    await part.evaluate((node) => (node.scrollTop = 0));
    const focused = await part.evaluate((node) => {
      const within = node.querySelector('button:not(:disabled), a[href], summary, [tabindex="0"]');
      const target = node instanceof HTMLElement && node.tabIndex >= 0 ? node : within;
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      return target !== null || node.querySelector('input, textarea, select, [contenteditable]') !== null;
    });
    if (focused) {
      await page.keyboard.press('PageDown');
      await page.evaluate(() => window.crawl.settle(300));
    }
    const fields = await part.evaluate(
      (node) => node.querySelector('textarea, [contenteditable], input, select') !== null,
    );
    if (!focused || ((await top()) === 0 && !fields)) flaws.push(`no key scrolls ${name}`);
    await part.evaluate((node) => (node.scrollTop = 0));
  }
  return flaws;
}

/** The controls that pressing Tab through the whole window, or the open dialog, does not reach. */
async function notReached(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => window.crawl.noteFocus());
  const left = (): Promise<readonly string[]> =>
    page.evaluate(() => (window.crawl.cameRound() ? [] : window.crawl.unreached()));
  for (let rounds = 0; rounds < 30 && (await left()).length > 0; rounds += 1)
    await Promise.all(Array.from({ length: 10 }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => window.crawl.unreached());
}
