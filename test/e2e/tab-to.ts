import type { Page } from 'playwright-core';

/** Presses Tab until the control with this role and name has the focus: nothing is clicked. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!['BUTTON', 'A', 'SUMMARY', 'INPUT', 'SELECT', 'TEXTAREA'].includes(element?.tagName ?? ''))
        return '';
      const labelled =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement;
      const labels = labelled ? [...(element.labels ?? [])] : [];
      const label = labels.map((label) => label.textContent).join(' ');
      return `${element?.getAttribute('aria-label') ?? ''} ${label} ${element?.textContent ?? ''}`.trim();
    });
    if (name.test(found)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no control reached by Tab is called ${String(name)}`);
}
