import type { AuditRow, AuditView, DrawView } from '../../shared/ipc/audit-channels.ts';
import type { PersonView } from '../../shared/ipc/views.ts';
import type { DrawStep } from '../../shared/audits/fold-draw.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import type { ReadingPlace } from './reading.svelte.ts';

/** What a draw waits for, as it is said of it. */
export const stepWords: Readonly<Record<DrawStep, string>> = {
  confirm: 'Waits for the second signature',
  lodge: 'Contributions are being lodged',
  wait: 'Waits for the moment',
  open: 'Contributions are being opened',
  read: 'Waits for two who read the same number',
  draw: 'Ready to be drawn',
  drawn: 'Drawn',
  abandoned: 'Abandoned',
};

/** What the screen of audits shows. */
export class Audits {
  rows = $state.raw<readonly AuditRow[] | null>(null);
  view = $state.raw<AuditView | null>(null);
  people = $state.raw<readonly PersonView[]>([]);
  /** The drawn judgment that is read; null where the audit itself is looked at. */
  reading = $state.raw<ReadingPlace | null>(null);

  /** The draw whose figures are looked at; null where none are. */
  figuresOf = $state.raw<{ readonly audit: string; readonly frame: string } | null>(null);

  /** Reads the list, and the audit that is looked at, anew. */
  async load(): Promise<void> {
    const read = await app.attempt(async () => ({
      rows: await call('listAudits', {}),
      people: await call('listPeople', {}),
    }));
    if (read === undefined) return;
    this.rows = read.rows;
    this.people = read.people;
    const shown = read.rows.find(({ audit }) => audit === this.view?.audit) ?? read.rows[0];
    if (shown !== undefined) await this.open(shown.audit);
  }

  async open(audit: string): Promise<void> {
    const view = await app.attempt(() => call('openAudit', { audit }));
    if (view !== undefined) this.view = view;
  }

  /** Goes to a drawn judgment that is this person's to read. */
  read(place: ReadingPlace): void {
    this.reading = place;
  }

  /** Goes to the figures of a draw, or back from them. */
  showFigures(place: { readonly audit: string; readonly frame: string } | null): void {
    this.figuresOf = place;
  }

  /** Comes back from it, with what it changed. */
  async leave(): Promise<void> {
    this.reading = null;
    await this.load();
  }

  /** The audit after or before the one that is looked at. */
  async step(by: number): Promise<void> {
    const rows = this.rows ?? [];
    const at = rows.findIndex(({ audit }) => audit === this.view?.audit);
    const next = rows[at + by];
    if (next === undefined) {
      app.say(by > 0 ? 'This is the last audit' : 'This is the first audit');
      return;
    }
    await this.open(next.audit);
    document.getElementById(`audit-${next.audit}`)?.focus();
  }

  nameOf(person: string): string {
    return this.people.find(({ id }) => id === person)?.card.name ?? 'someone unknown';
  }

  /** Does a step, says that it was done and reads anew; answers whether it was. */
  async act(said: string, work: () => Promise<unknown>): Promise<boolean> {
    if ((await app.attempt(work)) === undefined) return false;
    app.done(said);
    await this.load();
    return true;
  }

  /** When the next moment comes that a draw waits for, in ms since 1970; null where none does. */
  get nextMoment(): number | null {
    const waiting = this.view?.draws.filter(({ step }) => step === 'wait') ?? [];
    return waiting.length === 0 ? null : Math.min(...waiting.map(({ moment }) => Date.parse(moment)));
  }

  /** Does what the draw waits for, where this person may. */
  async next({ frame, may }: DrawView): Promise<void> {
    const audit = this.view?.audit ?? '';
    if (may.includes('confirm'))
      await this.act('The frame is confirmed', () => call('confirmFrame', { audit, frame }));
    else if (may.includes('lodge'))
      await this.act('Your contribution is lodged', () => call('lodgeContribution', { audit, frame }));
    else if (may.includes('open'))
      await this.act('Your contribution is opened', () => call('openContribution', { audit, frame }));
    else if (may.includes('draw'))
      await this.act('The sample is drawn', () => call('drawSample', { audit, frame }));
  }
}
