import type { Scope } from '../session/session.ts';
import type { EvidenceTable } from '../../../shared/evidence/evidence-table.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** The job of a window that reads a table, whatever it is read for. */
const job = 'read-evidence';

/** Reads a table that somebody else made: the window hears how far it is and can stop it. Nothing is written. */
export async function readTable(
  { ports, session, cancelled }: Scope,
  bytes: Uint8Array,
): Promise<Result<EvidenceTable, CallError>> {
  const tell = (done: number, total: number, told: string): void => {
    ports.windows.send(session.window, {
      kind: 'progress',
      job,
      done,
      total,
      told,
      finished: done === total,
    });
  };
  cancelled.delete(job);
  const table = await ports.documents.readEvidence(bytes, (read, total) => {
    tell(read, total + 1, `${Math.floor((100 * read) / total)} % of the file read`);
    return !cancelled.has(job);
  });
  tell(1, 1, '');
  return table.ok ? done(table.value) : refused({ code: 'unreadable', message: table.error.message });
}
