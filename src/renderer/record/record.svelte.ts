import type { TrailKind } from '../../shared/records/kind-declaration.ts';
import type { TrailStep } from '../../shared/together/trail.ts';
import type { TrailView } from '../../shared/ipc/trail-views.ts';
import { call } from '../lib/call.ts';
import { Answer } from '../lib/when-changed.svelte.ts';

/** What the kinds of a trail are called. */
export const kindTitles: Readonly<Record<TrailKind, string>> = {
  grade: 'Grades given',
  evidence: 'Evidence',
  weighing: 'Weighing',
  text: 'Text and details',
  panel: 'The panel',
  finalising: 'Finalising',
  people: 'People and roles',
};

/** How many rows are shown at once; more are asked for. */
const atOnce = 300;

/** The trail of the open draft, and what of it is shown. */
export class Trail {
  readonly #answer: Answer<TrailView>;
  /** True for the steps towards the grades alone. */
  stepsOnly = $state(true);
  area = $state('');
  person = $state('');
  kind = $state<TrailKind | ''>('');
  words = $state('');
  most = $state(atOnce);

  /** `question` names the draft and how many records it has: the trail is read anew with every record. */
  constructor(question: () => string | null) {
    this.#answer = new Answer(
      question,
      (asked) => call('readTrail', { draft: asked.split(' ')[0] ?? '' }),
      true,
    );
  }

  get steps(): readonly TrailStep[] {
    return this.#answer.value?.steps ?? [];
  }

  get loaded(): boolean {
    return this.#answer.answered;
  }

  get found(): readonly TrailStep[] {
    const wanted = this.words.trim().toLocaleLowerCase('en-GB');
    return this.steps.filter(
      (step) =>
        (!this.stepsOnly || step.isStep) &&
        (this.area === '' || step.areas.length === 0 || step.areas.includes(this.area)) &&
        (this.person === '' || step.author === this.person) &&
        (this.kind === '' || step.kind === this.kind) &&
        (wanted === '' || `${step.sentence} ${step.record}`.toLocaleLowerCase('en-GB').includes(wanted)),
    );
  }

  get shown(): readonly TrailStep[] {
    return this.found.slice(0, this.most);
  }

  more(): void {
    this.most += atOnce;
  }
}
