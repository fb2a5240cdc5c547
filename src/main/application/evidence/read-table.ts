import { runJob } from '../session/run-job.ts';
import type { Scope } from '../session/session.ts';
import type { EvidenceTable } from '../../../shared/evidence/evidence-table.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Reads a table that somebody else made: the window hears how far it is and can stop it. Nothing is written. */
export async function readTable(
  scope: Scope,
  bytes: Uint8Array,
  sheet: string | null = null,
): Promise<Result<EvidenceTable, CallError>> {
  return runJob(scope, 'read-evidence', async ({ signal, progress }) => {
    const table = await scope.ports.documents.readEvidence(
      bytes,
      (read, total) => {
        progress(read, total, `${Math.floor((100 * read) / total)} % of the file read`);
        return !signal.aborted;
      },
      sheet,
    );
    if (table.ok) return done(table.value);
    return refused({ code: signal.aborted ? 'cancelled' : 'unreadable', message: table.error.message });
  });
}
