import type { Field } from './open-value.ts';

/** A field's value where exactly one is open and not erased; null otherwise. */
export function settled<T>(field: Field<T> | undefined): T | null {
  return field?.length === 1 ? (field[0]?.value ?? null) : null;
}

/** The latest open value, for showing where a conflict is shown beside it; null where there is none. */
export function shown<T>(field: Field<T> | undefined): T | null {
  return field?.at(-1)?.value ?? null;
}
