import type { KindDeclaration } from './kind-declaration.ts';
import type { PersonId } from './record.ts';
import type { OpenValues } from './open-values.ts';
import type { GraphRecord, RecordGraph } from './record-graph.ts';

/** What a step reads beside its own records: the draft as it stands after the record that came last. */
export interface FoldContext {
  readonly graph: RecordGraph;
  readonly values: OpenValues;
  readonly owner: PersonId;
}

/**
 * A part of a draft's state, folded record by record. From nothing and for one record more the same two are called, so
 * that both give the same.
 */
export interface FoldStep<T> {
  /** Takes the next counted record, in fold order. */
  readonly add: (entry: GraphRecord) => void;
  /** What the records come to: the same object while nothing of it changed. What was read before stays as it was. */
  readonly read: (context: FoldContext) => T;
}

/** What a step that looks at few records is made of. */
interface StepParts<T> {
  readonly isOf: (entry: GraphRecord) => boolean;
  /** What else the result rests on; it is worked out again where one of these is another object. */
  readonly restsOn?: (values: OpenValues) => readonly unknown[];
  readonly fold: (entries: readonly GraphRecord[], context: FoldContext) => T;
}

/** A step over the few records of a draft that it looks at, which are folded anew when one more of them came. */
export function stepOver<T>({ isOf, restsOn = () => [], fold }: StepParts<T>): FoldStep<T> {
  const entries: GraphRecord[] = [];
  let known: { readonly count: number; readonly on: readonly unknown[]; readonly result: T } | null = null;
  return {
    add: (entry) => {
      if (isOf(entry)) entries.push(entry);
    },
    read: (context) => {
      const on = restsOn(context.values);
      const stands = known?.count === entries.length && known.on.every((part, at) => part === on[at]);
      if (known === null || !stands) known = { count: entries.length, on, result: fold(entries, context) };
      return known.result;
    },
  };
}

/** Whether a record is of one of these kinds. */
export function ofKinds(...kinds: readonly Pick<KindDeclaration, 'type'>[]): (entry: GraphRecord) => boolean {
  const types = new Set(kinds.map(({ type }) => type));
  return ({ record }) => types.has(record.type);
}
