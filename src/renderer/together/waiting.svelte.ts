import type { Owed } from '../../shared/together/owed.ts';
import type { WaitingView } from '../../shared/ipc/together-views.ts';
import type { PersonView } from '../../shared/ipc/views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';
import { draftScreens } from '../lib/route.ts';
import { dayWords } from '../../shared/words.ts';
import { queue } from './queue.svelte.ts';

/** One row of the list: something owed in a draft, or a person whose phrase was not compared yet. */
export type Row =
  | { readonly kind: 'owed'; readonly draft: string; readonly provider: string; readonly owed: Owed }
  | { readonly kind: 'stranger'; readonly stranger: WaitingView['strangers'][number] };

/** The rows of one day, those whose day has passed, or those for which nobody named one. */
interface RowGroup {
  /** The day, or 'late', 'open' or 'people'. */
  readonly id: string;
  readonly title: string;
  readonly isLate: boolean;
  readonly rows: readonly Row[];
}

function owedIn({ drafts }: WaitingView): readonly Extract<Row, { kind: 'owed' }>[] {
  return drafts.flatMap(({ draft, provider, owed }) =>
    owed.map((item) => ({ kind: 'owed' as const, draft, provider, owed: item })),
  );
}

/** What waits, by the day on which it is due: what is late first, then day by day, then what has none. */
export function groupedByDay(view: WaitingView): readonly RowGroup[] {
  const rows = owedIn(view);
  const late = rows.filter(({ owed: { due } }) => due !== null && due < view.today);
  const dated = rows.filter(({ owed: { due } }) => due !== null && due >= view.today);
  const open = rows.filter(({ owed: { due } }) => due === null);
  const byDue = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    (a.owed.due ?? '').localeCompare(b.owed.due ?? '');
  const days = Map.groupBy(dated.toSorted(byDue), ({ owed }) => owed.due ?? '');
  const strangers = view.strangers.map((stranger): Row => ({ kind: 'stranger', stranger }));
  const groups: readonly RowGroup[] = [
    { id: 'late', title: 'Late', isLate: true, rows: late.toSorted(byDue) },
    ...[...days].map(([day, due]) => ({
      id: day,
      title: day === view.today ? `Today, ${dayWords(day)}` : dayWords(day),
      isLate: false,
      rows: due,
    })),
    { id: 'open', title: 'No day set', isLate: false, rows: open },
    { id: 'people', title: 'People to check', isLate: false, rows: strangers },
  ];
  return groups.filter(({ rows: some }) => some.length > 0);
}

/** What waits for this person across drafts: one for the window, whose bar counts it. */
export class Waiting {
  view = $state.raw<WaitingView | null>(null);
  at = $state(0);
  comparing = $state.raw<PersonView | null>(null);
  readonly #latest = new Latest();

  /** Made once for a view: rows are told apart by being the same, here and on the screen. */
  readonly groups = $derived<readonly RowGroup[]>(this.view === null ? [] : groupedByDay(this.view));
  readonly rows = $derived<readonly Row[]>(this.groups.flatMap(({ rows }) => rows));

  /** Forgets what waited in a workspace that is open no longer. */
  clear(): void {
    this.view = null;
    this.at = 0;
  }

  async load(): Promise<void> {
    this.view = (await this.#latest.attempt(() => call('whatWaits', { for: 'me' }))) ?? this.view;
    this.at = Math.max(0, Math.min(this.at, this.rows.length - 1));
  }

  /** Goes to where a row is done. */
  async open(row: Row | undefined): Promise<void> {
    if (row === undefined) return;
    if (row.kind === 'stranger') {
      const people = await app.attempt(() => call('listPeople', {}));
      this.comparing = people?.find((person) => person.id === row.stranger.person) ?? null;
      if (people !== undefined && this.comparing === null) {
        app.refuse(
          'warn',
          'The card of this person is not in the workspace, so there is no phrase to compare. Ask them for their card, and add it under People.',
        );
      }
      return;
    }
    const { screen, area, subject } = row.owed;
    if (screen === 'conflicts') {
      queue.wanted = { draft: row.draft, field: subject };
      app.go({ screen: 'conflicts' });
      return;
    }
    if (screen === 'audits') {
      app.go({ screen });
      return;
    }
    if (row.owed.kind === 'import') app.showsImports = true;
    const name: string = screen;
    const known = draftScreens.find((screen) => screen === name) ?? 'finalise';
    app.go({ screen: known, draft: row.draft, area });
  }
}

/** What waits, as this window knows it. */
export const waiting = new Waiting();
