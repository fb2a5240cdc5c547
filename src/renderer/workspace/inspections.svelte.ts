import { count } from '../../shared/words.ts';
import type { DraftRow, VerificationView } from '../../shared/ipc/views.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ImportOutcome } from '../../shared/ipc/import-views.ts';
import type { ReportEdit } from '../../shared/report/report-edit.ts';
import type { ListFilter } from '../../shared/ipc/list-filter.ts';
import { groupedRows, isAskedFor, noFilter } from './filtered-rows.ts';
import { takeFiles } from '../lib/take-files.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { jobs } from '../lib/jobs.svelte.ts';
import { AccountOf } from './import-account.svelte.ts';
import { takeRows } from './take-rows.ts';
import { holdsRecords } from '../lib/offer.svelte.ts';
import { folder } from '../lib/folder.svelte.ts';

const sought = new WeakMap<DraftRow, string>();

/** What a row is found by, in small letters; made once for each row. */
function words(row: DraftRow): string {
  const known =
    sought.get(row) ??
    `${row.provider} ${row.leadInspector} ${row.framework ?? ''} ${row.draft}`.toLowerCase();
  sought.set(row, known);
  return known;
}

/** The list of inspections: what is in it, what is looked for, and what work on it found. */
export class InspectionList {
  /** Replaced as a whole: nothing in ten thousand rows is made reactive. */
  rows = $state.raw<readonly DraftRow[]>([]);
  loaded = $state(false);
  wanted = $state('');
  /** What of them is shown, and in which order. */
  filter = $state.raw<ListFilter>(noFilter);
  at = $state(0);
  /** How far the list is scrolled and how much of it is in sight, in CSS px: of a long list only that is drawn. */
  scrolled = $state(0);
  height = $state(800);
  imported = $state.raw<readonly ImportOutcome[] | null>(null);
  verified = $state<VerificationView | null>(null);
  /** The account that is shown: of a report before it comes in, or of one that came in. */
  account = $state.raw<AccountOf | null>(null);
  /** The reports that are read before they come in, by the grants that they were chosen by. */
  toRead = $state.raw<readonly string[]>([]);
  #read: Readonly<Record<string, AccountOf>> = {};
  /** What a person changed of each before it came in. */
  readonly #made = new WeakMap<ImportOutcome, readonly ReportEdit[]>();
  readonly #shown = new WeakMap<ImportOutcome, AccountOf>();

  readonly found = $derived.by(() => {
    const wanted = this.wanted.toLowerCase().split(/\s+/);
    return this.rows.filter(
      (row) => isAskedFor(row, this.filter) && wanted.every((word) => words(row).includes(word)),
    );
  });

  readonly grouped = $derived(groupedRows(this.found, this.filter.order));

  /** How many rows stand in the list or were put away. */
  readonly shelved = $derived(Map.groupBy(this.rows, ({ shelf }) => shelf));

  /** Looks at the list by what somebody asks for; the first row of it is gone to. */
  ask(change: Partial<ListFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.at = 0;
  }

  /** Shows all that stands in the list, by stage. */
  askNothing(): void {
    this.wanted = '';
    this.ask(noFilter);
  }

  /** How often the whole list was asked for, and the rows that came while the last answer was awaited. */
  #asked = 0;
  #came: DraftRow[] = [];

  /** In the order they are shown. */
  readonly ordered = $derived(this.grouped.flatMap((group) => group.rows));

  /** Shows what was verified here before at once, then what is there now. */
  async load(): Promise<void> {
    if (!this.loaded) {
      this.rows = (await app.attempt(() => call('listedBefore', {}))) ?? this.rows;
      this.loaded = this.rows.length > 0;
    }
    await this.#listDrafts();
    await folder.count();
  }

  /** Takes the whole list; of answers that overtake each other the one asked for last counts, with what came since. */
  async #listDrafts(): Promise<void> {
    const asked = (this.#asked += 1);
    this.#came = [];
    const rows = await app.attempt(() => call('listDrafts', {}));
    if (asked !== this.#asked) return;
    if (rows !== undefined) this.rows = takeRows(rows, this.#came);
    this.loaded = true;
  }

  /** Reads one draft's row anew, or the list where the draft is not in it any more. */
  async changed(draft: string | null): Promise<void> {
    const row = draft === null ? null : await app.attempt(() => call('listDraft', { draft }));
    if (row === null) await this.load();
    else if (row !== undefined) this.take([row]);
    await folder.count();
  }

  /** Puts rows in the place of what was shown of their drafts. */
  take(rows: readonly DraftRow[]): void {
    this.rows = takeRows(this.rows, rows);
    this.#came.push(...rows);
    this.loaded = true;
  }

  open(row: DraftRow | undefined): void {
    if (row !== undefined && row.draft !== '') app.go({ screen: 'evidence', draft: row.draft, area: '' });
  }

  async chooseReports(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'reports' }));
    if (files !== undefined && files.length > 0) await this.importFiles(files.map((file) => file.grant));
  }

  async dropped(files: readonly File[]): Promise<void> {
    // Files of records are shown before they are taken in, wherever on the window they fall.
    const reports = files.filter((file) => !holdsRecords(file.name));
    if (reports.length === 0) return;
    const grants = await app.attempt(() => takeFiles(reports));
    if (grants !== undefined && grants.length > 0) await this.importFiles(grants.map((file) => file.grant));
  }

  /** Reads reports that a person chooses, so that they see what each would become before it comes in. */
  async readReports(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'reports' }));
    if (files === undefined || files.length === 0) return;
    this.toRead = files.map(({ grant }) => grant);
    this.imported = null;
    await this.readNext(0);
  }

  /** Shows what the report chosen after this one, or so many after it, would become; the first comes after the last. */
  async readNext(by = 1): Promise<void> {
    const file = this.toRead[(this.readAt + by) % Math.max(1, this.toRead.length)];
    if (file === undefined) {
      this.account = null;
      return;
    }
    const read = this.#read[file] ?? (await this.#readFirst(file));
    if (read === null) this.toRead = [];
    else this.#read = { ...this.#read, [file]: read };
    this.account = read;
  }

  async #readFirst(file: string): Promise<AccountOf | null> {
    const outcome = await jobs.run('import', 'Reading …', () => call('previewReport', { file, edits: [] }));
    return outcome === undefined ? null : new AccountOf({ outcome, edits: [] });
  }

  /** Which of the reports chosen is shown, from 0. */
  get readAt(): number {
    return Math.max(
      0,
      this.toRead.findIndex((file) => this.#read[file] === this.account),
    );
  }

  /** Leaves the report that is shown out, and shows the next. */
  async leaveOut(): Promise<void> {
    const at = this.readAt;
    this.toRead = this.toRead.filter((_, other) => other !== at);
    this.account = null;
    await this.readNext(at);
  }

  /** Imports the report that is shown as it was settled, and shows the next. */
  async importRead(): Promise<void> {
    const { account } = this;
    const file = account?.outcome.again ?? null;
    if (account === null || account.isIn || file === null) return;
    const as = account.outcome.stage === 'published' ? 'published' : 'draft';
    const outcomes = await this.#import([file], { as, edits: [...account.edits] });
    if (outcomes === undefined) return;
    this.imported = [...(this.imported ?? []), ...outcomes];
    await this.leaveOut();
  }

  /** Shows what an imported report became, and what was done with it since. */
  showAccount(outcome: ImportOutcome): void {
    const account =
      this.#shown.get(outcome) ?? new AccountOf({ outcome, edits: this.#made.get(outcome) ?? [] });
    this.#shown.set(outcome, account);
    this.account = account;
  }

  /** Closes the account; reports that were not decided on are left out, until somebody goes back to them. */
  closeAccount(): void {
    const { account, toRead } = this;
    this.toRead = [];
    this.account = null;
    if (account === null || account.isIn || toRead.length === 0) return;
    app.offerUndo(
      `${count(toRead.length, 'report')} left out. Nothing of ${toRead.length === 1 ? 'it' : 'them'} was imported.`,
      () => {
        this.toRead = toRead;
        this.account = account;
      },
    );
  }

  async importFiles(files: string[]): Promise<void> {
    this.imported = (await this.#import(files)) ?? null;
  }

  /** Imports a report on an inspection that is here as a person said: as another inspection, or as a revision of it. */
  async importDouble(outcome: ImportOutcome, double: 'separate' | 'add'): Promise<void> {
    if (outcome.double === null) return;
    const { file, draft } = outcome.double;
    const edits = [...(this.#made.get(outcome) ?? [])];
    const how = double === 'add' ? { double, into: draft, edits } : { double, edits };
    const [made] = (await this.#import([file], how)) ?? [];
    if (made === undefined || this.imported === null) return;
    this.imported = this.imported.map((before) => (before === outcome ? made : before));
  }

  async #import(
    files: string[],
    how: Partial<Omit<CallInput<'importReports'>, 'files' | 'framework'>> = {},
  ): Promise<readonly ImportOutcome[] | undefined> {
    const outcomes = await jobs.run('import', `Reading ${count(files.length, 'file')} …`, () =>
      call('importReports', { files, framework: null, ...how }),
    );
    outcomes?.forEach((outcome) => this.#made.set(outcome, how.edits ?? []));
    await this.load();
    return outcomes;
  }

  async verify(): Promise<void> {
    const verified = await jobs.run('verify', 'Verifying …', () => call('verifyWorkspace', { draft: null }));
    this.verified = verified ?? null;
  }
}
