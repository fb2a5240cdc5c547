import type { DraftRow, ImportOutcome, VerificationView } from '../../../shared/ipc/views.ts';
import { app } from '../../lib/app-state.svelte.ts';
import { call } from '../../lib/call.ts';
import { holdsRecords } from '../../lib/offer.svelte.ts';

const groups = [
  { id: 'problem', title: 'Cannot be read whole' },
  { id: 'moderation', title: 'In moderation' },
  { id: 'factual-accuracy', title: 'Factual accuracy' },
  { id: 'drafting', title: 'Drafting' },
  { id: 'fieldwork', title: 'Fieldwork' },
  { id: 'sealed', title: 'Final' },
] as const;

function groupOf(row: DraftRow): string {
  if (row.problem !== null) return 'problem';
  if (row.standing === 'sealed') return 'sealed';
  return groups.some((group) => group.id === row.stage) ? row.stage : 'drafting';
}

/** The list of inspections: what is in it, what is looked for, and long work on it. */
export class InspectionList {
  rows = $state<readonly DraftRow[]>([]);
  loaded = $state(false);
  wanted = $state('');
  at = $state(0);
  progress = $state('');
  imported = $state<readonly ImportOutcome[] | null>(null);
  verified = $state<VerificationView | null>(null);

  get found(): readonly DraftRow[] {
    const words = this.wanted.toLowerCase().split(/\s+/);
    return this.rows.filter((row) =>
      words.every((word) =>
        `${row.provider} ${row.leadInspector} ${row.framework ?? ''} ${row.draft}`
          .toLowerCase()
          .includes(word),
      ),
    );
  }

  get grouped(): readonly { readonly title: string; readonly rows: readonly DraftRow[] }[] {
    return groups
      .map((group) => ({ title: group.title, rows: this.found.filter((row) => groupOf(row) === group.id) }))
      .filter((group) => group.rows.length > 0);
  }

  /** In the order they are shown. */
  get ordered(): readonly DraftRow[] {
    return this.grouped.flatMap((group) => group.rows);
  }

  async load(): Promise<void> {
    this.rows = (await app.attempt(() => call('listDrafts', {}))) ?? this.rows;
    this.loaded = true;
    this.progress = '';
  }

  open(row: DraftRow | undefined): void {
    if (row !== undefined && row.draft !== '') app.go({ screen: 'evidence', draft: row.draft, area: '' });
  }

  async chooseReports(): Promise<void> {
    const files = await app.attempt(() => call('chooseFiles', { purpose: 'reports' }));
    if (files !== undefined && files.length > 0) await this.importFiles(files.map((file) => file.grant));
  }

  async dropped(files: readonly File[]): Promise<void> {
    // Files of records are shown before they are taken in, wherever on the window they fall.
    const reports = files.filter((file) => !holdsRecords(file.name));
    if (reports.length === 0) return;
    const grants = await app.attempt(() => window.plumbline.takeFiles(reports));
    if (grants !== undefined && grants.length > 0) await this.importFiles(grants.map((file) => file.grant));
  }

  async importFiles(files: string[]): Promise<void> {
    this.progress = `Reading ${files.length} ${files.length === 1 ? 'file' : 'files'} …`;
    this.imported = (await app.attempt(() => call('importReports', { files, framework: null }))) ?? null;
    await this.load();
  }

  async verify(): Promise<void> {
    this.progress = 'Verifying …';
    this.verified = (await app.attempt(() => call('verifyWorkspace', { draft: null }))) ?? null;
    this.progress = '';
  }
}
