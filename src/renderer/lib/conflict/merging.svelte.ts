import type { MergeSpan } from '../../../shared/domain/comparison/merge-span.ts';
import type { NarrativeMergeView } from '../../../shared/ipc/views.ts';

/** How a person settles one collision. */
export type Choice = 'ours' | 'theirs' | 'both' | 'anew';

type Collision = Extract<MergeSpan, { kind: 'collision' }>;

/** A narrative being merged: its collisions, and how each is settled so far. */
export class Merging {
  readonly view: NarrativeMergeView;
  readonly collisions: readonly Collision[];
  /** The collision looked at, 0 for the first. */
  at = $state(0);
  choices = $state<(Choice | null)[]>([]);
  written = $state<string[]>([]);

  constructor(view: NarrativeMergeView) {
    this.view = view;
    this.collisions = view.spans.filter((span) => span.kind === 'collision');
    this.choices = this.collisions.map(() => null);
    this.written = this.collisions.map(({ before }) => before);
  }

  get open(): number {
    return this.choices.filter((choice) => choice === null).length;
  }

  choose(choice: Choice): void {
    this.choices[this.at] = choice;
  }

  step(by: number): void {
    this.at = Math.max(0, Math.min(this.collisions.length - 1, this.at + by));
  }

  /** The words of a collision as settled, or null while nobody has. */
  settled(index: number): string | null {
    const collision = this.collisions[index];
    const choice = this.choices[index] ?? null;
    if (collision === undefined || choice === null) return null;
    if (choice === 'anew') return this.written[index] ?? '';
    if (choice === 'both') return joined(collision.ours, collision.theirs);
    return collision[choice];
  }

  /** The spans with what was settled, for the preview: a collision still open has no text. */
  preview(): readonly {
    readonly text: string | null;
    readonly by: string;
    readonly collision: number | null;
  }[] {
    let index = -1;
    return this.view.spans.map((span) => {
      if (span.kind === 'text') return { text: span.text, by: span.by, collision: null };
      index += 1;
      return { text: this.settled(index), by: this.choices[index] ?? 'open', collision: index };
    });
  }

  /** The whole text; only where nothing is open. */
  text(): string {
    return this.preview()
      .map((piece) => piece.text ?? '')
      .join('');
  }
}

/** Both sides one after the other, with a space or the paragraph's own break between them. */
function joined(ours: string, theirs: string): string {
  return /\s$/.test(ours) || ours === '' || /^\s/.test(theirs) ? ours + theirs : `${ours} ${theirs}`;
}
