import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';

/** The moments of an inspection from which a clock runs, or which stop one, in the order in which they mostly come. */
export const moments = [
  'start',
  'end',
  'draft-written',
  'moderated',
  'draft-sent',
  'comments-received',
  'comments-answered',
  'published',
] as const;
export const momentSchema = z.enum(moments);
export type Moment = z.infer<typeof momentSchema>;

/** Whose bank holidays count; England and Wales share theirs, unless a calendar file says otherwise. */
export const calendarSchema = z.enum([
  'england-and-wales',
  'england',
  'wales',
  'scotland',
  'northern-ireland',
]);
/** Whose bank holidays count. */
export type Calendar = z.infer<typeof calendarSchema>;

/** A clock: so many working days from a moment, until another one. */
export const deadlineSchema = z.strictObject({
  id: slugSchema,
  title: z
    .string()
    .max(200)
    .regex(/^\S(?:[\s\S]*\S)?$/u),
  workingDays: z.int().min(0).max(400),
  from: momentSchema,
  /** The moment that stops it; where absent it runs until the judgment is sealed. */
  until: momentSchema.optional(),
  /** Whom it waits for. */
  waitsFor: z.enum(['inspectors', 'panel', 'provider', 'inspectorate']).optional(),
  /** The stage during which it runs. */
  stage: z.enum(['fieldwork', 'drafting', 'moderation', 'factual-accuracy']).optional(),
  calendar: calendarSchema,
  /** General knowledge, to be reviewed by whoever uses the framework. */
  editableDefault: z.boolean(),
});

/** A clock of a framework. */
export type Deadline = z.infer<typeof deadlineSchema>;
