import { fromFault } from '../session/call-errors.ts';
import { readTable } from '../evidence/read-table.ts';
import type { Scope } from '../session/session.ts';
import type { KeptOutcomes } from '../../ports/outcome-store.ts';
import { hiddenRowsLine } from '../../../shared/evidence/evidence-table.ts';
import { readOutcomes } from '../../../shared/precedents/read-outcomes.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { OutcomesSource } from '../../../shared/ipc/precedent-views.ts';

const mostBytes = 20_000_000;

/** Where outcomes came from and what was dirty in them. */
export function sourceOf({
  file,
  at,
  rows,
  withoutGrades,
  outcomes,
  dirty,
  reading = [],
}: KeptOutcomes): OutcomesSource {
  return { file, at, rows, withoutGrades, outcomes: outcomes.length, dirty, reading };
}

/** Reads a table of published outcomes (CSV or Excel) and keeps it on this computer, in place of the one before. */
export async function importOutcomes(
  scope: Scope,
  { file }: { readonly file: string },
): Promise<Result<OutcomesSource, CallError>> {
  const { ports } = scope;
  const given = await ports.grants.readFile(file, mostBytes);
  if (!given.ok) return refused({ code: 'unreadable', message: given.error.message });
  const table = await readTable(scope, given.value.bytes);
  if (!table.ok) return table;
  const read = readOutcomes(table.value, await ports.resources.frameworks());
  if (!read.ok) return refused({ code: 'unreadable', message: read.error.message });
  const { reading = [], warnings = [] } = table.value;
  const kept = {
    file: given.value.name,
    at: new Date(ports.clock.now()).toISOString(),
    reading: [...reading, ...warnings, ...hiddenRowsLine(table.value)],
    ...read.value,
  };
  const written = await ports.outcomes.write(kept);
  return written.ok ? done(sourceOf(kept)) : refused(fromFault(written.error));
}
