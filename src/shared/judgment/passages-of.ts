import { fieldCalled } from './fields.ts';
import type { FoldedDraft } from './fold-draft.ts';
import { noteKey } from '../evidence/evidence-fields.ts';
import { notedField } from '../evidence/noted-fields.ts';
import { passageHash, passageText, saltedWords, wordHash } from '../finalising/passages.ts';

/** A passage that can be disclosed word by word: the field's name, its text, and the salt of the words of the record that wrote it. */
export interface Passage {
  readonly field: string;
  readonly text: string;
  readonly salt: string;
}

/** Every passage of a draft that has one value, by field in code-unit order: what is judged, and each note's text. */
export function passagesOf(folded: FoldedDraft): readonly Passage[] {
  const fields = [...folded.values].flatMap(([field, open]): Passage[] => {
    const [only, other] = open;
    if (fieldCalled(field)?.sealed !== 'words' || only === undefined || other !== undefined) return [];
    const { value, record } = only;
    return value === null || record.wordsSalt === undefined
      ? []
      : [{ field, text: passageText(value), salt: record.wordsSalt }];
  });
  const notes = folded.state.notes.flatMap((note): Passage[] => {
    // A corrected source is another text: under the salt of what stood, words left in once would give it away.
    const source = notedField.open(folded.values, { note: note.id, part: 'source' }).at(-1)?.record;
    const salt = (source ?? folded.graph.get(note.id)?.record)?.wordsSalt;
    return note.erased || salt === undefined
      ? []
      : [
          {
            field: noteKey.name({ note: note.id }),
            text: `${note.code}. ${note.source}. ${note.text}`,
            salt,
          },
        ];
  });
  return [...fields, ...notes].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** What a seal says of each passage. */
export function passageHashes(
  folded: FoldedDraft,
  sha256: (utf8: string) => string,
): readonly { readonly field: string; readonly hash: string }[] {
  return passagesOf(folded).map(({ field, text, salt }) => ({
    field,
    hash: passageHash(
      saltedWords(field, salt, text, sha256).map((word, at) => wordHash(field, at, word, sha256)),
      sha256,
    ),
  }));
}
