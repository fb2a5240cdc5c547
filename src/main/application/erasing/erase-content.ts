import { fromFault } from '../session/call-errors.ts';
import { eraseFiles } from './erase-files.ts';
import { eraseTakenIn } from './erase-taken-in.ts';
import { loadDraft, openedIn } from '../load.ts';
import type { Scope } from '../session/session.ts';
import { writeRecord } from '../write.ts';
import { evidenceLinked } from '../../../shared/evidence/evidence-linked.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { contentErased } from '../../../shared/draft/content-erased.ts';
import { recordLine, wordless } from '../../../shared/records/record-line.ts';
import { erasingsOf } from '../../../shared/judgment/erasings.ts';
import { isErasable } from '../../../shared/judgment/event-types.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/views.ts';

/** Links that quote one of these notes: its words stand in them too. */
function quotingLinks({ graph }: FoldedDraft, notes: ReadonlySet<string>): readonly string[] {
  return graph.entries.flatMap(({ record }) => {
    const link = evidenceLinked.in(record);
    const isQuoting = record.words !== undefined && link?.passage !== undefined;
    return isQuoting && notes.has(link.note) && !notes.has(record.id) ? [record.id] : [];
  });
}

/**
 * Erases the words of records, and of a note those that links quote from it: says so in a record first, then drops them
 * from this device's own log.
 */
export async function eraseContent(
  scope: Scope,
  input: CallInput<'eraseContent'>,
): Promise<Result<SavedView, CallError>> {
  const saved = await writeRecord(scope, input.draft, (folded) => {
    const entries = input.records.flatMap((id) => folded.graph.get(id) ?? []);
    if (entries.length < input.records.length || entries.some(({ record }) => !isErasable(record.type))) {
      return refused({
        code: 'not-allowed',
        message:
          'Only notes, additions, files, revisions, marks, reasons and imported reports can be erased. Nothing was changed.',
      });
    }
    const erased = [...input.records, ...quotingLinks(folded, new Set(input.records))];
    return done(contentErased.write({ erased, reason: input.reason, rule: input.rule }));
  });
  if (!saved.ok) return saved;
  const followed = await followErasings(scope, input.draft);
  return followed.ok ? saved : followed;
}

/** Drops from this device's own log whatever counted erasings name in it: the only rewriting of a line there is. */
export function followErasings(scope: Scope, draft: string): Promise<Result<null, CallError>> {
  return scope.queue(async () => {
    const opened = openedIn(scope);
    const self = await scope.ports.keys.self();
    if (!opened.ok || self === null || scope.ports.lockedBy !== null) return done(null);
    const loaded = await loadDraft(scope, draft);
    if (!loaded.ok) return loaded;
    const { folded } = loaded.value.verified;
    if (folded === null) return done(null);
    const erasings = erasingsOf(
      folded.graph,
      folded.graph.entries.filter(({ record }) => !folded.rights.setAside.has(record.id)),
    );
    const { workspace } = opened.value;
    const { folder } = loaded.value;
    const taken = await eraseTakenIn(scope.ports, workspace, folder, self.device, erasings);
    if (!taken.ok) return taken;
    const own = folded.graph.entries.filter(
      ({ record }) => record.key === self.device && record.words !== undefined && erasings.has(record.id),
    );
    if (own.length === 0) return done(null);
    const erased = new Map(
      own.map(({ record }) => [record.id, recordLine(wordless(record, scope.ports.crypto.sha256))]),
    );
    const written = await opened.value.workspace.rewriteOwn(loaded.value.folder, self.device, erased);
    if (!written.ok) return refused(fromFault(written.error));
    return eraseFiles(opened.value.workspace.attachments(loaded.value.folder), folded, own);
  });
}
