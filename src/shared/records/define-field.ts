import type { z } from 'zod';
import type { FieldValue, FieldWrite } from './define-event.ts';
import type { PersonId, RecordId, SignedRecord } from './record.ts';
import type { Field } from './open-value.ts';
import type { FieldsByKind, NamedValues } from './fields-by-kind.ts';
import { defineKey, type NameKey, type Parts } from './name-key.ts';

/**
 * Who may read a field's open values while grades are hidden from them: everybody; `panel`: whoever takes part in the
 * panel, as long as no interest keeps them out; `owner`: the one person whose field it is; `team`: nobody who grades.
 */
export type Readers = 'everybody' | 'panel' | 'owner' | 'team';

/**
 * What a seal says of a field: `words`, a commitment that discloses it word by word; `value`, one to its value alone;
 * `nothing`, where it says who looked at what, or its very name may be a person's.
 */
export type Sealed = 'words' | 'value' | 'nothing';

/** What the ids in a field's name and value are called on screen. */
export interface FieldTitles {
  /** An area, or a section of the report. */
  readonly place: (id: string) => string;
  readonly criterion: (id: string) => string;
  readonly grade: (id: string) => string;
  readonly fact: (id: string) => string;
  /** A rule that limits a grade, or a gate that asks for a reason. */
  readonly rule: (id: string) => string;
  /** A note's code. */
  readonly note: (id: RecordId) => string;
  /** The framework that a record adopted. */
  readonly framework: (adopted: SignedRecord) => string;
}

/** A value as it stands in a record and as people read it. */
export interface ValueKind<T> {
  readonly schema: z.ZodType<T>;
  readonly put: (value: T) => FieldValue;
  /** Null where the record holds another kind of value. */
  readonly take: (value: FieldValue) => T | null;
  readonly words: (value: T, titles: FieldTitles) => string;
}

/** A value with what its field's name says, and the record that wrote it. */
interface Reading<P extends string, T> {
  readonly value: T;
  readonly parts: Parts<P>;
  readonly record: SignedRecord;
}

/** What whoever meets a field by its name asks of its declaration. */
interface FieldFacts {
  readonly kind: string;
  /** Where nothing is declared, the team: a new field is hidden until somebody decides that it tells no grade. */
  readonly readers: Readers;
  readonly sealed: Sealed;
  /** Part of the judgment: a revision says where each stands, and approvals and their reasons rest on it. */
  readonly isJudged: boolean;
  /** Whether two open values are a conflict that a person settles. */
  readonly canConflict: boolean;
}

/** One field's declaration. */
interface FieldDefinition<P extends string, T> extends Partial<Omit<FieldFacts, 'kind'>> {
  readonly kind: string;
  readonly parts: readonly P[];
  readonly value: ValueKind<T>;
  /** What it is called: "Text of Help and protection". */
  readonly title: (parts: Parts<P>, titles: FieldTitles) => string;
  /** Its value in words, where they are not those of every value of its kind. */
  readonly words?: (reading: Reading<P, T>, titles: FieldTitles) => string;
  /** The part of its name that is an area or a section. */
  readonly place?: P;
  /** The part of its name that is a criterion. */
  readonly criterion?: P;
  /** The part of its name that is the one person whose it is. */
  readonly owner?: P;
}

/** A field met by its name. */
export interface NamedField extends FieldFacts {
  readonly name: string;
  /** The one person whose it is; null where it is nobody's own. */
  readonly owner: PersonId | null;
  /** The area or section that its name says. */
  readonly place: string | null;
  readonly criterion: string | null;
  readonly title: (titles: FieldTitles) => string;
  readonly words: (value: FieldValue, record: SignedRecord, titles: FieldTitles) => string;
}

/** A field as the table of all has it. */
export interface AnyField extends FieldFacts {
  readonly parts: readonly string[];
  /** Null for the name of another field. */
  readonly named: (name: string) => NamedField | null;
}

/** A write as a record's body gives it. */
type Write = FieldWrite & { readonly value: FieldValue };

interface Standing {
  readonly record: SignedRecord;
  readonly value: FieldValue | null;
}

type Values<W extends Standing = Standing> = FieldsByKind<W>;

/** A field as its subject's code uses it. */
interface DefinedField<P extends string, T> extends AnyField, NameKey<P> {
  readonly parts: readonly P[];
  readonly schema: z.ZodType<T>;
  readonly write: (parts: Parts<P>, value: T, over: readonly RecordId[]) => Write;
  /** What a value of this field holds; null for another field, or for another kind of value. */
  readonly read: (name: string, value: FieldValue) => { readonly parts: Parts<P>; readonly value: T } | null;
  /** What a record wrote into it; null for words that were erased. */
  readonly writtenIn: (
    writes: readonly FieldWrite[],
    parts: Parts<P>,
  ) => readonly { readonly value: T | null; readonly over: readonly RecordId[] }[];
  /** Its open values as the draft shows them. */
  readonly of: (values: Values, parts: Parts<P>) => Field<T>;
  /** Its open values with the records that wrote them. */
  readonly open: <W extends Standing>(values: Values<W>, parts: Parts<P>) => readonly W[];
  /** The records that a further write of it replaces. */
  readonly over: (values: Values, parts: Parts<P>) => RecordId[];
  /** Every field of this kind that was written. */
  readonly all: (values: Values) => readonly { readonly parts: Parts<P>; readonly values: Field<T> }[];
  /** The same by the rest of their names, in code-unit order: see `key`. */
  readonly byKey: (values: Values) => { readonly [key: string]: Field<T> };
}

/** Works something out once for each input: fields and writes never change, they are replaced. */
function remembered<I extends object, O>(work: (input: I) => O): (input: I) => O {
  const known = new WeakMap<I, { readonly output: O }>();
  return (input) => {
    const before = known.get(input) ?? { output: work(input) };
    known.set(input, before);
    return before.output;
  };
}

/** Fills in what most fields leave out, and adds how a field of this kind is named, written and read. */
export function defineField<P extends string, T>(given: FieldDefinition<P, T>): DefinedField<P, T> {
  const { kind, parts, value: values } = given;
  const facts: FieldFacts = {
    kind,
    readers: given.readers ?? 'team',
    sealed: given.sealed ?? 'value',
    isJudged: given.isJudged ?? false,
    canConflict: given.canConflict ?? true,
  };
  const key = defineKey(kind, parts);
  const field = remembered((open: readonly Standing[]): Field<T> =>
    open.map(({ record: { id, author, at }, value }) => ({
      record: id,
      author,
      at,
      value: value === null ? null : values.take(value),
      erased: value === null,
    })),
  );
  const all = remembered((own: NamedValues<Standing>) =>
    [...own].flatMap(([name, writes]) => {
      const of = key.partsOf(name);
      return of === null ? [] : [{ parts: of, values: field(writes) }];
    }),
  );
  const byKey = remembered((own: NamedValues<Standing>) =>
    Object.fromEntries(
      all(own)
        .map(({ parts: of, values: open }): [string, Field<T>] => [key.key(of), open])
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    ),
  );
  const open = <W extends Standing>(written: Values<W>, of: Parts<P>): readonly W[] =>
    written.get(key.name(of)) ?? [];
  const partOr = (of: Parts<P>, part: P | undefined): string | null => (part === undefined ? null : of[part]);
  const words = (reading: Reading<P, T>, titles: FieldTitles): string =>
    given.words?.(reading, titles) ?? values.words(reading.value, titles);
  return {
    ...facts,
    ...key,
    parts,
    schema: values.schema,
    write: (of, value, over) => ({ field: key.name(of), value: values.put(value), over }),
    read: (name, stored) => {
      const of = key.partsOf(name);
      const value = of === null ? null : values.take(stored);
      return of === null || value === null ? null : { parts: of, value };
    },
    writtenIn: (writes, of) => {
      const name = key.name(of);
      return writes
        .filter((write) => write.field === name)
        .map(({ value, over }) => ({ value: value === null ? null : values.take(value), over }));
    },
    of: (written, of) => field(open(written, of)),
    open,
    over: (written, of) => open(written, of).map(({ record }) => record.id),
    all: (written) => all(written.ofKind(kind)),
    byKey: (written) => byKey(written.ofKind(kind)),
    named: (name) => {
      const of = key.partsOf(name);
      if (of === null) return null;
      return {
        ...facts,
        name,
        owner: partOr(of, given.owner),
        place: partOr(of, given.place),
        criterion: partOr(of, given.criterion),
        title: (titles) => given.title(of, titles),
        words: (stored, record, titles) => {
          const value = values.take(stored);
          return value === null ? 'A value of another kind' : words({ value, parts: of, record }, titles);
        },
      };
    },
  };
}
