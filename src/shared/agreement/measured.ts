/** A coefficient, or the reason why these grades give none. Never 1 or NaN in its place. */
export type Measured =
  | { readonly computable: true; readonly value: number }
  | { readonly computable: false; readonly why: string };

/** A coefficient that could be computed. */
export function measured(value: number): Measured {
  return { computable: true, value };
}

/** A coefficient that these grades do not give, with the reason in words for people. */
export function notComputable(why: string): Measured {
  return { computable: false, why };
}

/** (observed - expected) / (1 - expected), or why not: chance alone would already agree wholly. */
export function chanceCorrected(observed: number, expected: number): Measured {
  return 1 - expected < 1e-12
    ? notComputable('Chance alone would already give whole agreement, so nothing is left to measure.')
    : measured((observed - expected) / (1 - expected));
}
