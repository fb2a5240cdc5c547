import { count } from '../../shared/words.ts';
import type { ParagraphHunk } from '../../shared/text/hunks.ts';

/** A changed paragraph, or a run of unchanged ones that can be folded. */
type Fold =
  | { readonly kind: 'change'; readonly hunk: ParagraphHunk; readonly key: string }
  | { readonly kind: 'fold'; readonly hunks: readonly ParagraphHunk[]; readonly key: string };

/** Gathers runs of unchanged paragraphs. */
export function foldsOf(hunks: readonly ParagraphHunk[]): readonly Fold[] {
  const folds: Fold[] = [];
  let run: ParagraphHunk[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined)
      folds.push({ kind: 'fold', hunks: run, key: `fold-${first.before ?? 0}-${first.after ?? 0}` });
    run = [];
  };
  for (const hunk of hunks) {
    if (hunk.kind === 'unchanged') run.push(hunk);
    else {
      close();
      folds.push({ kind: 'change', hunk, key: `${hunk.kind}-${hunk.before ?? 0}-${hunk.after ?? 0}` });
    }
  }
  close();
  return folds;
}

/** A changed paragraph in plain words, for whoever hears it. */
export function hunkWords(hunk: ParagraphHunk): string {
  const edits = hunk.pieces.filter((piece) => piece.kind !== 'same').length;
  switch (hunk.kind) {
    case 'unchanged':
      return `Paragraph ${hunk.after ?? 0}, unchanged`;
    case 'changed':
      return `Paragraph ${hunk.after ?? 0}, ${count(edits, 'edit')}`;
    case 'added':
      return `Paragraph ${hunk.after ?? 0}, added`;
    case 'removed':
      return `Paragraph ${hunk.before ?? 0}, removed`;
    case 'moved-from':
      return `Moved down or up to paragraph ${hunk.after ?? 0}`;
    case 'moved-to':
      return `Moved from paragraph ${hunk.before ?? 0}${edits === 0 ? '' : `, with ${count(edits, 'edit')}`}`;
  }
}
