import { canonical } from '../records/canonical.ts';
import type { ComparedParagraph, ComparedWords } from '../text/compared-text.ts';

/** What words are called in keys and in the command line's JSON: another name would lose ticks and break scripts. */
const wordKinds: Readonly<Record<ComparedWords['kind'], string>> = {
  same: 'same',
  added: 'ins',
  removed: 'del',
};

/** A paragraph by the names that it has outside this program, which never change. */
export function published({ kind, words }: Pick<ComparedParagraph, 'kind' | 'words'>): {
  readonly kind: string;
  readonly pieces: readonly (Pick<ComparedWords, 'text' | 'by'> & { readonly kind: string })[];
} {
  return {
    kind: kind === 'same' ? 'unchanged' : kind,
    pieces: words.map(({ kind: own, text, by }) => ({
      kind: wordKinds[own],
      text,
      ...(by === undefined ? {} : { by }),
    })),
  };
}

/**
 * What a change is known by when somebody ticks it as reviewed, whatever number its paragraph has: sha256 over its
 * section, kind and words. It stands in records, so that its names are those of the first version.
 */
export function changeKey(
  section: string,
  paragraph: ComparedParagraph,
  sha256: (utf8: string) => string,
): string {
  const { kind, pieces } = published(paragraph);
  return sha256(canonical({ section, kind, pieces: pieces.map((piece) => [piece.kind, piece.text]) }));
}
