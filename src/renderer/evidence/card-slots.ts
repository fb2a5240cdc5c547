import type { WeighedNote } from '../../shared/coverage/linked-evidence.ts';

/** A note and the card on the page that shows it. */
interface SlottedNote {
  readonly slot: number;
  readonly weighed: WeighedNote;
}

/**
 * Which card of the page shows which note. Under one criterion a note keeps its card, which may have the focus, and a card
 * never goes to another note; the cards of another criterion's notes are filled anew, first to last.
 */
export class CardSlots {
  #criterion = '';
  #slots = new Map<string, number>();
  #next = 0;

  of(criterion: string, notes: readonly WeighedNote[]): readonly SlottedNote[] {
    const before = criterion === this.#criterion ? this.#slots : new Map<string, number>();
    if (criterion !== this.#criterion) this.#next = 0;
    this.#criterion = criterion;
    const slotted = notes.map((weighed) => {
      const slot = before.get(weighed.note.id) ?? this.#next++;
      return { slot, weighed };
    });
    this.#slots = new Map(slotted.map(({ slot, weighed }) => [weighed.note.id, slot]));
    return slotted;
  }
}
