const longest = 4000;

/** Whether a node stands in words that were taken out: they are not in the later revision. */
function isTakenOut(node: Node | null): boolean {
  return node?.parentElement?.closest('del') != null;
}

function isInProse(node: Node | null | undefined): boolean {
  return node?.parentElement?.closest('.prose') != null;
}

function textIn(root: Element | null | undefined, takenOut: boolean): string {
  const walker = root == null ? null : document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = '';
  while (walker?.nextNode() != null)
    if (isTakenOut(walker.currentNode) === takenOut) words += walker.currentNode.textContent ?? '';
  return words.trim().slice(0, longest);
}

/** The words that a comment would be about, and whether they stand in the earlier revision alone. */
export interface Quote {
  readonly words: string;
  readonly before: boolean;
}

/** The words selected in the text, else the later words of the change in focus, else those that it took out. */
export function wordsToQuote(): Quote {
  const selection = window.getSelection();
  const selected = selection?.toString().trim() ?? '';
  const [from, to] = [isTakenOut(selection?.anchorNode ?? null), isTakenOut(selection?.focusNode ?? null)];
  if (selected !== '' && isInProse(selection?.anchorNode) && from === to)
    return { words: selected.slice(0, longest), before: from };
  const change = document.activeElement?.closest('[data-change]');
  const later = textIn(
    change?.querySelector('[aria-label="After"]') ?? change?.querySelector('.prose'),
    false,
  );
  if (later !== '') return { words: later, before: false };
  return { words: textIn(change?.querySelector('.prose'), true), before: true };
}
