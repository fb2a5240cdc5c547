import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { app } from '../lib/app-state.svelte.ts';

const grading = ['lead', 'inspector', 'panel', 'chair', 'deputy'];
const panelRoles = ['panel', 'chair', 'deputy'];

function once(people: readonly string[]): readonly string[] {
  return people.filter((person, at) => people.indexOf(person) === at);
}

/** Who is to take part in a round that is being opened, and who is to hold its key beside the chair. */
export class RoundPeople {
  members = $state<string[]>([]);
  deputies = $state<string[]>([]);
  quorum = $state(2);

  readonly #draft: DraftSession;

  constructor(draft: DraftSession) {
    this.#draft = draft;
    const roles = this.#draft.view?.state.roles ?? [];
    this.members = this.able.filter(
      (person) =>
        person === this.self || roles.some((one) => one.person === person && panelRoles.includes(one.role)),
    );
    this.deputies = this.deputiesAble.slice(0, 1);
    this.quorum = Math.max(2, this.members.length);
  }

  /** This window's person. */
  get self(): string {
    return app.start?.person?.id ?? '';
  }

  /** Whoever has a role that weighs evidence. */
  get able(): readonly string[] {
    const state = this.#draft.view?.state;
    if (state === undefined) return [];
    const people = state.roles.filter((one) => grading.includes(one.role)).map((one) => one.person);
    return once([...people, state.owner]);
  }

  get deputiesAble(): readonly string[] {
    const roles = this.#draft.view?.state.roles ?? [];
    const deputies = roles.filter((one) => one.role === 'deputy').map((one) => one.person);
    return once(deputies).filter((person) => person !== this.self);
  }

  /** Members without those an interest keeps out. */
  get participants(): string[] {
    return this.members.filter((person) => !this.out(person));
  }

  out(person: string): boolean {
    return (this.#draft.view?.state.moderation.interests ?? []).some(
      (one) => one.person === person && one.excludes,
    );
  }

  /** What a person declared, in words. */
  declared(person: string): string {
    const own = this.#draft.view?.state.moderation.interests.find((one) => one.person === person);
    if (own === undefined) return 'Nothing declared yet';
    if (own.excludes) return 'Out: declared an interest that excludes';
    return own.interests.length === 0 ? 'Declared none' : 'Declared one that does not exclude';
  }

  /** What is still needed of people before a round can be opened. */
  get missing(): readonly string[] {
    const interests = this.#draft.view?.state.moderation.interests ?? [];
    const silent = once([this.self, ...this.deputies, ...this.members]).filter(
      (person) => !interests.some((one) => one.person === person),
    );
    return [
      this.participants.length < 2 ? 'choose two members' : '',
      this.deputies.length === 0 ? 'name a deputy: grant somebody the role on People' : '',
      silent.length > 0
        ? `wait for declarations of ${silent.map((one) => this.#draft.personName(one)).join(', ')}`
        : '',
    ].filter((one) => one !== '');
  }
}
