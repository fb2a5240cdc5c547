import type { CallInput } from '../../shared/ipc/contract.ts';
import type { AddedCards, ColleaguesView } from '../../shared/ipc/colleague-channels.ts';
import type { Known } from '../../shared/people/known-people.ts';
import type { VouchingRule } from '../../shared/workspace/vouching-ruled.ts';
import { count, listOf } from '../../shared/words.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { takeFiles } from '../lib/take-files.ts';

/** One person of the workspace. */
export type Colleague = ColleaguesView['people'][number];

/** The groups of the list, in the order in which somebody is wanted there. */
export const groups = [
  { id: 'distrusted', title: 'Distrusted', hows: ['distrusted'] },
  { id: 'not-yet', title: 'Not verified', hows: ['not-yet'] },
  { id: 'verified', title: 'Verified', hows: ['self', 'compared', 'vouched', 'sample'] },
] as const satisfies readonly { id: string; title: string; hows: readonly Known['how'][] }[];

/** Whom the list shows: everybody, a group, those without a device that counts, or one panel. */
export type Shown = 'all' | 'not-yet' | 'distrusted' | 'no-device' | `panel ${string}`;

/** What adding cards came to, as a sentence or several. */
export function addedWords({ added, known, refused }: AddedCards): string {
  const parts = [
    added.length === 0 ? '' : `${listOf(added)} ${added.length === 1 ? 'was' : 'were'} added.`,
    known.length === 0 ? '' : `${listOf(known)} ${known.length === 1 ? 'was' : 'were'} here already.`,
    ...refused.map(({ name, why }) => (name === '' ? why : `${name} was not added: ${why}`)),
    added.length === 0 ? '' : 'Check that it is really them before you rely on a card.',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What the screen of a workspace's people shows. */
export class Colleagues {
  view = $state.raw<ColleaguesView | null>(null);
  /** The person looked at; '' for none. */
  current = $state('');
  find = $state('');
  shown = $state<Shown>('all');
  /** The invitation to this workspace, as one line. */
  invitation = $state('');

  /** Reads the people anew. */
  async load(): Promise<void> {
    const view = await app.attempt(() => call('listColleagues', {}));
    if (view !== undefined) this.view = view;
    if (this.invitation === '')
      this.invitation = (await app.attempt(() => call('makeInvitation', {})))?.line ?? '';
    if (!this.people.some(({ id }) => id === this.current))
      this.current = (this.people.find(({ known }) => known.how === 'not-yet') ?? this.people[0])?.id ?? '';
  }

  /** Everybody whom the words find, in the order of the groups. */
  get people(): readonly Colleague[] {
    const words = this.find.trim().toLowerCase();
    const all = this.view?.people ?? [];
    const fits = all
      .filter((person) => this.#isShown(person, this.shown))
      .filter(({ card }) => `${card.name} ${card.post}`.toLowerCase().includes(words));
    return groups.flatMap((group) => this.inGroup(group.hows, fits));
  }

  #isShown({ id, known, devices }: Colleague, shown: Shown): boolean {
    switch (shown) {
      case 'all':
        return true;
      case 'not-yet':
      case 'distrusted':
        return known.how === shown;
      case 'no-device':
        return devices.every(({ revoked }) => revoked);
      default:
        return this.ofPanel(shown.slice('panel '.length)).includes(id);
    }
  }

  /** The ways of looking at the list that are no panels, with how many each shows. */
  get ways(): readonly { readonly id: Shown; readonly title: string; readonly people: number }[] {
    const all = this.view?.people ?? [];
    return (
      [
        ['all', 'Everybody'],
        ['not-yet', 'Not verified yet'],
        ['distrusted', 'Distrusted'],
        ['no-device', 'No device in use'],
      ] as const
    ).map(([id, title]) => ({
      id,
      title,
      people: all.filter((person) => this.#isShown(person, id)).length,
    }));
  }

  /** Everybody who has a seat on a panel. */
  ofPanel(id: string): readonly string[] {
    const panel = this.view?.panels.find((each) => each.panel === id);
    if (panel === undefined) return [];
    const { chair, deputies, members, qa, arbiters = [] } = panel;
    const seated = [chair === null ? [] : [chair], deputies, members, qa, arbiters].flat();
    return seated.filter((person, at) => seated.indexOf(person) === at);
  }

  /** Shows what a list of ways has under this name. */
  showCalled(name: string): void {
    const way = this.ways.find(({ id }) => id === name);
    const panel = this.view?.panels.find((each) => `panel ${each.panel}` === name);
    if (way !== undefined) this.show(way.id);
    else if (panel !== undefined) this.show(`panel ${panel.panel}`);
  }

  show(shown: Shown): void {
    this.shown = shown;
    if (!this.people.some(({ id }) => id === this.current)) this.current = this.people[0]?.id ?? '';
  }

  /** Those of a group among people. */
  inGroup(hows: readonly Known['how'][], people = this.people): readonly Colleague[] {
    return people.filter(({ known }) => hows.includes(known.how));
  }

  get person(): Colleague | null {
    return this.people.find(({ id }) => id === this.current) ?? null;
  }

  step(by: number): void {
    const at = this.people.findIndex(({ id }) => id === this.current);
    const next = this.people[at + by];
    if (next === undefined) return;
    this.current = next.id;
    app.say(next.card.name);
  }

  nameOf(id: string): string {
    return this.view?.people.find((person) => person.id === id)?.card.name ?? 'somebody unknown';
  }

  /** How somebody is known, and by whom. */
  knownWords({ known }: Colleague): { readonly title: string; readonly detail: string } {
    const names = (ids: readonly string[]): string => listOf(ids.map((id) => this.nameOf(id)));
    switch (known.how) {
      case 'self':
        return { title: 'You', detail: '' };
      case 'compared':
        return {
          title: 'Compared by you',
          detail:
            known.doubtedBy.length === 0 ? '' : `${names(known.doubtedBy)} found that the digits differ`,
        };
      case 'vouched':
        return { title: `Vouched for by ${names(known.vouchedBy)}`, detail: '' };
      case 'sample':
        return { title: 'Fictional', detail: 'Made up for the sample' };
      case 'distrusted':
        return { title: 'Distrusted', detail: `The digits differed for ${names(known.doubtedBy)}` };
      case 'not-yet':
        return { title: 'Not yet', detail: 'Read the digits with them' };
    }
  }

  /** What somebody is in the workspace: its administrator, and their seats on panels, which are their roles by default. */
  rolesOf(id: string): readonly { readonly title: string; readonly panel: string }[] {
    const { people = [], panels = [] } = this.view ?? {};
    const seats = panels.flatMap(({ name, chair, deputies, members, qa, arbiters = [] }) =>
      (
        [
          ['Chair', chair === null ? [] : [chair]],
          ['Deputy', deputies],
          ['Member', members],
          ['Quality assurance', qa],
          ['Arbiter', arbiters],
        ] as const
      ).flatMap(([title, seated]) => (seated.includes(id) ? [{ title, panel: name }] : [])),
    );
    const administers = people.some((person) => person.id === id && person.administers);
    return [...(administers ? [{ title: 'Administrator', panel: '' }] : []), ...seats];
  }

  async saveInvitation(): Promise<void> {
    const saved = await app.attempt(() => call('saveInvitation', {}));
    if (saved != null) app.tell('ok', `${saved.name} was saved. Send it to whom you invite.`);
  }

  async chooseCards(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'cards' }));
    if (files !== undefined && files.length > 0) await this.#add({ files: files.map(({ grant }) => grant) });
  }

  /** Adds the cards that were dropped, whatever else lay beside them in a folder. */
  async dropCards(files: readonly File[]): Promise<void> {
    const cards = files.filter(({ name }) => /\.card$/i.test(name));
    if (cards.length === 0) {
      app.refuse('warn', 'There is no card among these files: a card’s name ends in .card.');
      return;
    }
    const grants = await app.attempt(() => takeFiles(cards));
    if (grants !== undefined) await this.#add({ files: grants.map(({ grant }) => grant) });
  }

  /** Adds the cards in a text that was pasted; answers whether any was in it. */
  addText(text: string): Promise<boolean> {
    return this.#add({ text });
  }

  async #add(cards: CallInput<'addCards'>): Promise<boolean> {
    const added = await app.attempt(() => call('addCards', cards));
    if (added === undefined) return false;
    app.tell(added.refused.length === 0 ? 'ok' : 'warn', addedWords(added));
    // Whoever came in is to be checked next.
    if (added.added.length > 0) this.current = '';
    await this.load();
    return true;
  }

  async importRoster(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'evidence' }));
    const file = files?.[0];
    if (file === undefined) return;
    const read = await app.attempt(() => call('importRoster', { file: file.grant }));
    if (read === undefined) return;
    app.tell('ok', `The roster names ${count(read.people, 'person', 'people')}.`);
    await this.load();
  }

  async vouch(person: string): Promise<void> {
    if ((await app.attempt(() => call('vouchForPerson', { person }))) !== undefined)
      app.done(`You vouch for ${this.nameOf(person)}`);
    await this.load();
  }

  async rule(rule: VouchingRule): Promise<void> {
    if ((await app.attempt(() => call('ruleVouching', { rule }))) !== undefined)
      app.done('Whose vouching counts was changed');
    await this.load();
  }
}
