import { kindInName } from './name-key.ts';

/** Fields by name, kept apart by kind: what is made of the fields of one kind holds good while only others change. */
export class FieldsByKind<W> {
  readonly #kinds: ReadonlyMap<string, ReadonlyMap<string, readonly W[]>>;

  readonly #none: ReadonlyMap<string, readonly W[]> = new Map();

  constructor(kinds: ReadonlyMap<string, ReadonlyMap<string, readonly W[]>>) {
    this.#kinds = kinds;
  }

  /** What stands in the field of this name; undefined where it was never written. */
  get(name: string): readonly W[] | undefined {
    return this.#kinds.get(kindInName(name))?.get(name);
  }

  /** Whether the field of this name was ever written. */
  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The fields of one kind, by name: the same map as long as none of them changes. */
  ofKind(kind: string): ReadonlyMap<string, readonly W[]> {
    return this.#kinds.get(kind) ?? this.#none;
  }

  /** Those fields whose names are kept. */
  filter(isKept: (name: string) => boolean): FieldsByKind<W> {
    return new FieldsByKind(
      new Map(
        [...this.#kinds].map(([kind, fields]) => [
          kind,
          new Map([...fields].filter(([name]) => isKept(name))),
        ]),
      ),
    );
  }

  *[Symbol.iterator](): IterableIterator<readonly [name: string, values: readonly W[]]> {
    for (const fields of this.#kinds.values()) yield* fields;
  }
}
