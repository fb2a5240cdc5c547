import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { lendToAxe } from './window-guard.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** WCAG 2.2 A and AA, and what axe holds to be good besides. */
const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What keeps to it at one size may not at another. */
const ofSize = ['scrollable-region-focusable', 'target-size'];
/** What keeps to it in one theme may not in another. */
const ofTheme = ['color-contrast', 'link-in-text-block'];

/** What is left out of a look that follows another at the same state. */
interface Narrowed {
  /** Only the dialog that is open, if any: what lies behind it was looked at before. */
  readonly dialogAlone?: boolean;
  /** Whether the same was seen at another size: then only the rules that the size decides are held against it. */
  readonly seenAtAnotherSize?: boolean;
  /** Whether the same was seen in another theme: then only the rules of colours are held against it. */
  readonly seenInAnotherTheme?: boolean;
}

/** The window answers to a new size, and to what came into it, in the frame after: a part that scrolls is a tab stop then. */
export async function drawnAnew(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Everything axe finds against WCAG 2.2 A and AA on the page as it is. */
export async function findings(
  page: Page,
  { dialogAlone = false, seenAtAnotherSize = false, seenInAnotherTheme = false }: Narrowed = {},
): Promise<readonly string[]> {
  const where = dialogAlone
    ? `[...document.querySelectorAll('dialog[open]')].at(-1) ?? document`
    : 'document';
  const narrow = [...(seenAtAnotherSize ? ofSize : []), ...(seenInAnotherTheme ? ofTheme : [])];
  const rules = narrow.length > 0 ? narrow : all;
  const found: readonly Finding[] = await lendToAxe(page, async () => {
    if (await page.evaluate(`typeof window.axe === 'undefined'`)) await page.evaluate(axe);
    await drawnAnew(page);
    return page.evaluate(
      `axe.run(${where}, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)} }).then((result) => result.violations)`,
    );
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
