import type { Scope } from '../session/session.ts';
import { writeRecords } from '../write.ts';
import type { Intent } from '../../../shared/records/define-event.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import type { EvidenceNote } from '../../../shared/evidence/evidence-state.ts';
import { shown } from '../../../shared/records/settled.ts';
import { citationsIn } from '../../../shared/evidence/citations.ts';
import { importUndone } from '../../../shared/evidence/import-undone.ts';
import { evidenceImported } from '../../../shared/evidence/evidence-imported.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

const importIn = evidenceImported.in;

/** Whether a record was written by an import itself: with its key, among the records that it counts after it. */
function isOfImport({ graph }: FoldedDraft, imported: RecordId, record: RecordId): boolean {
  const [first, one] = [graph.get(imported)?.record, graph.get(record)?.record];
  const records = first === undefined ? 0 : (importIn(first)?.records ?? 0);
  return (
    first !== undefined && one?.key === first.key && one.seq > first.seq && one.seq <= first.seq + records
  );
}

/** The first note of an import on which work rests: weighed since, added to, cited, or named by a point to improve. */
function restingOn(
  folded: FoldedDraft,
  imported: RecordId,
  notes: readonly EvidenceNote[],
): EvidenceNote | undefined {
  const { state } = folded;
  const cited = new Set(
    Object.values(state.narratives).flatMap((field) =>
      citationsIn(shown(field) ?? '').flatMap((citation) => citation.codes),
    ),
  );
  const named = new Set(
    [state.improvements, ...Object.values(state.points)]
      .flatMap((list) => shown(list) ?? [])
      .flatMap((point) => point.notes),
  );
  const weighed = new Set(
    state.links
      .filter((link) =>
        link.values.some(({ value, record }) => value !== 'none' && !isOfImport(folded, imported, record)),
      )
      .map((link) => link.note),
  );
  return notes.find(
    (note) =>
      [...note.addenda, ...note.corrections].some(({ id }) => !isOfImport(folded, imported, id)) ||
      cited.has(note.code) ||
      named.has(note.id) ||
      weighed.has(note.id),
  );
}

/** Takes back the links that an import gave to notes which were here before it, where they stand as it made them. */
function linksTakenBack(
  folded: FoldedDraft,
  imported: string,
  own: ReadonlySet<string>,
): readonly (() => Intent)[] {
  return folded.state.links
    .filter(
      ({ note, values }) =>
        !own.has(note) &&
        values.length > 0 &&
        values.every(({ record }) => isOfImport(folded, imported, record)),
    )
    .map(({ note, criterion, values }) => {
      const over = values.map(({ record }) => record);
      return () => evidenceLinked.write({ note, criterion, direction: 'none', over });
    });
}

/** Takes an import back as a whole. Its notes stay in the record; where work rests on one of them it is refused. */
export function undoImport(
  scope: Scope,
  { draft, import: record, reason }: CallInput<'undoImport'>,
): Promise<Result<SavedView, CallError>> {
  return writeRecords(scope, draft, (folded) => {
    const { state } = folded;
    if (!state.evidenceImports.some((imported) => imported.record === record && !imported.undone))
      return refused(undoneAlready);
    const notes = state.notes.filter((note) => note.imported?.import === record);
    const resting = restingOn(folded, record, notes);
    return resting === undefined
      ? done({
          first: importUndone.write({ import: record, reason }),
          rest: linksTakenBack(folded, record, new Set(notes.map(({ id }) => id))),
        })
      : refused(restsOn(resting.code));
  });
}

const undoneAlready: CallError = {
  code: 'out-of-date',
  message: 'This import is not in the draft, or was undone already. Nothing was changed.',
};

function restsOn(code: string): CallError {
  return {
    code: 'conflict',
    message: `Work rests on ${code} since it was imported: it was weighed, added to or cited. The import was not undone and nothing was changed. Unlink the note and take its citation out first.`,
  };
}
