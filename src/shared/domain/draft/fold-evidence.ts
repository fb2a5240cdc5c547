import { addendumWritten } from '../events/addendum-written.ts';
import { evidenceNoted } from '../events/evidence-noted.ts';
import type { DescriptorMark, EvidenceImport, EvidenceLink, EvidenceNote } from './draft-state.ts';
import { attachmentsByNote } from './fold-attachments.ts';
import { lateDays } from '../evidence/late-entry.ts';
import { linkField, markField } from '../evidence/evidence-fields.ts';
import type { OpenValues } from './open-values.ts';
import type { SignedRecord } from '../events/record.ts';
import type { GraphRecord } from './record-graph.ts';

const noteIn = evidenceNoted.in;
const letters = 'bcdefghijklmnopqrstuvwxyz';

function uniqueCode(code: string, taken: Map<string, number>): string {
  const before = taken.get(code) ?? 0;
  taken.set(code, before + 1);
  return before === 0 ? code : `${code}${letters[before - 1] ?? `-${before + 1}`}`;
}

function addendaOf(counted: readonly GraphRecord[]): ReadonlyMap<string, EvidenceNote['addenda']> {
  const found = counted.flatMap(({ record }) => {
    if (record.type !== addendumWritten.type || record.words === undefined) return [];
    const body = addendumWritten.in(record);
    return body === undefined
      ? []
      : [{ note: body.note, id: record.id, author: record.author, at: record.at, text: body.text }];
  });
  return new Map(
    [...Map.groupBy(found, (one) => one.note)].map(([note, all]) => [
      note,
      all.map(({ note: _note, ...rest }) => rest),
    ]),
  );
}

/** Notes as last told, by their records: a note of which nothing changed stays the same object, so none is compared anew. */
const told = new WeakMap<SignedRecord, EvidenceNote>();
const none: readonly never[] = [];

/** The evidence notes with their addenda, in fold order; an erased note keeps its place, one of an undone import none. */
export function foldNotes(
  counted: readonly GraphRecord[],
  imports: readonly EvidenceImport[] = [],
): readonly EvidenceNote[] {
  const undone = new Set(imports.filter((one) => one.undone).map((one) => one.record));
  const addenda = addendaOf(counted);
  const attachments = attachmentsByNote(counted);
  const taken = new Map<string, number>();
  return counted.flatMap(({ record }): EvidenceNote[] => {
    if (record.type !== evidenceNoted.type) return [];
    const common = {
      id: record.id,
      author: record.author,
      written: record.at,
      addenda: addenda.get(record.id) ?? none,
      attachments: attachments.get(record.id) ?? none,
    };
    const body = noteIn(record);
    if (body === undefined) return [];
    if (body.from !== undefined && undone.has(body.from.import)) return [];
    const code = uniqueCode(body.code, taken);
    const before = told.get(record);
    const { addenda: added, attachments: files } = common;
    if (before?.code === code && before.addenda === added && before.attachments === files) return [before];
    const { from, ...said } = body;
    const erased = record.words === undefined;
    const note: EvidenceNote = {
      ...common,
      ...said,
      ...(erased ? { source: '', text: '' } : {}),
      ...(from === undefined ? {} : { imported: from }),
      code,
      lateDays: lateDays(body.when, record.at),
      erased,
    };
    told.set(record, note);
    return [note];
  });
}

/** Notes held against criteria; a link that was taken away stands with the value none, to be written over. */
export function foldLinks(values: OpenValues): readonly EvidenceLink[] {
  return linkField.all(values).map(({ parts, values: open }) => {
    const latest = open.at(-1)?.value ?? null;
    return {
      ...parts,
      values: open.map((one) => ({ ...one, value: one.value?.direction ?? null })),
      strength: latest?.strength ?? null,
      passage: latest?.passage ?? null,
    };
  });
}

/** Every person's mark of every descriptor. */
export function foldMarks(values: OpenValues): readonly DescriptorMark[] {
  return markField.all(values).map(({ parts, values: open }) => ({ ...parts, values: open }));
}
