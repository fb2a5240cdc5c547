import { z } from 'zod';
import type { EvidenceNote, NoteCorrection } from '../evidence/evidence-state.ts';
import { correctedParts, noteCorrected } from '../evidence/note-corrected.ts';
import {
  notedField,
  notedPartNames,
  notedParts,
  type Noted,
  type NotedPart,
} from '../evidence/noted-fields.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';

const partsSchema = z.object(notedParts).partial();

/** The records that correct one note, in fold order; a correction says nothing of a note before its own. */
export class CorrectionsOfNote {
  readonly #records: SignedRecord[] = [];

  add(record: SignedRecord): void {
    this.#records.push(record);
  }

  /**
   * The note as its corrections leave it: of each part the latest value that nothing replaced, each correction with what
   * stood before it. Words that were erased are gone from both.
   */
  applyTo(note: EvidenceNote, values: OpenValues): EvidenceNote {
    const open = (part: NotedPart): ReturnType<typeof notedField.of> =>
      notedField.of(values, { note: note.id, part });
    const latest = notedPartNames.map((part): [NotedPart, string | undefined] => {
      const last = open(part).at(-1);
      return [part, last?.value ?? undefined];
    });
    const parts = partsSchema.safeParse(Object.fromEntries(latest)).data ?? {};
    const isSourceErased = note.erased || open('source').at(-1)?.erased === true;
    return {
      ...note,
      ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
      ...(isSourceErased ? { source: '' } : {}),
      corrections: this.#withWhatStood(note, (part, record) =>
        open(part).some((write) => write.record === record),
      ),
    };
  }

  #withWhatStood(
    noted: Noted,
    stands: (part: NotedPart, record: RecordId) => boolean,
  ): readonly NoteCorrection[] {
    const written = new Map<string, string>();
    return this.#records.flatMap((record): NoteCorrection[] => {
      const body = noteCorrected.in(record);
      if (body === undefined) return [];
      const { id, author, at } = record;
      const erased = record.words === undefined;
      const parts = correctedParts(body).map(({ part, value, over }) => {
        const now = erased && part === 'source' ? '' : value;
        const before = over.map((replaced) => written.get(`${replaced} ${part}`));
        written.set(`${id} ${part}`, now);
        const was = before.find((value) => value !== undefined) ?? noted[part];
        return { part, was, now, stands: stands(part, id) };
      });
      return [{ id, author, at, reason: erased ? '' : body.reason, parts }];
    });
  }
}
