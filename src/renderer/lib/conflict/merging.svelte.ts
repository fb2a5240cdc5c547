import { z } from 'zod';
import type { MergeSpan } from '../../../shared/text/merge-span.ts';
import type { NarrativeMergeView } from '../../../shared/ipc/views.ts';

import type { DraftSession } from '../draft-session.svelte.ts';
import { KeptForm } from '../kept-form.svelte.ts';

const choiceShape = z.enum(['ours', 'theirs', 'both', 'anew']);
/** How a person settles one collision. */
export type Choice = z.infer<typeof choiceShape>;

const settledShape = z.object({ choices: z.array(choiceShape.nullable()), written: z.array(z.string()) });
type Settled = z.infer<typeof settledShape>;

type Collision = Extract<MergeSpan, { kind: 'collision' }>;

/** A narrative being merged: its collisions, and how each is settled so far. */
export class Merging {
  readonly view: NarrativeMergeView;
  readonly collisions: readonly Collision[];
  /** The collision looked at, 0 for the first. */
  at = $state(0);
  choices = $state<(Choice | null)[]>([]);
  written = $state<string[]>([]);

  readonly #kept: KeptForm<Settled>;
  /** Whether what was settled before was read: before, an empty form would be kept over it. */
  #ready = false;

  constructor(draft: Pick<DraftSession, 'id'>, view: NarrativeMergeView) {
    this.view = view;
    this.collisions = view.spans.filter((span) => span.kind === 'collision');
    this.#fill(this.#blank());
    const sides = view.sides.map(({ record }) => record.slice(0, 16)).join('-');
    this.#kept = new KeptForm<Settled>(draft, {
      title: 'Text written in the place of two',
      slot: () => `settled-${sides}`,
      shape: settledShape,
      blank: () => this.#blank(),
      words: ({ choices, written }) => written.filter((_text, at) => choices[at] === 'anew').join('\n\n'),
    });
  }

  /** What is settled so far. */
  readonly filledIn: Settled = $derived({ choices: this.choices, written: this.written });

  /** Shows what was settled of these two texts before and never saved. */
  async begin(): Promise<void> {
    const before = await this.#kept.begin();
    this.#ready = true;
    const touched = JSON.stringify(this.filledIn) !== JSON.stringify(this.#blank());
    if (touched) this.keep();
    else if (before.choices.length === this.collisions.length) this.#fill(before);
  }

  /** Keeps what is settled so far. */
  keep(): void {
    if (this.#ready) this.#kept.keep($state.snapshot(this.filledIn));
  }

  leave(): Promise<void> {
    return this.#kept.leave();
  }

  /** Forgets what was settled: it is saved. */
  clear(): Promise<void> {
    this.#ready = false;
    return this.#kept.clear();
  }

  #blank(): Settled {
    return { choices: this.collisions.map(() => null), written: this.collisions.map(({ before }) => before) };
  }

  #fill({ choices, written }: Settled): void {
    this.choices = choices;
    this.written = written;
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
