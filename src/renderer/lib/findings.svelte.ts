import type { FindingAct, FindingView } from '../../shared/ipc/finding-channels.ts';
import type { PersonView } from '../../shared/ipc/views.ts';
import { dayWords } from '../../shared/words.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { Latest } from './latest.ts';

/** The steps of a finding in their order, as the list beside it says them. */
export const findingSteps = [
  { step: 'assess', title: 'Self-assessment first' },
  { step: 'send', title: 'The finding is sent' },
  { step: 'answer', title: 'Agreed, or disagreed with reasons' },
  { step: 'plan', title: 'An action, with a name and a date' },
  { step: 'check', title: 'Check that the action worked' },
] as const;

/** What is done at each act: the button, and what the window says afterwards. */
export const actWords: Readonly<Record<FindingAct, { readonly button: string; readonly said: string }>> = {
  assess: { button: 'Give your self-assessment', said: 'Your self-assessment is given' },
  send: { button: 'Send the finding', said: 'The finding is sent' },
  answer: { button: 'Answer the finding', said: 'Your answer is signed' },
  plan: { button: 'Plan the action', said: 'The action is planned' },
  check: { button: 'Record the check', said: 'The check is recorded' },
  reopen: { button: 'Take it up again', said: 'The finding is taken up again' },
};

/** How a finding stands, in few words. */
export function standingOf({ step, due, action }: FindingView): string {
  const words = {
    assess: `Self-assessment by ${dayWords(due)}`,
    send: 'To be sent',
    answer: 'Sent, not answered yet',
    plan: 'Answered, no action yet',
    check: action === null ? '' : `Action by ${dayWords(action.due)}`,
    ended: 'Ended',
  };
  return words[step];
}

/** Findings that this person may see: those of an audit, or of a draft. */
export class Findings {
  rows = $state.raw<readonly FindingView[]>([]);
  people = $state.raw<readonly PersonView[]>([]);
  readonly #of: () => { readonly audit: string | null; readonly draft: string | null };
  readonly #latest = new Latest();

  constructor(of: () => { readonly audit: string | null; readonly draft: string | null }) {
    this.#of = of;
  }

  async load(): Promise<void> {
    const of = this.#of();
    const read = await this.#latest.attempt(async () => {
      const rows = await call('listFindings', of);
      return { rows, people: rows.length === 0 ? [] : await call('listPeople', {}) };
    });
    if (read === undefined) return;
    this.rows = read.rows;
    this.people = read.people;
  }

  nameOf(person: string): string {
    return this.people.find(({ id }) => id === person)?.card.name ?? 'someone unknown';
  }

  /** Takes a step, says that it was taken and reads anew; answers whether it was. */
  async act(said: string, work: () => Promise<unknown>): Promise<boolean> {
    if ((await app.attempt(work)) === undefined) return false;
    app.done(said);
    await this.load();
    return true;
  }
}
