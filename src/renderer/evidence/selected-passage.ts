/** The words selected inside a note's own text; '' where nothing of it is, or all of it. */
export function selectedPassage(note: string): string {
  const selection = getSelection();
  const text = document.querySelector(`[data-note="${note}"] [data-note-text]`);
  if (selection === null || selection.isCollapsed || text === null) return '';
  if (!text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return '';
  const words = selection.toString().trim();
  return words === text.textContent.trim() ? '' : words.slice(0, 4000);
}
