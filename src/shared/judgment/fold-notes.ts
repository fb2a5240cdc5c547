import { addendumWritten } from '../evidence/addendum-written.ts';
import { attachmentAdded } from '../evidence/attachment-added.ts';
import { evidenceNoted } from '../evidence/evidence-noted.ts';
import { noteCorrected } from '../evidence/note-corrected.ts';
import { importUndone } from '../evidence/import-undone.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import type { EvidenceNote } from '../evidence/evidence-state.ts';
import { ofKinds, type FoldStep } from '../records/fold-step.ts';
import { CorrectionsOfNote } from './fold-corrections.ts';
import type { OpenValues } from '../records/open-values.ts';
import type { GraphRecord } from '../records/record-graph.ts';

const hour = 3_600_000;

/**
 * Whole days between an activity and the writing of its note, where more than 24 hours passed; else 0. `when` is the
 * activity's local date-time to the minute, `written` an ISO time in UTC; local time is read as UTC, so that the
 * answer is the same on every machine (at most an hour off in summer).
 */
function lateDays(when: string, written: string): number {
  const passed = Date.parse(written) - Date.parse(`${when}:00Z`);
  return passed > 24 * hour ? Math.floor(passed / (24 * hour)) : 0;
}

const letters = 'bcdefghijklmnopqrstuvwxyz';

function uniqueCode(code: string, taken: Map<string, number>): string {
  const before = taken.get(code) ?? 0;
  taken.set(code, before + 1);
  return before === 0 ? code : `${code}${letters[before - 1] ?? `-${before + 1}`}`;
}

/** Notes as they were written, by their records: a note that nothing was added to stays the same object in every fold. */
const written = new WeakMap<SignedRecord, EvidenceNote>();
const none: readonly never[] = [];

function noteOf(
  record: SignedRecord,
  undone: ReadonlySet<RecordId>,
  codes: Map<string, number>,
): EvidenceNote | null {
  const body = evidenceNoted.in(record);
  if (body === undefined || (body.from !== undefined && undone.has(body.from.import))) return null;
  const code = uniqueCode(body.code, codes);
  const before = written.get(record);
  if (before?.code === code) return before;
  const { from, ...said } = body;
  const erased = record.words === undefined;
  const note: EvidenceNote = {
    id: record.id,
    author: record.author,
    written: record.at,
    addenda: none,
    corrections: none,
    attachments: none,
    ...said,
    ...(erased ? { source: '', text: '' } : {}),
    ...(from === undefined ? {} : { imported: from }),
    code,
    lateDays: lateDays(body.when, record.at),
    erased,
  };
  written.set(record, note);
  return note;
}

/** A note with what a record adds to it: an addendum, or a file. Erased ones are gone. */
function withAddition(note: EvidenceNote, record: SignedRecord): EvidenceNote {
  const { id, author, at } = record;
  const addendum = addendumWritten.in(record);
  if (addendum !== undefined)
    return { ...note, addenda: [...note.addenda, { id, author, at, text: addendum.text }] };
  const attached = attachmentAdded.in(record);
  if (attached === undefined) return note;
  const { note: _note, ...file } = attached;
  return { ...note, attachments: [...note.attachments, { ...file, id, author, at }] };
}

function additionTo(record: SignedRecord): RecordId | undefined {
  return record.words === undefined
    ? undefined
    : (addendumWritten.in(record)?.note ?? attachmentAdded.in(record)?.note);
}

/** The notes' step, asked by the step of what stands under them. */
export interface NotesStep extends FoldStep<readonly EvidenceNote[]> {
  /** Whether there is a note with this id, as last read. */
  readonly has: (note: RecordId) => boolean;
  /** How often all were counted again, so that some may be gone. */
  readonly recounts: () => number;
}

/**
 * The evidence notes with what was added to them, in fold order; an erased note keeps its place, one of an undone import
 * none. A record costs itself alone; only where an import is undone all are counted again, since the numbers of its notes
 * are free then.
 */
export function notesStep(): NotesStep {
  const isOf = ofKinds(evidenceNoted, addendumWritten, attachmentAdded, noteCorrected, importUndone);
  const entries: GraphRecord[] = [];
  const undone = new Set<RecordId>();
  /** Notes as they were noted, with what was added; corrections are applied as they are read. */
  let notes = new Map<RecordId, EvidenceNote>();
  const corrections = new Map<RecordId, CorrectionsOfNote>();
  let codes = new Map<string, number>();
  let isUndone = false;
  let recounts = 0;
  let read: readonly EvidenceNote[] | null = none;
  const take = ({ record }: GraphRecord): void => {
    const note = noteOf(record, undone, codes);
    if (note !== null) notes.set(record.id, note);
    const before = notes.get(additionTo(record) ?? '');
    if (before !== undefined) notes.set(before.id, withAddition(before, record));
  };
  const correctionsOf = (note: RecordId): CorrectionsOfNote => {
    const before = corrections.get(note) ?? new CorrectionsOfNote();
    corrections.set(note, before);
    return before;
  };
  const asCorrected = (note: EvidenceNote, values: OpenValues): EvidenceNote => {
    const corrected = corrections.get(note.id)?.applyTo(note, values);
    return corrected === undefined
      ? note
      : { ...corrected, lateDays: lateDays(corrected.when, corrected.written) };
  };
  return {
    add: (entry) => {
      if (!isOf(entry)) return;
      entries.push(entry);
      read = null;
      const taken = importUndone.in(entry.record);
      const corrected = noteCorrected.in(entry.record)?.note;
      if (corrected !== undefined) correctionsOf(corrected).add(entry.record);
      else if (taken === undefined) take(entry);
      else undone.add(taken.import);
      isUndone ||= taken !== undefined;
    },
    read: ({ values }) => {
      if (isUndone) {
        notes = new Map();
        codes = new Map();
        for (const entry of entries) take(entry);
        isUndone = false;
        recounts += 1;
      }
      read ??= [...notes.values()].map((note) => asCorrected(note, values));
      return read;
    },
    has: (note) => notes.has(note),
    recounts: () => recounts,
  };
}
