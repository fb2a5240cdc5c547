import { z } from 'zod';
import { gradeValueSchema } from './grade-value.ts';
import { daySchema, personIdSchema, saidSchema } from './body-parts.ts';

/** What a panel can make of an area. */
export const outcomeKinds = ['agree', 'change', 'return', 'gather'] as const;
/** Agree with the grade; change it; return it with points; the evidence base is not secure, gather more. */
export type OutcomeKind = (typeof outcomeKinds)[number];

/** How a panel finds its agreed grade; its own choice. */
export const agreedRules = ['consensus', 'median', 'majority', 'chair'] as const;
/** How a panel finds its agreed grade. */
export type AgreedRule = (typeof agreedRules)[number];

/** One point back to the team: what is to be done, by whom where that is settled, by which day. */
const teamPointSchema = z.strictObject({
  text: saidSchema.max(4000),
  owner: personIdSchema.nullable(),
  due: daySchema,
});

/** What moderation settles for one area of a round. */
export const areaOutcomeSchema = z
  .strictObject({
    outcome: z.enum(outcomeKinds),
    /** The agreed grade; null where the area goes back or more must be gathered. */
    agreed: gradeValueSchema.nullable(),
    rule: z.enum(agreedRules),
    reason: saidSchema,
    points: z.array(teamPointSchema).max(60),
  })
  .refine(({ outcome, agreed }) => (outcome === 'agree' || outcome === 'change') === (agreed !== null), {
    message: 'an agreed grade stands where, and only where, the panel agrees or changes',
  })
  .refine(({ outcome, points }) => outcome !== 'return' || points.length > 0, {
    message: 'what goes back goes back with points',
  });

/** What moderation settles for one area of a round. */
export type AreaOutcome = z.infer<typeof areaOutcomeSchema>;
