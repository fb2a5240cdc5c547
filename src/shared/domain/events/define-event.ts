import type { z } from 'zod';
import type { GradeValue } from '../draft/grade-value.ts';
import type { Improvement } from '../draft/improvement.ts';
import type { AreaOutcome } from '../moderation/area-outcome.ts';
import type { Role } from '../people/role.ts';
import type { RecordedFact } from '../draft/recorded-fact.ts';
import type { LinkStrength } from './link-strength.ts';
import type { PersonId, RecordId } from './record.ts';
import type { RecordTitles } from './record-titles.ts';

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
  readonly value: FieldValue;
  readonly over: readonly RecordId[];
}

/** One kind of record: what its body holds, who may write it, and what it says. */
export interface EventDefinition<B> {
  readonly type: string;
  readonly body: z.ZodType<B>;
  /** Roles that may write it in a draft; empty for a person's own log and for acts that rights judge by themselves. */
  readonly may: readonly Role[];
  /** The fields it writes. */
  readonly writes: (body: B, author: PersonId) => readonly FieldWrite[];
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

/** A definition with its body's type hidden, for the table of all kinds. */
export interface EventType {
  readonly type: string;
  readonly may: readonly Role[];
  /** Null where the body is not of this kind's shape. */
  readonly read: (body: unknown, author: PersonId) => ReadEvent | null;
}

/** Roles that write the draft's content. */
export const writers: readonly Role[] = ['owner', 'lead', 'inspector'];
/** Roles that weigh evidence against descriptors. */
export const weighers: readonly Role[] = ['owner', 'lead', 'inspector', 'panel', 'chair', 'deputy'];
/** Roles that review what others changed. */
export const reviewers: readonly Role[] = [...weighers, 'qa'];
/** Roles that answer for the draft as a whole. */
export const leads: readonly Role[] = ['owner', 'lead'];

/** Fills in what most kinds leave out, and hides the body's type behind `read`. */
export function defineEvent<B>(
  given: Pick<EventDefinition<B>, 'type' | 'body' | 'describe'> & Partial<EventDefinition<B>>,
): EventDefinition<B> & EventType {
  const whole: EventDefinition<B> = { may: [], writes: () => [], names: () => [], ...given };
  return {
    ...whole,
    read: (body, author) => {
      const parsed = whole.body.safeParse(body);
      if (!parsed.success) return null;
      const writes = whole.writes(parsed.data, author);
      return {
        writes,
        names: [...whole.names(parsed.data), ...writes.flatMap((write) => write.over)],
        told: (titles) => whole.describe(parsed.data, titles),
      };
    },
  };
}
