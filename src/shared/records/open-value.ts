import type { PersonId, RecordId } from './record.ts';

/** One counted write of a field that nothing counted replaces; erased where its words were taken out. */
export interface OpenValue<T> {
  readonly record: RecordId;
  readonly author: PersonId;
  readonly at: string;
  readonly value: T | null;
  readonly erased: boolean;
}

/** A field's open values: none, one, or a conflict of several that a person must settle. */
export type Field<T> = readonly OpenValue<T>[];
