import type { FieldValue } from './define-event.ts';
import type { RecordId, SignedRecord } from './record.ts';
import { FieldsByKind, withWritten, type NamedValues } from './fields-by-kind.ts';
import { kindInName } from './name-key.ts';
import type { GraphRecord } from './record-graph.ts';

/** A write that nothing counted replaces; `value` is null where its words were erased. */
export interface StandingWrite {
  readonly record: SignedRecord;
  readonly value: FieldValue | null;
}

/** Every field with its open values, in fold order. */
export type OpenValues = FieldsByKind<StandingWrite>;

/**
 * The open values of every field, record by record: the counted writes that no counted write replaces. A record comes
 * after those that it replaces. Each costs what it writes, and reading costs the fields of the kinds that were written.
 */
export class OpenValuesFold {
  /** By field, its open writes by the records that made them. */
  readonly #open = new Map<string, Map<RecordId, StandingWrite[]>>();
  /** Fields written since they were read. */
  readonly #written = new Set<string>();
  #values: OpenValues = new FieldsByKind(new Map());
  #kinds: ReadonlyMap<string, NamedValues<StandingWrite>> = new Map();
  readonly #contested = new Set<string>();

  /** Takes the next counted record. */
  add({ record, event }: GraphRecord): void {
    for (const { field, over, value } of event?.writes ?? []) {
      const open = this.#open.get(field) ?? new Map<RecordId, StandingWrite[]>();
      for (const id of over) open.delete(id);
      open.set(record.id, [...(open.get(record.id) ?? []), { record, value }]);
      this.#open.set(field, open);
      this.#written.add(field);
    }
  }

  /** What stands now; what was read before stays as it was. */
  read(): OpenValues {
    if (this.#written.size === 0) return this.#values;
    const kinds = new Map(this.#kinds);
    for (const [kind, names] of Map.groupBy(this.#written, kindInName)) {
      const written = new Map(names.map((name) => [name, this.#standing(name)]));
      kinds.set(kind, withWritten(kinds.get(kind), written));
    }
    this.#written.clear();
    this.#kinds = kinds;
    this.#values = new FieldsByKind(kinds);
    return this.#values;
  }

  /** Names of the fields that have several open values, as last read. */
  contested(): readonly string[] {
    return [...this.#contested];
  }

  #standing(name: string): readonly StandingWrite[] {
    const open = [...(this.#open.get(name)?.values() ?? [])].flat();
    if (open.length > 1) this.#contested.add(name);
    else this.#contested.delete(name);
    return open;
  }
}

/** The open values of every field of these records. */
export function openValuesOf(counted: readonly GraphRecord[]): OpenValues {
  const fold = new OpenValuesFold();
  for (const entry of counted) fold.add(entry);
  return fold.read();
}
