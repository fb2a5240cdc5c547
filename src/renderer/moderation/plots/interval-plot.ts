import type * as Plotting from '@observablehq/plot';
import { cutInside } from '../../../shared/pairwise/item-titles.ts';

/** A value with its interval on one line. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A figure to two decimals, with a real minus, and none before nought. */
export function twoDecimals(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');
}

/** The axis of an interval plot; `names` is the room for names, in px. */
export interface IntervalAxis {
  readonly from: number;
  readonly to: number;
  readonly target: readonly number[];
  readonly axis: string;
  readonly names?: number;
}

/** The height of an interval plot of so many lines, in px. */
export function intervalHeight(lines: number): number {
  return 34 * lines + 56;
}

/** Cuts a name to what two lines of so many px hold: a sign takes half its height of 12 px, and words end early. */
function inTwoLines(room: number): (name: string) => string {
  return (name) => cutInside(name, Math.floor((2 * room) / 7));
}

/** Values with intervals, one line each, a labelled target as a vertical line. `from` and `to` bound the axis. */
export function intervalPlot(
  plot: typeof Plotting,
  width: number,
  rows: readonly IntervalRow[],
  { from, to, target, axis, names = 180 }: IntervalAxis,
): Element {
  const spans = rows.filter((row) => row.low !== null && row.high !== null);
  const room = Math.min(names, width * 0.4) - 12;
  const line = { stroke: 'var(--plot-1)', strokeWidth: 2 } as const;
  return plot.plot({
    width,
    height: intervalHeight(rows.length),
    marginLeft: room + 12,
    marginRight: 46,
    // The ticks' figures and under them, with room between, the name of the axis.
    marginBottom: 46,
    marginTop: 8,
    style: { fontSize: '12px', color: 'var(--text-2)' },
    x: { domain: [from, to], label: axis, ticks: 5, nice: false },
    y: { type: 'band', domain: rows.map((row) => row.name), axis: null },
    marks: [
      plot.axisY({ label: null, tickSize: 0, lineWidth: room / 12, tickFormat: inTwoLines(room) }),
      plot.ruleX(target, { stroke: 'var(--plot-axis)' }),
      plot.ruleY(rows, { y: 'name', stroke: 'var(--plot-grid)' }),
      plot.ruleY(spans, { y: 'name', x1: 'low', x2: 'high', ...line }),
      plot.tickX(spans, { y: 'name', x: 'low', insetTop: 9, insetBottom: 9, ...line }),
      plot.tickX(spans, { y: 'name', x: 'high', insetTop: 9, insetBottom: 9, ...line }),
      plot.dot(rows, { y: 'name', x: 'value', r: 4.5, fill: 'var(--plot-1)' }),
      plot.text(rows, {
        y: 'name',
        frameAnchor: 'right',
        dx: 42,
        textAnchor: 'end',
        fontSize: 12,
        fontWeight: 600,
        fill: 'var(--text)',
        text: (row: IntervalRow) => twoDecimals(row.value),
      }),
    ],
  });
}
