import type { TrailKind, TrailStep } from '../../../shared/domain/together/trail.ts';
import { app } from '../../lib/app-state.svelte.ts';
import { call } from '../../lib/call.ts';

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
  steps = $state.raw<readonly TrailStep[]>([]);
  loaded = $state(false);
  /** True for the steps towards the grades alone. */
  stepsOnly = $state(true);
  area = $state('');
  person = $state('');
  kind = $state<TrailKind | ''>('');
  words = $state('');
  most = $state(atOnce);

  get found(): readonly TrailStep[] {
    const wanted = this.words.trim().toLocaleLowerCase('en-GB');
    return this.steps.filter(
      (one) =>
        (!this.stepsOnly || one.isStep) &&
        (this.area === '' || one.areas.length === 0 || one.areas.includes(this.area)) &&
        (this.person === '' || one.author === this.person) &&
        (this.kind === '' || one.kind === this.kind) &&
        (wanted === '' || `${one.told} ${one.record}`.toLocaleLowerCase('en-GB').includes(wanted)),
    );
  }

  get shown(): readonly TrailStep[] {
    return this.found.slice(0, this.most);
  }

  more(): void {
    this.most += atOnce;
  }

  async load(draft: string): Promise<void> {
    const view = await app.attempt(() => call('readTrail', { draft }));
    if (view !== undefined) this.steps = view.steps;
    this.loaded = true;
  }
}
