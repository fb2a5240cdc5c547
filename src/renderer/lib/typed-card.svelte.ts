import type { PersonCard } from '../../shared/people/person.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';

/** A person's card while it is typed. */
export class TypedCard {
  name = $state('');
  post = $state('');
  registration = $state('');
  /** Null where they say nothing of it. */
  years = $state<number | null>(null);
  specialisms = $state('');

  constructor(card?: PersonCard) {
    if (card === undefined) return;
    this.name = card.name;
    this.post = card.post;
    this.registration = card.registration;
    this.years = card.years === 0 ? null : card.years;
    this.specialisms = card.specialisms?.join(', ') ?? '';
  }

  /** The card as it stands. */
  get card(): CallInput<'correctCard'>['card'] {
    const { name, post, registration } = this;
    const years = this.years ?? 0;
    return { name, post, registration, years, specialisms: specialismsFrom(this.specialisms) };
  }
}

/** Fields of practice from a line with commas between them, each said once. */
function specialismsFrom(line: string): string[] {
  const said = line.split(/[,;]/).map((part) => part.trim());
  return [...new Set(said.filter((part) => part !== ''))];
}
