import type { CallInput } from '../../shared/ipc/contract.ts';
import type { DraftSession } from '../lib/draft-session.svelte.ts';
import { interestSentence } from '../../shared/moderation/interest-declared.ts';
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
  /** By when members lodge; '' where no day is set. */
  due = $state('');

  readonly #draft: DraftSession;

  constructor(draft: DraftSession) {
    this.#draft = draft;
    const roles = this.#draft.state?.roles ?? [];
    this.members = this.able.filter(
      (person) =>
        person === this.self ||
        roles.some((grant) => grant.person === person && panelRoles.includes(grant.role)),
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
    const state = this.#draft.state;
    if (state === undefined) return [];
    const people = state.roles.filter(({ role }) => grading.includes(role)).map((grant) => grant.person);
    return once([...people, state.owner]);
  }

  get deputiesAble(): readonly string[] {
    const roles = this.#draft.state?.roles ?? [];
    const deputies = roles.filter(({ role }) => role === 'deputy').map(({ person }) => person);
    return once(deputies).filter((person) => person !== this.self);
  }

  /** Members without those an interest keeps out. */
  get participants(): string[] {
    return this.members.filter((person) => !this.out(person));
  }

  /** What a round that is opened says of its people and its day. */
  get chosen(): Pick<CallInput<'openRound'>, 'participants' | 'deputies' | 'quorum' | 'due'> {
    const { participants, deputies, due } = this;
    const quorum = Math.min(this.quorum, participants.length);
    return { participants, deputies: [...deputies], quorum, due: due === '' ? null : due };
  }

  out(person: string): boolean {
    return (this.#draft.state?.moderation.interests ?? []).some(
      (interest) => interest.person === person && interest.excludes,
    );
  }

  /** What a person declared, in words. */
  declared(person: string): string {
    const own = this.#draft.state?.moderation.interests.find((each) => each.person === person);
    const sentences = (own?.interests ?? []).map(interestSentence).join('; ');
    if (own?.excludes === true) return `Out. ${sentences}`;
    if (own?.declared !== true) return `Nothing declared yet${sentences === '' ? '' : `. ${sentences}`}`;
    return own.interests.length === 0 ? 'Declared none' : `Keeps nobody out. ${sentences}`;
  }

  /** What is still needed of people before a round can be opened. */
  get missing(): readonly string[] {
    const interests = this.#draft.state?.moderation.interests ?? [];
    const silent = once([this.self, ...this.deputies, ...this.members]).filter(
      (person) => !interests.some((each) => each.person === person && each.declared),
    );
    return [
      this.participants.length < 2 ? 'choose two members' : '',
      this.deputies.length === 0 ? 'name a deputy' : '',
      silent.length > 0
        ? `wait for declarations of ${silent.map((person) => this.#draft.personName(person)).join(', ')}`
        : '',
    ].filter((need) => need !== '');
  }
}
