import type { Page } from 'playwright-core';
import { findings } from '../axe-findings.ts';

/** The sizes at which everything has to be read: a desk's window and a small laptop's. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
] as const;

/**
 * All that is wrong with what a window shows, at both sizes: to the eye, to axe, to wheel and to key; and what Tab does not
 * reach, once. The window has its own size again after it. Where `dialogAlone`, axe leaves out what lies behind a dialog.
 */
export async function lookAt(page: Page, dialogAlone: boolean): Promise<readonly string[]> {
  const own = page.viewportSize() ?? sizes[0];
  // The other size first, so that the window ends as it was.
  const order = own.width === sizes[0].width ? sizes.toReversed() : sizes;
  const found = new Map<string, string>();
  for (const [at, size] of order.entries()) {
    await page.setViewportSize(size);
    await page.evaluate(() => window.crawl.settle(1_000));
    const flaws = [
      ...(await page.evaluate(() => window.crawl.flaws())),
      ...(await findings(page, { dialogAlone, seenAtAnotherSize: at > 0 })).map(
        (finding) => `axe ${finding.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
      ),
      ...(await scrollsBadly(page, size)),
    ];
    for (const flaw of flaws)
      if (!found.has(flaw)) found.set(flaw, `${flaw} (at ${size.width}x${size.height})`);
  }
  return [...found.values(), ...(await notReached(page)).map((name) => `Tab does not reach “${name}”`)];
}

/** Each part that has more in it than it shows, scrolled by wheel, and by key from a control in it. */
async function scrollsBadly(page: Page, size: (typeof sizes)[number]): Promise<readonly string[]> {
  const flaws: string[] = [];
  const parts = await page.evaluate(() => window.crawl.scrollers());
  for (const [at, name] of parts.entries()) {
    const part = (await page.evaluateHandle((index) => window.crawl.scroller(index), at)).asElement();
    if (part === null) continue;
    // A part scrolls smoothly, over some frames: whether it moves is waited for.
    const moves = (): Promise<boolean> =>
      part.evaluate(async (node) => {
        const begun = performance.now();
        while (node.scrollTop === 0 && performance.now() - begun < 1_000)
          await new Promise((next) => requestAnimationFrame(next));
        return node.scrollTop > 0;
      });
    let turned = false;
    // What another part scrolled last may still go on, and takes this one from under the pointer: a person turns again.
    for (let times = 0; times < 3 && !turned; times += 1) {
      const over = await part.evaluate(comeToRest);
      if (over === null) break;
      await page.mouse.move(0, 0);
      await page.mouse.move(over.x, Math.min(over.y, size.height - 2));
      await page.mouse.wheel(0, 120);
      turned = await moves();
    }
    if (!turned) flaws.push(`the wheel does not scroll ${name}`);
    await part.evaluate((node) => (node.scrollTop = 0));
    const focused = await part.evaluate((node) => {
      const within = node.querySelector('button:not(:disabled), a[href], summary, [tabindex="0"]');
      const target = node instanceof HTMLElement && node.tabIndex >= 0 ? node : within;
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      return target !== null || node.querySelector('input, textarea, select, [contenteditable]') !== null;
    });
    if (focused) await page.keyboard.press('PageDown');
    const fields = await part.evaluate(
      (node) => node.querySelector('textarea, [contenteditable], input, select') !== null,
    );
    if (!focused || (!fields && !(await moves()))) flaws.push(`no key scrolls ${name}`);
    await part.evaluate((node) => (node.scrollTop = 0));
  }
  return flaws;
}

/** Brings a part into view from its top, waits until it lies still, and says where the pointer is over it; runs in the page. */
async function comeToRest(part: Element): Promise<{ x: number; y: number } | null> {
  part.scrollTop = 0;
  part.scrollIntoView({ block: 'nearest' });
  for (let still = 0, last = ''; still < 3;) {
    await new Promise((next) => requestAnimationFrame(next));
    const { top, left } = part.getBoundingClientRect();
    const now = `${top} ${left}`;
    still = now === last ? still + 1 : 0;
    last = now;
  }
  const box = part.getBoundingClientRect();
  const x = Math.min(box.left + box.width / 2, innerWidth - 2);
  // Down from the middle, where what the part shows of itself lies under the pointer and no part within it.
  for (const share of [0.5, 0.95, 0.05, 0.75, 0.25]) {
    const y = Math.min(Math.max(box.top + box.height * share, 1), innerHeight - 2);
    const hit = document.elementFromPoint(x, y);
    for (let at = hit; at !== null && part.contains(at); at = at.parentElement) {
      if (at === part) return { x, y };
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight)
        break;
    }
  }
  return box.width > 0 ? { x, y: Math.max(box.bottom - 6, 1) } : null;
}

/** The controls that pressing Tab through the whole window, or the open dialog, does not reach. */
export async function notReached(page: Page): Promise<readonly string[]> {
  // Where the focus began says nothing of when Tab has come round: a screen may set it anew, as a list does that arrives.
  // Twice as often as there are controls is round in any case.
  const most = 2 * (await page.evaluate(() => window.crawl.noteFocus())) + 20;
  const left = (): Promise<readonly string[]> => page.evaluate(() => window.crawl.unreached());
  for (let pressed = 0; pressed < most && (await left()).length > 0; pressed += 10)
    await Promise.all(Array.from({ length: 10 }, () => page.keyboard.press('Tab')));
  return left();
}
