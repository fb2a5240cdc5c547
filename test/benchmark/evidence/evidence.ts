import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser } from '../../e2e/browser-window.ts';
import { ownFolder, type OpenApplication } from '../../e2e/open-application.ts';
import { openApplication } from '../../e2e/plumbline-window.ts';
import { run as compose, settle } from '../../main/running-scope.ts';
import { composeNotes, criteria } from '../writing/noted-draft.ts';
import { milliseconds, printTable, quantile } from '../timing.ts';
import { framesOfScrolling, openPlainList } from './plain-list.ts';

/** A workspace with one draft of so many notes, each linked to one of thirty criteria or of the first so many. */
async function makeWorkspace(home: string, count: number, linkedTo = criteria): Promise<void> {
  const team = join(home, 'team');
  mkdirSync(team);
  const running = compose(join(home, 'profile'));
  await settle(running, 'Ada Maker', team, true);
  await composeNotes(running, count, linkedTo);
  running.app.release();
}

/** From Chromium's own trace: for each interaction, milliseconds from the input to the frame that shows it. */
async function interactions(
  page: Page,
  count: number,
  act: (at: number) => Promise<unknown>,
): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { plumblineSeen: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (['keydown', 'pointerdown', 'click'].includes(entry.name)) seen.push(entry.duration);
    }).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let at = 0; at < count; at += 1) {
    await act(at);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  }
  await page.waitForTimeout(300);
  const slow = await page.evaluate(
    () => (globalThis as unknown as { plumblineSeen: number[] }).plumblineSeen,
  );
  // The browser reports interactions of 16 ms and more; all others took less.
  return [...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => 8)];
}

/** Milliseconds in the page from a key's own time stamp to the frame after what it does is on disk and in the page. */
async function shownAfter(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate((wanted) => {
    const shown = new Promise<number>((done, fail) => {
      let begun = 0;
      setTimeout(() => fail(new Error(`${wanted} did not come`)), 10_000);
      const seen = new MutationObserver(() => {
        if (begun === 0 || document.querySelector(wanted) === null) return;
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun), 0));
      });
      addEventListener('keydown', (event) => (begun = event.timeStamp), { once: true, capture: true });
      seen.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    Object.assign(globalThis, { plumblineShown: shown });
  }, selector);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { plumblineShown: Promise<number> }).plumblineShown);
}

/** Opens the evidence of a new workspace's draft in a window of 1440 by 900. */
async function openOn(
  notes: number,
  linkedTo = criteria,
): Promise<{ application: OpenApplication; home: Awaited<ReturnType<typeof ownFolder>> }> {
  const home = await ownFolder();
  await makeWorkspace(home.path, notes, linkedTo);
  const application = await openApplication(home.path);
  const { page } = application;
  await page.setViewportSize({ width: 1440, height: 900 });
  await application.chooseFolder({
    ask: () => page.getByRole('button', { name: 'Open a folder' }).click(),
    path: join(home.path, 'team'),
    walk: () => page.getByRole('button', { name: 'team (workspace)' }).click(),
  });
  const opened = performance.now();
  await page.getByRole('button', { name: /^Northmere/ }).click();
  await page.locator('[data-note]').first().waitFor();
  console.log(
    `opened with ${notes} notes under ${linkedTo} of ${criteria} criteria in ${milliseconds(performance.now() - opened)}`,
  );
  return { application, home };
}

/**
 * `npm run benchmark -- evidence [NOTES]`: the compare screen with a thousand notes, where nothing else is said, under
 * thirty criteria: every interaction; and frames while three hundred notes of one criterion are scrolled. Beside both
 * stand an empty page and one of plain paragraphs of the same number in the same browser: what they cost is the machine's.
 */
export async function run(): Promise<void> {
  const notes = Number(process.argv[3] ?? 1000);
  const { application, home } = await openOn(notes);
  const { page } = application;
  const rows: string[][] = [];
  const row = (title: string, taken: readonly number[], least?: number): number => {
    const slow = quantile(taken, 0.95);
    const times = least === undefined ? '' : (slow / least).toFixed(1);
    rows.push([title, String(taken.length), milliseconds(quantile(taken, 0.5)), milliseconds(slow), times]);
    return slow;
  };
  // What the machine takes for the same by itself, in the same run.
  const empty = await openPlainList(page, 0);
  row('an empty page: a key', await interactions(empty, 60, () => empty.keyboard.press('j')));
  await empty.close();
  const plain = await openPlainList(page, notes);
  const next = row('a plain list: next (J)', await interactions(plain, 60, () => plain.keyboard.press('j')));
  const other = row(
    'a plain list: other words in its notes (down)',
    await interactions(plain, 25, () => plain.keyboard.press('ArrowDown')),
  );
  await plain.close();
  const measure = async (
    title: string,
    least: number,
    count: number,
    act: (at: number) => Promise<unknown>,
  ): Promise<void> => void row(title, await interactions(page, count, act), least);
  await measure('next note (J)', next, 60, () => page.keyboard.press('j'));
  await measure('note before (K)', next, 30, () => page.keyboard.press('k'));
  await measure('next criterion (down)', other, 25, () => page.keyboard.press('ArrowDown'));
  await measure('criterion before (up)', other, 25, () => page.keyboard.press('ArrowUp'));
  await measure('another descriptor (])', next, 12, () => page.keyboard.press(']'));
  await measure('pick (X)', next, 20, () => page.keyboard.press('x'));
  await measure('open a criterion by pointer', other, 20, (at) =>
    page.locator(`#criterion-c-${at + 2}`).click(),
  );
  const first = (await page.locator('article[data-note]').first().getAttribute('data-note')) ?? '';
  await page.locator(`article[data-note="${first}"]`).focus();
  await page.keyboard.press('s');
  await page.locator(`article[data-note="${first}"] .dir.for`).waitFor();
  const note = page.locator(`article[data-note="${first}"]`);
  const done: number[] = [];
  for (let at = 0; at < 30; at += 1) {
    const key = at % 2 === 0 ? 'w' : 's';
    await note.focus();
    done.push(
      await shownAfter(page, key, `article[data-note="${first}"] .dir.${key === 'w' ? 'against' : 'for'}`),
    );
  }
  const marked: number[] = [];
  for (let at = 0; at < 20; at += 1) {
    const radio = `.ds.sel [id$="-${at % 2 === 0 ? 'met' : 'partly'}"][aria-checked=true]`;
    marked.push(await shownAfter(page, at % 2 === 0 ? '1' : '2', radio));
  }
  row('weigh a note (S, W): on disk and shown', done);
  row('mark a descriptor (1, 2): on disk and shown', marked);
  printTable(['interaction', 'times', 'median', 'p95', 'of a plain page'], rows);
  await application.close();
  await home.remove();
  await scrollThrough(300);
  await closeBrowser();
}

/** Scrolls through so many notes of one criterion with all of its descriptors beside them. */
async function scrollThrough(notes: number): Promise<void> {
  const { application, home } = await openOn(notes, 1);
  const { page } = application;
  // All of them are on the page before they are scrolled: they come in idle time.
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('article[data-note]').length >= Math.min(200, wanted),
    notes,
    { timeout: 60_000 },
  );
  const all = page.getByRole('button', { name: /^Show more of/ });
  if (await all.isVisible()) await all.click();
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('article[data-note]').length >= wanted,
    notes,
    { timeout: 60_000 },
  );
  const frames = await framesOfScrolling(page);
  const beside = await page.evaluate(() => {
    const list = document.querySelector('.list-of-criteria')?.getBoundingClientRect();
    const last = [...document.querySelectorAll('.de.scroll')][0]?.getBoundingClientRect();
    return list !== undefined && last !== undefined && last.top < list.bottom && last.bottom > list.top;
  });
  console.log(`${notes} notes of one criterion, descriptors ${beside ? '' : 'not '}beside them: ${frames}`);
  const plain = await openPlainList(page, notes);
  console.log(`a plain list of ${notes} notes: ${await framesOfScrolling(plain)}`);
  await plain.close();
  await application.close();
  await home.remove();
}
