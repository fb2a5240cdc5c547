import type * as Plotting from '@observablehq/plot';

/** A value with its interval on one line. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Values with intervals, one line each, a labelled target as a vertical line. `from` and `to` bound the axis. */
export function intervalPlot(
  plot: typeof Plotting,
  width: number,
  rows: readonly IntervalRow[],
  { from, to, target, axis }: { from: number; to: number; target: readonly number[]; axis: string },
): Element {
  const spans = rows.filter((row) => row.low !== null && row.high !== null);
  const line = { stroke: 'var(--plot-1)', strokeWidth: 2 } as const;
  return plot.plot({
    width,
    height: 34 * rows.length + 44,
    marginLeft: Math.min(180, width * 0.36),
    marginRight: 46,
    marginBottom: 34,
    marginTop: 8,
    style: { fontSize: '12px', color: 'var(--text-2)' },
    x: { domain: [from, to], label: axis, ticks: 5, nice: false },
    y: { type: 'band', domain: rows.map((row) => row.name), label: null, tickSize: 0 },
    marks: [
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
        text: (row: IntervalRow) => row.value.toFixed(2),
      }),
    ],
  });
}
