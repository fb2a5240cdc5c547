import { z } from 'zod';
import { slugSchema } from '../values/body-parts.ts';
import { basisSchema } from './basis.ts';

/** When a limiter applies: on an area's grade, a count of areas' grades, or a named fact. */
const conditionSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('grade'),
    area: slugSchema,
    is: z.enum(['exactly', 'at-most', 'at-least']),
    grade: slugSchema,
  }),
  z.strictObject({
    on: z.literal('count'),
    areas: z.array(slugSchema).min(1),
    is: z.enum(['exactly', 'at-most', 'at-least']),
    grade: slugSchema,
    /** In how many of the areas. */
    atLeast: z.int().min(0).max(60),
    atMost: z.int().min(0).max(60).optional(),
  }),
  z.strictObject({ on: z.literal('fact'), fact: slugSchema, holds: z.boolean() }),
]);

/** A rule by which something holds an area's grade down or fixes it. */
export const limiterSchema = z.strictObject({
  id: slugSchema,
  title: z
    .string()
    .max(300)
    .regex(/^\S(?:[\s\S]*\S)?$/u),
  /** All of these together. */
  when: z.array(conditionSchema).min(1).max(10),
  /** Sets the area's grade, caps it at one, or keeps it at one at least. */
  then: z.strictObject({ area: slugSchema, rule: z.enum(['set', 'cap', 'floor']), grade: slugSchema }),
  /** Hard rules block; soft ones may be departed from with a recorded reason. */
  force: z.enum(['hard', 'soft']),
  basis: basisSchema.optional(),
});

export type Condition = z.infer<typeof conditionSchema>;
/** A rule by which something holds an area's grade down or fixes it. */
export type Limiter = z.infer<typeof limiterSchema>;
