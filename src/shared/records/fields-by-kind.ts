import { kindInName } from './name-key.ts';

/** Fields of one kind by name, in the order in which they were first written. */
export interface NamedValues<W> extends Iterable<readonly [name: string, values: readonly W[]]> {
  readonly get: (name: string) => readonly W[] | undefined;
}

/** So many fields written since stand beside the others before all are put together anew. */
const mostBeside = 512;

/**
 * Fields by name of which a few were written since: with a hundred thousand that stand as they stood, a write costs
 * those few. Neither map is changed once it is in here.
 */
class GrownValues<W> implements NamedValues<W> {
  readonly base: ReadonlyMap<string, readonly W[]>;
  readonly since: ReadonlyMap<string, readonly W[]>;

  constructor(base: ReadonlyMap<string, readonly W[]>, since: ReadonlyMap<string, readonly W[]>) {
    this.base = base;
    this.since = since;
  }

  get(name: string): readonly W[] | undefined {
    return this.since.get(name) ?? this.base.get(name);
  }

  *[Symbol.iterator](): IterableIterator<readonly [name: string, values: readonly W[]]> {
    for (const [name, values] of this.base) yield [name, this.since.get(name) ?? values];
    for (const entry of this.since) if (!this.base.has(entry[0])) yield entry;
  }
}

/** Named values with some written over, and others added behind them; those before stay as they are. */
export function withWritten<W>(
  before: NamedValues<W> | undefined,
  written: ReadonlyMap<string, readonly W[]>,
): NamedValues<W> {
  if (before === undefined) return written;
  const grown = before instanceof GrownValues ? before : new GrownValues<W>(new Map(before), new Map());
  const next = new GrownValues(grown.base, new Map([...grown.since, ...written]));
  return next.since.size > mostBeside ? new GrownValues<W>(new Map(next), new Map()) : next;
}

/** Fields by name, kept apart by kind: what is made of the fields of one kind holds good while only others change. */
export class FieldsByKind<W> {
  readonly #kinds: ReadonlyMap<string, NamedValues<W>>;

  readonly #none: NamedValues<W> = new Map<string, readonly W[]>();

  constructor(kinds: ReadonlyMap<string, NamedValues<W>>) {
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

  /** The fields of one kind, by name: the same object as long as none of them changes. */
  ofKind(kind: string): NamedValues<W> {
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
