import { contentErasedBody } from '../events/content-erased.ts';
import type { FieldValue } from '../events/define-event.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';
import type { Improvement } from './improvement.ts';
import type { Field } from './draft-state.ts';
import type { GraphRecord, RecordGraph } from './record-graph.ts';
import { erasableTypes } from '../finalising/retention/retained-types.ts';

/** A write that nothing counted replaces; `value` is null where its words were erased. */
export interface StandingWrite {
  readonly record: SignedRecord;
  readonly value: FieldValue | null;
}

/** Every field with its open values, in fold order. */
export type OpenValues = ReadonlyMap<string, readonly StandingWrite[]>;

/** What counted erasings say of each record: the fields it wrote and what it replaced, without the values. */
export type Erasings = ReadonlyMap<
  RecordId,
  {
    readonly by: RecordId;
    readonly writes: readonly { readonly field: string; readonly over: readonly RecordId[] }[];
  }
>;

/**
 * Collects the erasings among counted records of a draft. What no kind lets anybody erase (rights, rounds, closes,
 * approvals, seals, the draft's beginning) stays whatever a record says.
 */
export function erasingsOf(graph: RecordGraph, counted: readonly GraphRecord[]): Erasings {
  const found = new Map<RecordId, { by: RecordId; writes: { field: string; over: string[] }[] }>();
  for (const { record } of counted) {
    if (record.type !== 'content.erased') continue;
    for (const erased of contentErasedBody.safeParse(record.body).data?.erased ?? []) {
      const type = graph.get(erased.record)?.record.type ?? '';
      if (erasableTypes.has(type) && !found.has(erased.record))
        found.set(erased.record, { by: record.id, writes: erased.writes });
    }
  }
  return found;
}

/** The open values of every field: the counted writes that no counted write replaces. */
export function openValuesOf(counted: readonly GraphRecord[], erasings: Erasings): OpenValues {
  const writes = new Map<string, StandingWrite[]>();
  const replaced = new Set<string>();
  for (const { record, event } of counted) {
    const erased = erasings.get(record.id);
    // What the record itself says of its fields, while it is here, goes before what an erasing says of them.
    const told = event?.writes ?? erased?.writes ?? [];
    const said = erased === undefined ? (event?.writes ?? []) : told.map((one) => ({ ...one, value: null }));
    for (const { field, over, value } of said) {
      for (const id of over) replaced.add(`${field} ${id}`);
      const here = writes.get(field);
      if (here === undefined) writes.set(field, [{ record, value }]);
      else here.push({ record, value });
    }
  }
  return new Map(
    [...writes].map(([field, all]) => [
      field,
      all.filter((write) => !replaced.has(`${field} ${write.record.id}`)),
    ]),
  );
}

/** A field's open values as the draft shows them; `read` picks the kind of value the field holds. */
export function fieldOf<T>(
  values: OpenValues,
  field: string,
  read: (value: FieldValue) => T | null,
): Field<T> {
  return (values.get(field) ?? []).map(({ record, value }) => ({
    record: record.id,
    author: record.author,
    at: record.at,
    value: value === null ? null : read(value),
    erased: value === null,
  }));
}

/** Reads a list of points. */
export function asPoints(value: FieldValue): readonly Improvement[] | null {
  return 'points' in value ? value.points : null;
}

/** Reads a text value. */
export function asText(value: FieldValue): string | null {
  return 'text' in value ? value.text : null;
}

/** Fields under one prefix, by the rest of their name, in code-unit order. */
export function namedFieldsOf<T>(
  values: OpenValues,
  prefix: string,
  read: (value: FieldValue) => T | null,
): { readonly [name: string]: Field<T> } {
  return Object.fromEntries(
    [...values.keys()]
      .filter((field) => field.startsWith(prefix))
      .sort()
      .map((field) => [field.slice(prefix.length), fieldOf(values, field, read)]),
  );
}
