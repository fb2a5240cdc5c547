import { within } from '../bounds/document-bounds.ts';
import { insertedFile } from './inserted-files.ts';
import type { WordFile } from './open-word.ts';
import { WordLooks } from './word-looks.ts';
import type { WordSurroundings } from './word-paragraphs.ts';
import type { ImportWarning } from '../../../shared/report/import-warning.ts';

/** What a file's paragraphs need to be read, and what was met on the way, which fills while they are. */
export function surroundingsOf(file: WordFile): {
  readonly surroundings: WordSurroundings;
  readonly warnings: readonly ImportWarning[];
} {
  const [styles = null] = file.roots('styles');
  const warnings: ImportWarning[] = [];
  const parts = new Map(
    file.related.filter(({ kind }) => kind === 'aFChunk').map((part) => [part.id, part] as const),
  );
  const read = new Map<string | null, readonly string[]>();
  const unknown = new Set<string>();
  let characters = 0;
  const insertedText = (relation: string | null): readonly string[] => {
    let paragraphs = read.get(relation);
    if (paragraphs === undefined) {
      const inserted = insertedFile(file, parts.get(relation ?? ''));
      if (inserted.warning !== null) warnings.push(inserted.warning);
      paragraphs = inserted.paragraphs;
      read.set(relation, paragraphs);
    }
    // The same file can be put in as often as another likes.
    characters += paragraphs.reduce((sum, text) => sum + text.length + 1, 0);
    within('characters', characters);
    return paragraphs;
  };
  const unknownSign = (font: string, code: string): void => {
    const known = `${font} ${code}`.slice(0, 80);
    // So many different ones are enough to say that the font is to be looked at.
    if (unknown.has(known) || unknown.size >= 20) return;
    unknown.add(known);
    warnings.push({
      code: 'sign-not-known',
      message: `A sign of the font ${font.slice(0, 60)} (${code.slice(0, 10)}) has no known letter, so \uFFFD stands in its place. Look it up in the file and write what it means.`,
      line: null,
      text: null,
    });
  };
  return { surroundings: { looks: new WordLooks(styles), insertedText, unknownSign }, warnings };
}
