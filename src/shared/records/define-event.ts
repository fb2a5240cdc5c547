import type { z } from 'zod';
import type { GradeValue } from '../values/grade-value.ts';
import type { Improvement } from '../values/improvement.ts';
import type { AreaOutcome } from '../values/area-outcome.ts';
import type { Role } from '../values/role.ts';
import { unsaid, type KindDeclaration } from './kind-declaration.ts';
import type { RecordedFact } from '../values/recorded-fact.ts';
import type { LinkStrength } from '../values/link-strength.ts';
import type { Json, PersonId, RecordId, SignedRecord, Words } from './record.ts';
import type { RecordTitles } from './record-titles.ts';
import { plainJson } from './strict-json.ts';
import { erasedWords, putTogether, standIn, takeApart } from './words-apart.ts';

/** A field's value, told apart by what it holds. */
export type FieldValue =
  | { readonly text: string }
  | { readonly grade: GradeValue }
  | { readonly points: readonly Improvement[] }
  | { readonly fact: RecordedFact }
  | {
      readonly direction: 'for' | 'against' | 'none';
      readonly strength: LinkStrength | null;
      readonly passage: string | null;
    }
  | { readonly outcome: AreaOutcome }
  | { readonly mark: 'met' | 'partly' | 'not' | 'none'; readonly reason: string };

/** A write of one field, naming the writes of it that it replaces. */
export interface FieldWrite {
  readonly field: string;
  /** Null where nothing of it is left once its words are erased. */
  readonly value: FieldValue | null;
  readonly over: readonly RecordId[];
}

/** One kind of record: what is declared of it, what its body holds, and what it says. */
interface EventDefinition<B> extends KindDeclaration {
  /** A body of the kind's own version, without `v`. */
  readonly body: z.ZodType<B>;
  /** A body of an earlier version as the kind's own version would have it; the places of words in both are the same. */
  readonly upcast: (body: Json, from: number) => Json;
  /** The fields it writes. */
  readonly writes: (body: B, author: PersonId) => readonly (FieldWrite & { readonly value: FieldValue })[];
  /** Records it speaks of, each of which must be an ancestor (those in `over` are added to these). */
  readonly names: (body: B) => readonly RecordId[];
  /** A line of the draft's history, starting with a verb in the past: "linked a note to ...". */
  readonly describe: (body: B, titles: RecordTitles) => string;
}

/** What any record says, whatever its kind. */
export interface ReadEvent {
  readonly writes: readonly FieldWrite[];
  readonly names: readonly RecordId[];
  /** Its line of the draft's history, with what its ids are called. */
  readonly sentence: (titles: RecordTitles) => string;
}

/** What of a record its kind reads: who wrote it, what it does, and what words are left of it. */
export type Said = Pick<SignedRecord, 'type' | 'author' | 'facts' | 'words'>;

/** A definition with its body's type hidden, for the table of all kinds. */
export interface EventType extends KindDeclaration {
  readonly body: z.ZodType;
  /** A body taken apart into what it does and what people wrote in it. */
  readonly apart: (body: Json) => { readonly facts: Json; readonly words: Words };
  /** Whether a record's body is of a later version than this one knows. */
  readonly isLater: (record: Said) => boolean;
  /** Null where the record is not of this kind's shape, or is a shell. */
  readonly read: (record: Said) => ReadEvent | null;
  /** What a whole record of this kind says, to be written again over others; null where it is not whole, or writes over none. */
  readonly again: (record: Said, over: readonly RecordId[]) => Intent | null;
}

/** A body none of whose parts is changed by whoever takes it; a part that is any JSON stays any. */
export type DeepReadonly<T> = [z.infer<z.ZodJSONSchema>] extends [T]
  ? Json
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** A kind of record as other code uses it. */
export interface DefinedEvent<B> extends EventDefinition<B>, Omit<EventType, keyof KindDeclaration | 'body'> {
  /**
   * The body of a record of this kind; undefined for every other record. Words that were erased are `erasedWords` in it.
   * A record never changes, so each is read once.
   */
  readonly in: (record: Said) => B | undefined;
  /** A record of this kind to be written, its body checked by the compiler. */
  readonly write: (body: DeepReadonly<B>) => Intent;
}

/** A record to be written. Only a definition's `write` makes one, so that no body stands under another kind's name. */
class Intent {
  readonly kind: EventType;
  readonly #apart: { readonly facts: Json; readonly words: Words };

  constructor(kind: EventType, body: unknown) {
    this.kind = kind;
    this.#apart = kind.apart(plainJson(body));
  }

  /** What its record holds and says; null where the body breaks what its kind asks beyond a type: a length, a pattern. */
  said(author: PersonId): { readonly facts: Json; readonly words: Words; readonly read: ReadEvent } | null {
    const read = this.kind.read({ type: this.kind.type, author, ...this.#apart });
    return read === null ? null : { ...this.#apart, read };
  }
}
export type { Intent };

/** Roles that write the draft's content. */
export const writers: readonly Role[] = ['owner', 'lead', 'inspector'];
/** Roles that weigh evidence against descriptors. */
export const weighers: readonly Role[] = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy'];
/** Roles that review what others changed. */
export const reviewers: readonly Role[] = [...weighers, 'qa'];
/** Roles that answer for the draft as a whole. */
export const leads: readonly Role[] = ['owner', 'lead'];

/** Roles that may approve what others wrote. */
export const approvers: readonly Role[] = ['owner', 'lead', 'chair', 'deputy', 'qa'];

/** What the body of a kind holds. */
export type BodyOf<E> = E extends DefinedEvent<infer B> ? B : never;

/** What is left of a value when its words are gone: a text or a list of points is gone with them, a link quotes nothing. */
function leftOf(value: FieldValue): FieldValue | null {
  if ('text' in value) return value.text === erasedWords ? null : value;
  if ('direction' in value) return value.passage === erasedWords ? { ...value, passage: null } : value;
  return 'points' in value && value.points.some(({ text }) => text === erasedWords) ? null : value;
}

function isBody(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The version that a body's facts say; null where what they say is none. A body of version 1 says nothing. */
function versionIn(facts: Json): number | null {
  if (!isBody(facts) || facts['v'] === undefined) return 1;
  return typeof facts['v'] === 'number' && facts['v'] > 1 ? facts['v'] : null;
}

/** Facts that say which version of their kind's body they are of; those of version 1 say nothing. */
function withVersion(facts: Json, version: number): Json {
  return version > 1 && isBody(facts) ? { ...facts, v: version } : facts;
}

/** A body without its version. */
function withoutVersion(body: Json): Json {
  if (!isBody(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'v'));
}

/** Fills in what most kinds leave out, and adds how a record of this kind is read and written. */
export function defineEvent<B>(
  given: Pick<EventDefinition<B>, 'type' | 'noun' | 'body' | 'describe'> & Partial<EventDefinition<B>>,
): DefinedEvent<B> {
  const definition: EventDefinition<B> = {
    ...unsaid,
    upcast: (body) => body,
    writes: () => [],
    names: () => [],
    ...given,
  };
  const bodies = new WeakMap<Said, { readonly body: B | undefined }>();
  const together = ({ facts, words }: Said): Json | null => {
    const version = facts === undefined ? null : versionIn(facts);
    if (facts === undefined || version === null || version > definition.version) return null;
    const body =
      words === undefined ? standIn(facts, definition.words) : putTogether(facts, words, definition.words);
    if (body === null) return null;
    return version < definition.version
      ? definition.upcast(withoutVersion(body), version)
      : withoutVersion(body);
  };
  const parsed = (record: Said): B | undefined => {
    const body = together(record);
    return body === null ? undefined : definition.body.safeParse(body).data;
  };
  const read = (record: Said): B | undefined => {
    if (record.type !== definition.type) return undefined;
    const known = bodies.get(record);
    if (known !== undefined) return known.body;
    const body = parsed(record);
    bodies.set(record, { body });
    return body;
  };
  const kind: Omit<DefinedEvent<B>, 'write'> = {
    ...definition,
    in: read,
    apart: (body) => {
      const { facts, words } = takeApart(body, definition.words);
      return { facts: withVersion(facts, definition.version), words };
    },
    isLater: ({ type, facts }) =>
      type === definition.type && facts !== undefined && (versionIn(facts) ?? 0) > definition.version,
    again: (record, over) => {
      const body = record.words === undefined || read(record) === undefined ? null : together(record);
      return body !== null && isBody(body) && body['over'] !== undefined
        ? new Intent(kind, { ...body, over })
        : null;
    },
    read: (record) => {
      const body = read(record);
      if (body === undefined) return null;
      const writes = definition.writes(body, record.author);
      return {
        writes:
          record.words === undefined
            ? writes.map((write) => ({ ...write, value: leftOf(write.value) }))
            : writes,
        names: [...definition.names(body), ...writes.flatMap((write) => write.over)],
        sentence: (titles) => definition.describe(body, titles),
      };
    },
  };
  return { ...kind, write: (body) => new Intent(kind, body) };
}

/** Kinds of record by their names. */
export function tableOfKinds(types: readonly EventType[]): ReadonlyMap<string, EventType> {
  return new Map(types.map((type) => [type.type, type]));
}

/** Whether a record is of a later version of the envelope or of its kind's body, or of none of the kinds known. */
export function isNewerThan(kinds: ReadonlyMap<string, EventType>, record: SignedRecord): boolean {
  const kind = kinds.get(record.type);
  return record.v !== 1 || kind === undefined || kind.isLater(record);
}
