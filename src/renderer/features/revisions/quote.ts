const longest = 4000;

/** Whether a node stands in words that were taken out: they are not in the later revision. */
function isTakenOut(node: Node | null): boolean {
  return node?.parentElement?.closest('del') != null;
}

/** The words that a comment would be about: those selected in the text, else the later words of the change in focus. */
export function wordsToQuote(): string {
  const selection = window.getSelection();
  const selected = selection?.toString().trim() ?? '';
  const inProse = selection?.anchorNode?.parentElement?.closest('.prose') != null;
  if (selected !== '' && inProse && !isTakenOut(selection.anchorNode) && !isTakenOut(selection.focusNode))
    return selected.slice(0, longest);
  const change = document.activeElement?.closest('[data-change]');
  const prose = change?.querySelector('[aria-label="After"]') ?? change?.querySelector('.prose');
  const walker = prose == null ? null : document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  let words = '';
  while (walker?.nextNode() != null)
    if (!isTakenOut(walker.currentNode)) words += walker.currentNode.textContent ?? '';
  return words.trim().slice(0, longest);
}
