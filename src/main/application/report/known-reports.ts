import { listDrafts } from '../workspace/list-drafts.ts';
import type { Scope } from '../session/session.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { DraftRow } from '../../../shared/ipc/views.ts';
import type { ImportDouble } from '../../../shared/ipc/import-views.ts';
import type { ImportedReport } from '../../../shared/report/imported-report.ts';
import { providerKey } from '../../../shared/report/provider-key.ts';
import { done, type Result } from '../../../shared/result.ts';
import { dayWords, inspectionName } from '../../../shared/words.ts';

type HereAlready = Omit<ImportDouble, 'file'>;
type KnownRow = Pick<DraftRow, 'draft' | 'provider' | 'start' | 'end' | 'imported'>;

/** The inspections of the open workspace that a report may be on, with those that came in meanwhile. */
export class KnownReports {
  readonly #rows: KnownRow[];

  constructor(rows: readonly KnownRow[]) {
    this.#rows = rows.filter(({ draft }) => draft !== '');
  }

  /** The inspection that this file was imported into, or else that of the same provider which began on the same day. */
  find({ provider, inspection }: ImportedReport, sha256: string): HereAlready | null {
    const file = this.#rows.find(({ imported }) => imported.includes(sha256));
    if (file !== undefined) return double(file, 'file');
    if (provider === null || inspection.start === null) return null;
    const key = providerKey(provider);
    const same = this.#rows.find(
      (row) => row.start === inspection.start && providerKey(row.provider) === key,
    );
    return same === undefined ? null : double(same, 'inspection');
  }

  /** The inspection that Plumbline made a file of, where it is here. */
  exportOf(draft: string): HereAlready | null {
    const row = this.#rows.find((row) => row.draft === draft);
    return row === undefined ? null : double(row, 'export');
  }

  add(draft: string, { provider, inspection }: ImportedReport, sha256: string): void {
    const { start, end } = inspection;
    this.#rows.push({
      draft,
      provider: provider ?? '',
      start: start ?? '',
      end: end ?? '',
      imported: [sha256],
    });
  }
}

function double({ draft, provider, start, end }: KnownRow, same: ImportDouble['same']): HereAlready {
  return { draft, provider, start, end, same };
}

/** The open workspace's inspections, each with the files that were imported into it. */
export async function knownReports(scope: Scope): Promise<Result<KnownReports, CallError>> {
  const rows = await listDrafts(scope);
  return rows.ok ? done(new KnownReports(rows.value)) : rows;
}

/** Why a report on an inspection that is here was not imported, naming both, and what can be done. */
export function doubleWords(file: string, { provider, start, end, same }: HereAlready): string {
  const days = start === '' ? '' : `, ${dayWords(start)}${end === '' ? '' : ` to ${dayWords(end)}`}`;
  const here = `${inspectionName(provider)}${days}`;
  if (same === 'export')
    return `${file} is the report that Plumbline exported from ${here}. Nothing was imported yet. Choose whether what was changed in it becomes a new revision there, or the file another draft.`;
  return same === 'file'
    ? `${file} is here already: this very file was imported as ${here}. Nothing was imported. Open that inspection, or import the file as another.`
    : `${file} is a report on an inspection that is here already: ${here}. Nothing was imported. Open that inspection, add this report to it as a revision, or import the file as another.`;
}
