import { markWordsIn } from '../lib/marked-words.ts';

/** What the evidence of an area asks of the page that shows it. */
export interface EvidencePage {
  /** The notes on the page in reading order, and how many of them, from the first, stand under the open criterion. */
  readonly notes: () => { readonly ids: readonly string[]; readonly open: number };
  /** The words selected inside a note's own text; '' where nothing of it is, or all of it. */
  readonly selectedIn: (note: string) => string;
  /** Marks the words that it was looked for by, where there were any. */
  readonly focusNote: (note: string, words?: string) => void;
  readonly focusCriterion: (criterion: string) => void;
  /** Lets the focus go where it lies on the row of a criterion. */
  readonly leaveRow: (criterion: string) => void;
}

/** Does tasks one after another, each while nothing else is to do; answers what stops those still to come. */
export function whenIdle(tasks: readonly (() => void)[]): () => void {
  const left = [...tasks];
  let idle = 0;
  const next = (): void => {
    left.shift()?.();
    if (left.length > 0) idle = requestIdleCallback(next);
  };
  idle = requestIdleCallback(next);
  return () => cancelIdleCallback(idle);
}

const onNote = (note: string): string => `[data-note="${note}"]`;

export const evidencePage: EvidencePage = {
  notes: () => {
    const notes = [...document.querySelectorAll<HTMLElement>('[data-note]')];
    const open = notes.filter((element) => element.tagName === 'ARTICLE').length;
    return { ids: notes.map((element) => element.dataset['note'] ?? ''), open };
  },
  selectedIn: (note) => {
    const selection = getSelection();
    const text = document.querySelector(`${onNote(note)} [data-note-text]`);
    if (selection === null || selection.isCollapsed || text === null) return '';
    if (!text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return '';
    const words = selection.toString().trim();
    return words === text.textContent.trim() ? '' : words.slice(0, 4000);
  },
  focusNote: (note, words = '') => {
    const card = document.querySelector<HTMLElement>(onNote(note));
    card?.focus();
    if (words !== '') markWordsIn(card, words);
  },
  // A criterion that was opened just now is drawn first.
  focusCriterion: (criterion) => {
    queueMicrotask(() => document.getElementById(`criterion-${criterion}`)?.focus());
  },
  // A part that is taken out while it has the focus is laid out first, with all beside it: 16 ms of a thousand notes.
  leaveRow: (criterion) => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.id === `criterion-${criterion}`)
      activeElement.blur();
  },
};
