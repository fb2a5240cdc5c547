import type * as Plotting from '@observablehq/plot';

/** One round's share of pairs that agree, 0 to 1. */
export interface RoundShare {
  readonly at: Date;
  readonly share: number;
  readonly when: 'Before' | 'After';
}

/** Days of rounds to be named on the axis: the first of each, evenly thinned to at most `most`. */
function ticksOf(times: readonly number[], most: number): readonly Date[] {
  const days = [...new Map(times.map((time) => [new Date(time).toDateString(), new Date(time)])).values()];
  const every = Math.ceil(days.length / most);
  return days.filter((_day, at) => at % every === 0);
}

/** Shares by round and day: before discussion hollow and dashed, after it solid; each line named at its end. */
export function agreementOverTime(
  plot: typeof Plotting,
  width: number,
  shares: readonly RoundShare[],
): Element {
  const of = (when: RoundShare['when']): readonly RoundShare[] =>
    shares.filter((share) => share.when === when);
  const last = (['Before', 'After'] as const).flatMap((when) => of(when).at(-1) ?? []);
  // Names of ends closer than a line of text are moved apart, the higher one up.
  const [one, other] = last.map(({ share }) => share);
  const near = one !== undefined && other !== undefined && Math.abs(one - other) < 0.1;
  const up = (shown: RoundShare): boolean =>
    near && shown.share === Math.max(one, other) && (one !== other || shown.when === 'After');
  const days = shares.map((share) => share.at.getTime());
  const pad = Math.max(86_400_000, (Math.max(...days) - Math.min(...days)) * 0.05);
  return plot.plot({
    width,
    height: 220,
    marginLeft: 48,
    marginRight: 66,
    marginBottom: 36,
    marginTop: 14,
    style: { fontSize: '12px', color: 'var(--text-2)' },
    x: {
      type: 'time',
      // The first day stands clear of the shares beside it.
      insetLeft: 36,
      domain: [new Date(Math.min(...days) - pad), new Date(Math.max(...days) + pad)],
      label: null,
      ticks: ticksOf(days, Math.max(2, Math.floor(width / 130))),
      tickFormat: (day: Date) =>
        day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
    },
    y: {
      domain: [0, 1],
      tickFormat: (share: number) => `${Math.round(share * 100)}%`,
      label: null,
      ticks: 5,
    },
    marks: [
      plot.gridY({ stroke: 'var(--plot-grid)', strokeOpacity: 1 }),
      plot.line(of('Before'), { x: 'at', y: 'share', stroke: 'var(--plot-2)', strokeDasharray: '4 3' }),
      plot.line(of('After'), { x: 'at', y: 'share', stroke: 'var(--plot-1)', strokeWidth: 2 }),
      plot.dot(of('Before'), {
        x: 'at',
        y: 'share',
        r: 4.5,
        stroke: 'var(--plot-2)',
        fill: 'var(--surface)',
        strokeWidth: 1.5,
      }),
      plot.dot(of('After'), { x: 'at', y: 'share', r: 4.5, fill: 'var(--plot-1)' }),
      ...last.map((shown) =>
        plot.text([shown], {
          x: 'at',
          y: 'share',
          text: 'when',
          dx: 10,
          dy: near ? (up(shown) ? -8 : 8) : 0,
          textAnchor: 'start',
          fontSize: 12,
          fill: 'var(--text)',
        }),
      ),
    ],
  });
}
