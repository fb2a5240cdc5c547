import type { Owed } from '../../shared/together/owed.ts';
import type { WaitingView } from '../../shared/ipc/together-views.ts';
import type { PersonView } from '../../shared/ipc/views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';
import { draftScreens } from '../lib/route.ts';
import { queue } from './queue.svelte.ts';

/** One row of the list: something owed in a draft, or a person whose phrase was not compared yet. */
export type Row =
  | { readonly kind: 'owed'; readonly draft: string; readonly provider: string; readonly owed: Owed }
  | { readonly kind: 'stranger'; readonly stranger: WaitingView['strangers'][number] };

/** What waits for this person across drafts. */
export class Waiting {
  view = $state.raw<WaitingView | null>(null);
  at = $state(0);
  comparing = $state.raw<PersonView | null>(null);
  readonly #latest = new Latest();

  get rows(): readonly Row[] {
    const owed = (this.view?.drafts ?? []).flatMap(({ draft, provider, owed: all }) =>
      all.map((item): Row => ({ kind: 'owed', draft, provider, owed: item })),
    );
    const strangers = this.view?.strangers ?? [];
    return [...owed, ...strangers.map((stranger): Row => ({ kind: 'stranger', stranger }))];
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
    if (row.owed.kind === 'import') app.showsImports = true;
    const name: string = screen;
    const known = draftScreens.find((screen) => screen === name) ?? 'finalise';
    app.go({ screen: known, draft: row.draft, area });
  }
}
