import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A part that scrolls: where a pointer can be put on it, and how much of it is out of sight. */
interface ScrollingPart {
  readonly at: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly keyboard: boolean;
}

/** Numbers the parts in sight that scroll down: panes, lists and dialogs, but no fields of text. */
function scrollingParts(page: Page): Promise<readonly ScrollingPart[]> {
  return page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const parts = [...top.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowY } = getComputedStyle(element);
      const scrolls = overflowY === 'auto' || overflowY === 'scroll';
      return scrolls && element.tagName !== 'TEXTAREA' && element.scrollHeight > element.clientHeight + 1;
    });
    return parts.flatMap((element, at) => {
      element.dataset['scrollingPart'] = String(at);
      const { left, right, top: above, bottom } = element.getBoundingClientRect();
      const [x, y] = [
        (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
        (Math.max(0, above) + Math.min(innerHeight, bottom)) / 2,
      ];
      const hit = document.elementFromPoint(x, y);
      if (hit?.closest('[data-scrolling-part]') !== element) return [];
      const name = `${element.tagName} ${element.className} ${element.getAttribute('aria-label') ?? ''}`;
      return [{ at, name, x, y, keyboard: element.tabIndex === 0 }];
    });
  });
}

/** What is left below of a numbered part, once it has stopped moving. */
function leftBelow(page: Page, at: number): Promise<number> {
  return page.evaluate(async (number) => {
    const part = document.querySelector<HTMLElement>(`[data-scrolling-part="${number}"]`);
    if (part === null) return -1;
    const below = (): number => part.scrollHeight - part.clientHeight - part.scrollTop;
    for (let frames = 0; frames < 300 && below() > 1; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return Math.round(below());
  }, at);
}

function toTop(page: Page, at: number): Promise<void> {
  return page.locator(`[data-scrolling-part="${at}"]`).evaluate((part) => {
    part.scrollTop = 0;
  });
}

/** What spills out of a pane, the work area or a dialog that does not scroll, so that nobody can see it. */
function spilt(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-pane], .workarea, dialog[open]')]
      .filter((element) => {
        const { overflowY } = getComputedStyle(element);
        const scrolls = overflowY === 'auto' || overflowY === 'scroll';
        return !scrolls && element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 2;
      })
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollHeight} px in ${element.clientHeight}`,
      ),
  );
}

/** The controls that the focus does not bring into sight whole across, and whatever it moved the frame by. */
function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const before = document.activeElement;
    const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const controls = [
      ...top.querySelectorAll<HTMLElement>(
        'button, [href], input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter((element) => element.tabIndex === 0 && element.checkVisibility({ visibilityProperty: true }));
    const inSight = (element: HTMLElement): boolean => {
      const { left, right, top: above, bottom } = element.getBoundingClientRect();
      return right <= innerWidth + 1 && left >= -1 && above < innerHeight && bottom > 0;
    };
    const out: string[] = [];
    for (const element of controls) {
      element.focus();
      if (document.activeElement !== element) continue;
      // What the focus shows beside a control may move it a moment later.
      for (let frames = 0; frames < 10 && !inSight(element); frames += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      const { left, right, width } = element.getBoundingClientRect();
      const seen = inSight(element);
      const moved = [document.scrollingElement, document.body, document.querySelector('.shell')].reduce(
        (sum, frame) => sum + (frame?.scrollTop ?? 0) + (frame?.scrollLeft ?? 0),
        0,
      );
      const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60);
      if (!seen && width <= innerWidth) out.push(`${name}: ${Math.round(left)} to ${Math.round(right)}`);
      if (moved !== 0) out.push(`${name}: moved the frame by ${moved} px`);
    }
    if (before instanceof HTMLElement) before.focus();
    return out;
  });
}

/** Sees that focus brings every control into the window and moves nothing but its own pane. */
export async function controlsInReach(page: Page, where: string): Promise<void> {
  expect(await outOfReach(page), `${where}: controls out of reach`).toEqual([]);
}

/**
 * Sees that nothing scrolls the frame and each pane scrolls itself: whatever is longer than its pane comes
 * into sight by the wheel and by the key End, and no control lies where neither focus nor pointer gets.
 */
export async function frameHolds(page: Page, where: string): Promise<void> {
  expect(await spilt(page), `${where}: spilt`).toEqual([]);
  for (const part of await scrollingParts(page)) {
    await page.mouse.move(part.x, part.y);
    // What comes into sight can be longer than it was taken for: whoever turns the wheel turns it on.
    let left = Infinity;
    for (let turn = 0; turn < 3 && left > 1; turn += 1) {
      await page.mouse.wheel(0, 50_000);
      left = await leftBelow(page, part.at);
    }
    expect(left, `${where}: by wheel, ${part.name}`).toBeLessThanOrEqual(1);
    expect(part.keyboard, `${where}: a tab stop, ${part.name}`).toBe(true);
    await toTop(page, part.at);
    await page.locator(`[data-scrolling-part="${part.at}"]`).focus();
    await page.keyboard.press('End');
    expect(await leftBelow(page, part.at), `${where}: by key, ${part.name}`).toBeLessThanOrEqual(1);
    await toTop(page, part.at);
  }
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('[data-scrolling-part]'))
      part.removeAttribute('data-scrolling-part');
  });
  await controlsInReach(page, where);
}
