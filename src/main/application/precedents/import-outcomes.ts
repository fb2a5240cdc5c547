import { fromFault } from '../session/call-errors.ts';
import { readTable } from '../evidence/read-table.ts';
import type { Scope } from '../session/session.ts';
import type { KeptOutcomes } from '../../ports/outcome-store.ts';
import { hiddenRowsLine, type EvidenceTable } from '../../../shared/evidence/evidence-table.ts';
import type { ReadOutcomes } from '../../../shared/precedents/published-outcome.ts';
import { readOutcomes } from '../../../shared/precedents/read-outcomes.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { ImportedOutcomes, OutcomesSource } from '../../../shared/ipc/precedent-views.ts';

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

/** A table, and what was published by it. */
interface ReadTable {
  readonly table: EvidenceTable;
  readonly outcomes: ReadOutcomes;
}

/**
 * The outcomes of the sheet that was asked for. Where none was: of the first shown sheet that holds a table, or else of the
 * first after it that holds outcomes, since a workbook may begin with a table of something else.
 */
async function outcomesOf(
  scope: Scope,
  bytes: Uint8Array,
  asked: string | null,
): Promise<Result<ReadTable, CallError>> {
  const frameworks = await scope.ports.resources.frameworks();
  const from = async (sheet: string | null): Promise<Result<ReadTable, CallError>> => {
    const table = await readTable(scope, bytes, sheet);
    if (!table.ok) return table;
    const outcomes = readOutcomes(table.value, frameworks);
    if (outcomes.ok) return done({ table: table.value, outcomes: outcomes.value });
    if (sheet === null)
      for (const other of table.value.sheets ?? []) {
        if (other.read || other.hidden) continue;
        const found = await from(other.name);
        if (found.ok || found.error.code === 'cancelled') return found;
      }
    return refused({ code: 'unreadable', message: outcomes.error.message });
  };
  return from(asked);
}

/**
 * Reads a table of published outcomes (CSV or Excel) and keeps it on this computer, in place of the one before; of a
 * workbook the sheet that is asked for.
 */
export async function importOutcomes(
  scope: Scope,
  { file, sheet = null }: CallInput<'importOutcomes'>,
): Promise<Result<ImportedOutcomes, CallError>> {
  const { ports } = scope;
  const given = await ports.grants.readFile(file, mostBytes);
  if (!given.ok) return refused({ code: 'unreadable', message: given.error.message });
  const read = await outcomesOf(scope, given.value.bytes, sheet);
  if (!read.ok) return read;
  const { table, outcomes } = read.value;
  const { reading = [], warnings = [], sheets = [] } = table;
  const kept = {
    file: given.value.name,
    at: new Date(ports.clock.now()).toISOString(),
    reading: [...reading, ...warnings, ...hiddenRowsLine(table)],
    ...outcomes,
  };
  const written = await ports.outcomes.write(kept);
  return written.ok ? done({ ...sourceOf(kept), sheets }) : refused(fromFault(written.error));
}
