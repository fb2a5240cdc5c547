import type { Measure } from '../../shared/audit-results/frame-figures.ts';
import { measures } from '../../shared/audit-results/frame-figures.ts';
import type { DrawFiguresView } from '../../shared/ipc/reading-channels.ts';
import { app } from '../lib/app-state.svelte.ts';
import { call } from '../lib/call.ts';

/** The figures in the order of their numbers. */
export const figureTitles = [
  'Outcomes',
  'Drift',
  'Severity',
  'Differences by lead',
  'Use of each grade',
] as const;

export const measureTitles: Readonly<Record<Measure, string>> = {
  failing: 'Not supported or outside',
  weak: 'Weakly recorded',
  other: 'Another grade',
};

/** A share as people read it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The figures of one draw as their screen shows them. */
export class DrawFigures {
  readonly place: { readonly audit: string; readonly frame: string };
  view = $state.raw<DrawFiguresView | null>(null);
  /** The figure that the keys are about, from 1. */
  current = $state(1);
  /** Which figures stand as tables. */
  tables = $state.raw<readonly number[]>([]);
  measure = $state<Measure>('failing');

  constructor(place: { readonly audit: string; readonly frame: string }) {
    this.place = place;
  }

  async load(): Promise<void> {
    const view = await app.attempt(() => call('figuresOfDraw', this.place));
    if (view !== undefined) this.view = view;
  }

  /** Goes to a figure; past the last is the first. */
  go(figure: number): void {
    const of = figureTitles.length;
    this.current = ((figure - 1 + of) % of) + 1;
    app.say(figureTitles[this.current - 1] ?? '');
  }

  /** Shows a figure as a table, or as a plot again. */
  turn(figure: number): void {
    this.current = figure;
    const isTable = this.tables.includes(figure);
    this.tables = isTable ? this.tables.filter((one) => one !== figure) : [...this.tables, figure];
    app.say(isTable ? 'As a plot' : 'As a table');
  }

  /** Goes on to the next outcome that is asked after. */
  nextMeasure(): void {
    this.measure = measures[(measures.indexOf(this.measure) + 1) % measures.length] ?? 'failing';
    app.say(measureTitles[this.measure]);
  }

  async save(): Promise<void> {
    const wanted = { ...this.place, format: 'csv', annex: 'figures', isPublic: false } as const;
    const saved = await app.attempt(() => call('exportAuditReport', wanted));
    if (saved != null) app.done(`${saved.name} was saved`);
  }
}
