import type { Page } from 'playwright-core';

/** Something on the screen that a person could press, choose from or type into. */
export interface Control {
  readonly kind: 'press' | 'choose' | 'write' | 'date';
  /** What a person would call it: its label, its words, or its place. */
  readonly name: string;
  readonly submits: boolean;
  /** A field that already has something in it. */
  readonly filled: boolean;
  /** The text of the section that is being written, which the window says to be safe as it is typed. */
  readonly ofSection: boolean;
  /** A grade of the area that is being written: to choose it puts it in the place of the one before, or of its reason. */
  readonly ofGrade: boolean;
  /** The choice that a form still waits for, of which this is one; '' where there is none. */
  readonly choiceOf: string;
  /** Where its middle is, in CSS px of the window. */
  readonly x: number;
  readonly y: number;
}

/** What the window shows: the dialog on top, if there is one, and every control within reach of the mouse in it. */
export interface Look {
  readonly dialog: string;
  readonly place: string;
  readonly section: string;
  readonly banner: string;
  readonly stopped: boolean;
  readonly safe: boolean;
  readonly controls: readonly Control[];
}

/** Looks at the window as a person does: only what is visible, enabled and not covered. */
export function lookAt(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const dialogs = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')];
    const top = dialogs.at(-1);
    const root: ParentNode = top ?? document;
    const wanted =
      'button, a[href], summary, input, select, textarea, [contenteditable="true"], [role="button"], [role="option"], [role="tab"], label:has(> input[type="radio"])';
    const dates = ['date', 'datetime-local', 'time', 'month'];
    const ticks = ['checkbox', 'radio', 'button', 'submit', 'color', 'range'];
    const kindOf = (element: Element): 'press' | 'choose' | 'write' | 'date' => {
      if (element instanceof HTMLSelectElement) return 'choose';
      if (element instanceof HTMLInputElement && dates.includes(element.type)) return 'date';
      if (element instanceof HTMLInputElement) return ticks.includes(element.type) ? 'press' : 'write';
      return element instanceof HTMLTextAreaElement || element.matches('[contenteditable]')
        ? 'write'
        : 'press';
    };
    const nameOf = (element: Element): string => {
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])].map((label) => label.textContent)
          : [];
      const words = element instanceof HTMLSelectElement ? '' : element.textContent;
      const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : words);
      return name.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
    };
    const controls = [...root.querySelectorAll(wanted)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const shown = {
        left: Math.max(0, box.left),
        right: Math.min(innerWidth, box.right),
        top: Math.max(0, box.top),
        bottom: Math.min(innerHeight, box.bottom),
      };
      if (shown.right - shown.left < 4 || shown.bottom - shown.top < 4) return [];
      if (element.matches(':disabled') || element.closest('[inert]') !== null) return [];
      const kind = kindOf(element);
      const x = kind === 'date' ? shown.left + 14 : (shown.left + shown.right) / 2;
      const y = (shown.top + shown.bottom) / 2;
      const hit = document.elementFromPoint(x, y);
      if (hit === null || !(element.contains(hit) || hit.contains(element))) return [];
      const value =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
          ? element.value
          : '';
      const submits =
        element instanceof HTMLButtonElement && element.type === 'submit' && element.form !== null;
      const ofSection = location.hash.startsWith('#/write') && element.matches('main .cm-content');
      const ofGrade = element.closest('[aria-labelledby="grade-label"]') !== null;
      const radio = element.querySelector<HTMLInputElement>(':scope > input[type="radio"][required]');
      const choiceOf = radio?.validity.valueMissing === true ? radio.name : '';
      const filled = value !== '';
      return [{ kind, name: nameOf(element), submits, filled, ofSection, ofGrade, choiceOf, x, y }];
    });
    const banner = document.querySelector('.banner:not(.warn)');
    const rail = document.querySelector('nav.rail [aria-current="true"]');
    return {
      dialog: top?.querySelector('h2')?.textContent.trim() ?? (top === undefined ? '' : 'without a title'),
      place: location.hash,
      section: rail?.getAttribute('title') ?? '',
      banner: banner?.textContent.trim() ?? '',
      stopped: document.querySelector('.banner.stop, .banner.warn') !== null,
      safe:
        document.querySelector('main')?.textContent.includes('Typed text is safe on this computer') === true,
      controls,
    };
  });
}

/** Waits until the window works on nothing more, or waits for a folder, and says whether it came to that. */
export async function settled(page: Page): Promise<boolean> {
  try {
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('dialog[open] h2')].some((title) =>
          /^Choose (?:a|the) folder/u.test(title.textContent),
        ) ||
        (document.querySelector('footer.status')?.textContent.includes('Working …') !== true &&
          document.querySelector('main[aria-busy="true"]') === null),
      null,
      { timeout: 12_000, polling: 50 },
    );
    return true;
  } catch {
    return false;
  }
}
