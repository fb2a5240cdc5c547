import { z } from 'zod';
import { interestSchema } from '../../../shared/moderation/interest-declared.ts';
import { agreedRules, outcomeKinds } from '../../../shared/values/area-outcome.ts';
import { sureness } from '../../../shared/moderation/lodged-grades.ts';

const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const act = z.strictObject({ by: z.string(), at: minute });
const answer = act.extend({ text: z.string() });

/** resources/sample/panel.json: one round of independent grades with all that came of it, people and notes by key. */
export const samplePanel = z.strictObject({
  interests: z.array(act.extend({ interests: z.array(interestSchema) })),
  round: act.extend({
    deputy: z.string(),
    revision: z.int(),
    members: z.array(z.string()),
    quorum: z.int(),
    due: z.iso.date(),
  }),
  lodged: z.array(
    act.extend({
      entries: z.array(
        z.strictObject({
          area: z.string(),
          grade: z.string(),
          sure: z.enum(sureness),
          rationale: z.string(),
          evidence: z.array(z.string()),
        }),
      ),
    }),
  ),
  reveal: act,
  reconsidered: z.array(act.extend({ area: z.string(), grade: z.string(), reason: z.string() })),
  outcomes: z.array(
    act.extend({
      area: z.string(),
      outcome: z.enum(outcomeKinds),
      grade: z.string(),
      rule: z.enum(agreedRules),
      reason: z.string(),
      points: z.array(z.strictObject({ text: z.string(), owner: z.string(), due: z.iso.date(), answer })),
    }),
  ),
  dissents: z.array(act.extend({ area: z.string(), grade: z.string(), text: z.string() })),
  challenges: z.array(
    act.extend({ area: z.string(), text: z.string(), owner: z.string(), due: z.iso.date(), answer }),
  ),
});

/** The sample's panel as written. */
export type SamplePanel = z.infer<typeof samplePanel>;
