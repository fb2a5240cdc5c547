import type { OpenedWorkspace, Scope } from './session.ts';
import { loadAudits } from './load-audit.ts';
import { stepOfReading } from '../../../shared/audits/fold-readings.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';
import type { RecordId } from '../../../shared/records/record.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Drafts that this profile's person reads blind in an audit, by id, each with the audit's name. */
export type BlindDrafts = ReadonlyMap<RecordId, string>;

/**
 * The drafts that are kept from whoever uses this profile until they have lodged their grades twice and opened them: an
 * audit gave them to read. Worked out once, and anew where an audit changed.
 */
export function blindDrafts(scope: Scope, opened: OpenedWorkspace): Promise<BlindDrafts> {
  opened.blind ??= findBlind(scope, opened);
  return opened.blind;
}

/** Has the blind drafts worked out anew when they are next asked for. */
export function forgetBlind(opened: OpenedWorkspace): void {
  delete opened.blind;
}

async function findBlind(scope: Scope, opened: OpenedWorkspace): Promise<BlindDrafts> {
  const self = await scope.ports.keys.self();
  const loaded = await loadAudits(scope, opened);
  if (!loaded.ok) {
    // Asked again at the next look. What cannot be read now opens nothing that was kept from them before.
    forgetBlind(opened);
    return opened.blindBefore ?? new Map();
  }
  opened.blindBefore = new Map(
    loaded.value.flatMap(({ audit }) =>
      audit.readings
        .filter(
          (reading) =>
            reading.reader === self?.person &&
            ['evidence', 'narrative'].includes(stepOfReading(reading)) &&
            audit.draws.some(({ frame, abandoned }) => frame === reading.frame && abandoned === null),
        )
        .map(({ draft }) => [draft, audit.name] as const),
    ),
  );
  return opened.blindBefore;
}

/** Why a draft is not shown to whoever reads it blind. */
export function readBlind(audit: string): CallError {
  return {
    code: 'not-allowed',
    message: `You read this judgment blind in the audit ${audit}, so it is kept from you for now. Read it under Audits: it opens once you have lodged your grades twice. Nothing was changed.`,
  };
}

/** Lines of the list without the grades of drafts that are read blind. */
export function withoutBlind<R extends DraftRow>(rows: readonly R[], blind: BlindDrafts): readonly R[] {
  if (blind.size === 0) return rows;
  return rows.map((row) =>
    blind.has(row.draft)
      ? { ...row, conflicts: 0, areas: row.areas.map((area) => ({ ...area, grade: null })) }
      : row,
  );
}
