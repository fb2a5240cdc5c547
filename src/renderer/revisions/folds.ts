import { count } from '../../shared/words.ts';
import type { ComparedParagraph } from '../../shared/text/compared-text.ts';

/** A changed paragraph, or a run of unchanged ones that can be folded. */
type Fold =
  | { readonly kind: 'change'; readonly paragraph: ComparedParagraph; readonly key: string }
  | { readonly kind: 'fold'; readonly paragraphs: readonly ComparedParagraph[]; readonly key: string };

function placesOf({ before, after }: ComparedParagraph): string {
  return `${before?.range[0] ?? ''}-${after?.range[0] ?? ''}`;
}

/** Gathers runs of unchanged paragraphs. */
export function foldsOf(paragraphs: readonly ComparedParagraph[]): readonly Fold[] {
  const folds: Fold[] = [];
  let run: ComparedParagraph[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined) folds.push({ kind: 'fold', paragraphs: run, key: `fold-${placesOf(first)}` });
    run = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'same') run.push(paragraph);
    else {
      close();
      folds.push({ kind: 'change', paragraph, key: `${paragraph.kind}-${placesOf(paragraph)}` });
    }
  }
  close();
  return folds;
}

/** What became of a paragraph in a few words, for whoever hears it. */
export function paragraphLabel({ kind, before, after, words, broken }: ComparedParagraph): string {
  const [was, is] = [before?.number ?? 0, after?.number ?? 0];
  const edits = words.filter((stretch) => stretch.kind !== 'same').length;
  const breaks =
    broken === undefined
      ? ''
      : broken === 'split'
        ? ', begins a new paragraph'
        : ', joined to the one before';
  switch (kind) {
    case 'same':
      return `Paragraph ${is}, unchanged`;
    case 'changed':
      return `Paragraph ${is}${breaks}${edits === 0 && breaks !== '' ? '' : `, ${count(edits, 'edit')}`}`;
    case 'added':
      return `Paragraph ${is}, added`;
    case 'removed':
      return `Paragraph ${was}, removed`;
    case 'moved-from':
      return `Moved down or up to paragraph ${is}`;
    case 'moved-to':
      return `Moved from paragraph ${was}${edits === 0 ? '' : `, with ${count(edits, 'edit')}`}`;
  }
}
