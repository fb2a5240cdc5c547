/** How one member's grades lie to agreed ones. */
export interface AgainstAgreed {
  readonly units: number;
  readonly same: number;
  /** A step of the scale apart. */
  readonly adjacent: number;
  /** Mean of given minus agreed, in steps, ranks counting from the best: above nought is more severe. Null without a unit. */
  readonly steps: number | null;
}

/** Counts pairs of a given and an agreed rank; a missing one of either is left out. */
export function againstAgreed(
  pairs: readonly (readonly [given: number | null, agreed: number | null])[],
): AgainstAgreed {
  const apart = pairs.flatMap(([given, agreed]) =>
    given === null || agreed === null ? [] : [given - agreed],
  );
  return {
    units: apart.length,
    same: apart.filter((steps) => steps === 0).length,
    adjacent: apart.filter((steps) => Math.abs(steps) === 1).length,
    steps: apart.length === 0 ? null : apart.reduce((sum, one) => sum + one, 0) / apart.length,
  };
}
