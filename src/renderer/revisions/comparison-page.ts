import { flushSync } from 'svelte';
import { wordsToQuote, type Quote } from './quote.ts';

/** What a comparison asks of the page that shows it. */
export interface ComparisonPage {
  /** The changes of the place that is shown, each as it is read out; '' for one that has no words. */
  readonly changes: () => readonly string[];
  readonly focusChange: (at: number) => void;
  /** The key of the change that has the focus; '' where none has. */
  readonly changeInFocus: () => string;
  /** The words that a comment would be about. */
  readonly wordsToQuote: () => Quote;
}

/** The changes on the page; a place that was gone to just now is drawn first. */
function drawnChanges(): readonly HTMLElement[] {
  flushSync();
  return [...document.querySelectorAll<HTMLElement>('[data-change]')];
}

export const comparisonPage: ComparisonPage = {
  changes: () =>
    drawnChanges().map((change) => change.dataset['spoken'] ?? change.getAttribute('aria-label') ?? ''),
  focusChange: (at) => {
    const change = drawnChanges()[at];
    change?.focus();
    change?.scrollIntoView({ block: 'nearest' });
  },
  changeInFocus: () => document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '',
  wordsToQuote,
};
