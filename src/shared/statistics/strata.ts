/** A stratum as it was audited. */
interface AuditedStratum {
  /** How many the frame holds in it. */
  readonly size: number;
  /** How many were drawn and read. */
  readonly drawn: number;
  readonly failures: number;
}

/**
 * The share of failures over all strata, with its standard error: sum of W_h p_h, and the root of the sum of
 * W_h^2 (1 - n_h / N_h) p_h (1 - p_h) / (n_h - 1) (Cochran 1977, "Sampling Techniques", 3rd ed., eq. 5.6 and 5.14). Null
 * where a stratum was not read at all; the error null where one of several was read once, of more than one.
 */
export function stratifiedShare(
  strata: readonly AuditedStratum[],
): { readonly share: number; readonly error: number | null } | null {
  const all = strata.reduce((sum, { size }) => sum + size, 0);
  if (all === 0 || strata.some(({ size, drawn }) => size > 0 && drawn === 0)) return null;
  let share = 0;
  let variance: number | null = 0;
  for (const { size, drawn, failures } of strata) {
    if (size === 0) continue;
    const weight = size / all;
    const own = failures / drawn;
    share += weight * own;
    if (drawn === size) continue;
    variance =
      variance === null || drawn < 2
        ? null
        : variance + (weight ** 2 * (1 - drawn / size) * own * (1 - own)) / (drawn - 1);
  }
  return { share, error: variance === null ? null : Math.sqrt(variance) };
}

/** A stratum to share a sample out to. */
interface PlannedStratum {
  readonly size: number;
  /** The share of failures expected in it, 0 to 1, for Neyman's allocation. */
  readonly expected?: number;
  /** Whether all of it is drawn. */
  readonly certain?: boolean;
}

/** How a sample is shared out over strata. */
type Allocation = 'proportional' | 'neyman';

/**
 * How many to draw in each stratum, `total` in all where there are as many: by size, or by size times the standard deviation
 * expected (Neyman 1934, Journal of the Royal Statistical Society 97, 558-625), no fewer than `least` in each, none above its
 * size, a certain stratum whole. What rounding leaves goes to the largest remainders.
 */
export function allocate(
  strata: readonly PlannedStratum[],
  total: number,
  { by, least }: { readonly by: Allocation; readonly least: number },
): readonly number[] {
  const spread = ({ size, expected = 0.5 }: PlannedStratum): number =>
    by === 'neyman' ? size * Math.sqrt(expected * (1 - expected)) : size;
  const drawn = strata.map(({ size, certain }) => (certain === true ? size : Math.min(size, least)));
  for (;;) {
    const left = total - drawn.reduce((sum, count) => sum + count, 0);
    const open = strata
      .map((stratum, at) => ({ at, room: stratum.size - (drawn[at] ?? 0), weight: spread(stratum) }))
      .filter(({ room, weight }) => room > 0 && weight > 0);
    if (left <= 0 || open.length === 0) return drawn;
    const weights = open.reduce((sum, { weight }) => sum + weight, 0);
    // Each gets one after the other where its share is furthest behind: Webster's rule, which no rounding overshoots.
    const [next] = open
      .map(({ at, weight }) => ({ at, behind: weight / weights / (2 * (drawn[at] ?? 0) + 1) }))
      .sort((a, b) => b.behind - a.behind || a.at - b.at);
    if (next === undefined) return drawn;
    drawn[next.at] = (drawn[next.at] ?? 0) + 1;
  }
}
