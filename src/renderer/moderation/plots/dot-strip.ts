import type * as Plotting from '@observablehq/plot';

/** One member's grades of one area, by rank, 0 best. */
export interface StripMember {
  readonly initials: string;
  readonly me: boolean;
  readonly before: number | null;
  readonly after: number | null;
}

/** Where a member's circle stands. */
interface Placed extends StripMember {
  readonly x: number;
  /** At which rank: the grade after discussion, and the independent one until it is confirmed or moved. */
  readonly rank: number;
}

/** Puts those with one rank beside each other around it, who confirmed theirs first; `gap` in ranks. */
export function placed(members: readonly StripMember[], gap: number): readonly Placed[] {
  const standing = members.flatMap((member) => {
    const rank = member.after ?? member.before;
    return rank === null ? [] : [{ ...member, rank }];
  });
  return [...Map.groupBy(standing, ({ rank }) => rank).values()].flatMap((here) =>
    here
      .toSorted((a, b) => Number(a.after === null) - Number(b.after === null))
      .map((dot, at) => ({ ...dot, x: dot.rank + (at - (here.length - 1) / 2) * gap })),
  );
}

/**
 * A dot strip: each member's grade after discussion as a circle with initials, the independent one dashed until they confirm
 * it, and where they moved, an arrow from it. `largest` is the radius in px
 * where there is room; text is never under 12 px.
 */
export function dotStrip(
  plot: typeof Plotting,
  width: number,
  grades: number,
  members: readonly StripMember[],
  largest = 14.5,
): Element {
  const step = width / grades;
  const together = Math.max(
    1,
    ...Map.groupBy(placed(members, 0), ({ rank }) => rank)
      .values()
      .map((here) => here.length),
  );
  const size = Math.max(11, Math.min(largest, ((0.96 * step) / together - 4) / 2));
  const gap = (2 * size + 4) / step;
  const all = placed(members, gap);
  const after = all.filter((member) => member.after !== null);
  const open = all.filter((member) => member.after === null);
  const moved = after.filter(({ before, rank }) => before !== null && before !== rank);
  const from = moved.map((dot) => {
    const same = moved.filter((other) => other.before === dot.before);
    const aside = (same.indexOf(dot) - (same.length - 1) / 2) * gap;
    return { ...dot, start: (dot.before ?? 0) + aside };
  });
  const arrows = from.map((start) => {
    const way = Math.sign(start.rank - start.start);
    const cluster = all.filter((other) => other.rank === start.rank).map((other) => other.x);
    const edge = way > 0 ? Math.min(...cluster) : Math.max(...cluster);
    return { x1: start.start + (way * size) / step, x2: edge - (way * (size + 3)) / step };
  });
  const ranks = Array.from({ length: grades }, (_grade, at) => at);
  const text = { y: 0, fontSize: Math.max(12, size * 0.83), fontFamily: 'var(--font-ui)' } as const;
  const height = 4 * size + 2;
  return plot.plot({
    width,
    height,
    margin: 0,
    axis: null,
    x: { domain: [-0.5, grades - 0.5] },
    y: { domain: [-1, 1] },
    marks: [
      plot.ruleX(ranks, { stroke: 'var(--plot-grid)', insetTop: 6, insetBottom: 6 }),
      plot.ruleY([0], { stroke: 'var(--plot-grid)' }),
      plot.dot(from, {
        x: 'start',
        y: 0,
        r: size - 1,
        fill: 'var(--surface)',
        stroke: 'var(--line-ui)',
        strokeDasharray: '2.5 2.5',
      }),
      plot.text(from, { x: 'start', text: 'initials', fill: 'var(--text-2)', ...text }),
      plot.arrow(arrows, {
        x1: 'x1',
        x2: 'x2',
        y1: 0,
        y2: 0,
        headLength: 7,
        stroke: 'var(--text-2)',
        strokeWidth: 1.3,
      }),
      plot.dot(open, {
        x: 'x',
        y: 0,
        r: size,
        fill: 'var(--surface)',
        stroke: (one: Placed) => (one.me ? 'var(--text)' : 'var(--line-ui)'),
        strokeWidth: 1.6,
        strokeDasharray: '2.5 2.5',
      }),
      plot.text(open, {
        x: 'x',
        text: 'initials',
        fill: 'var(--text)',
        ...text,
      }),
      plot.dot(after, {
        x: 'x',
        y: 0,
        r: size,
        fill: (one: Placed) => (one.me ? 'var(--text)' : 'var(--surface)'),
        stroke: 'var(--text)',
        strokeWidth: 1.6,
      }),
      plot.text(after, {
        x: 'x',
        text: 'initials',
        fontWeight: 600,
        fill: (one: Placed) => (one.me ? 'var(--surface)' : 'var(--text)'),
        ...text,
      }),
    ],
    color: { type: 'identity' },
  });
}
