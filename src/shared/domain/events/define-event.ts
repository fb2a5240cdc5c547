import type { z } from 'zod';
import type { GradeValue } from '../draft/grade-value.ts';
import type { Improvement } from '../draft/improvement.ts';
import type { AreaOutcome } from '../moderation/area-outcome.ts';
import type { Role } from '../people/role.ts';
import type { RecordedFact } from '../draft/recorded-fact.ts';
import type { LinkStrength } from './link-strength.ts';
import type { Json, PersonId, RecordId, SignedRecord, Words } from './record.ts';
import type { RecordTitles } from './record-titles.ts';
import { erasedWords, putTogether, standIn, takeApart, type WordPlace } from './words-apart.ts';

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

/** One kind of record: what its body holds, who may write it, and what it says. */
export interface EventDefinition<B> {
  readonly type: string;
  readonly body: z.ZodType<B>;
  /** Where its body holds words; everything else is facts. */
  readonly words: readonly WordPlace[];
  /** Roles that may write it in a draft; empty for a person's own log and for acts that rights judge by themselves. */
  readonly may: readonly Role[];
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
  readonly told: (titles: RecordTitles) => string;
}

/** What of a record its kind reads: who wrote it, what it does, and what words are left of it. */
export type Said = Pick<SignedRecord, 'type' | 'author' | 'facts' | 'words'>;

/** A definition with its body's type hidden, for the table of all kinds. */
export interface EventType {
  readonly type: string;
  readonly words: readonly WordPlace[];
  readonly may: readonly Role[];
  /** A body taken apart into what it does and what people wrote in it. */
  readonly apart: (body: Json) => { readonly facts: Json; readonly words: Words };
  /** Null where the record is not of this kind's shape, or is a shell. */
  readonly read: (record: Said) => ReadEvent | null;
}

/** A kind of record as other code uses it. */
export interface DefinedEvent<B> extends EventDefinition<B>, Omit<EventType, 'type' | 'words' | 'may'> {
  /**
   * The body of a record of this kind; undefined for every other record. Words that were erased are `erasedWords` in it.
   * A record never changes, so each is read once.
   */
  readonly in: (record: Said) => B | undefined;
}

/** Roles that write the draft's content. */
export const writers: readonly Role[] = ['owner', 'lead', 'inspector'];
/** Roles that weigh evidence against descriptors. */
export const weighers: readonly Role[] = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy'];
/** Roles that review what others changed. */
export const reviewers: readonly Role[] = [...weighers, 'qa'];
/** Roles that answer for the draft as a whole. */
export const leads: readonly Role[] = ['owner', 'lead'];

/** What the body of a kind holds. */
export type BodyOf<E> = E extends DefinedEvent<infer B> ? B : never;

/** What is left of a value when its words are gone: a text or a list of points is gone with them. */
function leftOf(value: FieldValue): FieldValue | null {
  if ('text' in value) return value.text === erasedWords ? null : value;
  return 'points' in value && value.points.some(({ text }) => text === erasedWords) ? null : value;
}

/** Fills in what most kinds leave out, and adds how a record of this kind is read. */
export function defineEvent<B>(
  given: Pick<EventDefinition<B>, 'type' | 'body' | 'describe'> & Partial<EventDefinition<B>>,
): DefinedEvent<B> {
  const whole: EventDefinition<B> = { words: [], may: [], writes: () => [], names: () => [], ...given };
  const bodies = new WeakMap<Said, { readonly body: B | undefined }>();
  const parsed = ({ facts, words }: Said): B | undefined => {
    if (facts === undefined) return undefined;
    const body =
      words === undefined ? standIn(facts, whole.words) : putTogether(facts, words, whole.words);
    return body === null ? undefined : whole.body.safeParse(body).data;
  };
  const read = (record: Said): B | undefined => {
    if (record.type !== whole.type) return undefined;
    const known = bodies.get(record);
    if (known !== undefined) return known.body;
    const body = parsed(record);
    bodies.set(record, { body });
    return body;
  };
  return {
    ...whole,
    in: read,
    apart: (body) => takeApart(body, whole.words),
    read: (record) => {
      const body = read(record);
      if (body === undefined) return null;
      const writes = whole.writes(body, record.author);
      return {
        writes:
          record.words === undefined ? writes.map((one) => ({ ...one, value: leftOf(one.value) })) : writes,
        names: [...whole.names(body), ...writes.flatMap((write) => write.over)],
        told: (titles) => whole.describe(body, titles),
      };
    },
  };
}
