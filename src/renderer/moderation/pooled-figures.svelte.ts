import type { AgreementFilter, PooledAgreementView } from '../../shared/ipc/agreement-views.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';
import { Latest } from '../lib/latest.ts';
import type { PictureFormat } from './plots/draw-picture.ts';

const nothingAsked: AgreementFilter = { scale: '', framework: '', area: '', panel: '', from: '', to: '' };
/** The same draws for everybody, so that two people who ask the same read the same intervals. */
const seed = 1;

/** The figures of the rounds that were asked for, from a workspace or from a draft of it, which asks for its framework. */
export class PooledFigures {
  filter = $state.raw(nothingAsked);
  view = $state.raw<PooledAgreementView | null>(null);
  /** Whether an answer is on its way. */
  reading = $state(false);
  /** Whether plots stand as tables. */
  tables = $state(false);
  readonly #latest = new Latest();

  constructor(framework = '') {
    this.filter = { ...nothingAsked, framework };
  }

  get isFiltered(): boolean {
    const { framework, area, panel, from, to } = this.filter;
    return [framework, area, panel, from, to].some((part) => part !== '');
  }

  /** Asks for something else in some parts. Another framework or scale has areas and panels of its own. */
  async ask(part: Partial<AgreementFilter>): Promise<void> {
    const anew = 'framework' in part || 'scale' in part ? { area: '', panel: '' } : {};
    this.filter = { ...this.filter, ...anew, ...part };
    await this.load();
  }

  clear(): Promise<void> {
    return this.ask(nothingAsked);
  }

  async load(): Promise<void> {
    this.reading = true;
    const asked = this.filter;
    const view = await this.#latest.attempt(() => call('pooledAgreement', { filter: asked, seed }));
    if (this.filter !== asked) return;
    this.reading = false;
    if (view === undefined) return;
    this.view = view;
    app.say(`${view.rounds.length} rounds, ${view.units} areas`);
  }

  async saveTable(): Promise<void> {
    const saved = await app.attempt(() => call('exportAgreement', { filter: this.filter, seed }));
    if (saved != null) app.tell('ok', `Saved ${saved.name}: every figure shown but severity.`);
  }

  async savePicture(format: PictureFormat, draw: () => Promise<string>): Promise<void> {
    const name = 'agreement';
    const saved = await app.attempt(async () => {
      const drawn = await draw();
      return call(
        'savePicture',
        format === 'svg' ? { format, name, text: drawn } : { format, name, base64: drawn },
      );
    });
    if (saved != null) app.tell('ok', `Saved ${saved.name}: the plots but severity, on white.`);
  }
}

const kept: Record<string, PooledFigures> = {};

/** The figures of a place, as they were asked for when it was left. */
export function pooledFigures(place: string, framework = ''): PooledFigures {
  return (kept[place] ??= new PooledFigures(framework));
}
