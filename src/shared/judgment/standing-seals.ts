import type { Seal } from './draft-state.ts';

/** The seals that hold: neither withdrawn nor opened again. Two made without knowing of each other both stand, contested. */
export function standingSeals(seals: readonly Seal[]): readonly Seal[] {
  return seals.filter((seal) => !seal.withdrawn && seal.reopened === null);
}

/** The seal that a draft is sealed by: the only one that stands. */
export function standingSeal(seals: readonly Seal[]): Seal | undefined {
  const [first, ...others] = standingSeals(seals);
  return others.length === 0 ? first : undefined;
}
