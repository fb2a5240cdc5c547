import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { personMark } from '../records/record-titles.ts';
import { daySchema, personIdSchema, recordIdSchema, saidSchema, slugSchema } from '../values/body-parts.ts';
import { auditRoleNames, auditRoleSchema } from './audit-roles.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const nameSchema = z.string().trim().min(1).max(120);

/** What an audit is called and for; the last stands. */
export const auditPlannedBody = z.strictObject({ name: nameSchema, purpose: saidSchema });

export const auditPlanned = defineEvent({
  type: 'audit.planned',
  noun: ['plan of an audit', 'plans of audits'],
  body: auditPlannedBody,
  words: ['name', 'purpose'],
  describe: ({ name }) => `planned the audit ${name}`,
});

/** Gives somebody a role in the audit, or takes theirs away. */
export const auditorNamedBody = z.strictObject({ person: personIdSchema, role: auditRoleSchema.nullable() });

export const auditorNamed = defineEvent({
  type: 'auditor.named',
  noun: ['role in an audit', 'roles in audits'],
  body: auditorNamedBody,
  describe: ({ person, role }) =>
    role === null
      ? `took the role of ${personMark(person)} away`
      : `made ${personMark(person)} ${auditRoleNames[role]}`,
});

/** How a frame is divided: each stratum is drawn from by itself. */
export const strataBySchema = z.enum(['none', 'framework', 'lead', 'year']);
export type StrataBy = z.infer<typeof strataBySchema>;

/** By what rule sealed judgments are in a frame: sealed from one day to another, under some frameworks or, where none is named, any. */
export const frameRuleSchema = z.strictObject({
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  frameworks: z.array(slugSchema).max(60),
  strata: strataBySchema,
});
export type FrameRule = z.infer<typeof frameRuleSchema>;

/** A sealed judgment of a frame: the id of its seal, and the hash over the ids of all that it covers. */
const judgmentSchema = z.strictObject({ seal: recordIdSchema, ids: hash });
const stratumSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  /** How many of it are drawn. */
  draw: z.int().min(0).max(100_000),
  /** In the order of their seals' ids, each once. */
  judgments: z.array(judgmentSchema).min(1).max(100_000),
});

/**
 * A frame that is frozen before any number exists that decides what is drawn from it: the judgments, how many of each
 * stratum, where the outside number will come from and when, and who gives a part to the seed. Its own id is its hash.
 */
export const frameFrozenBody = z.strictObject({
  rule: frameRuleSchema,
  strata: z.array(stratumSchema).min(1).max(400),
  /** Where the outside number will be read: a published figure, a draw of lots. */
  source: saidSchema,
  /** ISO time from which it can be known. */
  moment: z.iso.datetime(),
  contributors: z.array(personIdSchema).min(2).max(10),
});
export type FrameFrozenBody = z.infer<typeof frameFrozenBody>;

export const frameFrozen = defineEvent({
  type: 'frame.frozen',
  noun: ['frozen frame', 'frozen frames'],
  body: frameFrozenBody,
  words: ['source', 'strata[].name'],
  describe: ({ strata }) =>
    `froze a frame of ${strata.flatMap(({ judgments }) => judgments).length} judgments`,
});

/** The second signature under a frame. */
export const frameConfirmedBody = z.strictObject({ frame: recordIdSchema });

export const frameConfirmed = defineEvent({
  type: 'frame.confirmed',
  noun: ['confirmation of a frame', 'confirmations of frames'],
  body: frameConfirmedBody,
  names: ({ frame }) => [frame],
  describe: () => 'confirmed the frame',
});

/** A part of the seed as its hash: its giver is bound to it before anybody can know the outside number. */
export const contributionLodgedBody = z.strictObject({ frame: recordIdSchema, commitment: hash });

export const contributionLodged = defineEvent({
  type: 'contribution.lodged',
  noun: ['lodged contribution', 'lodged contributions'],
  body: contributionLodgedBody,
  names: ({ frame }) => [frame],
  describe: () => 'lodged a contribution to the seed',
});

/** The part itself: its sha256 is what was lodged. */
export const contributionOpenedBody = z.strictObject({
  lodged: recordIdSchema,
  contribution: z.string().regex(/^[0-9a-f]{32,256}$/),
});

export const contributionOpened = defineEvent({
  type: 'contribution.opened',
  noun: ['opened contribution', 'opened contributions'],
  body: contributionOpenedBody,
  names: ({ lodged }) => [lodged],
  describe: () => 'opened a contribution to the seed',
});

/** The outside number as somebody read it, letter for letter: it goes into the seed as text. */
export const outsideRecordedBody = z.strictObject({
  frame: recordIdSchema,
  number: z
    .string()
    .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/)
    .max(200),
});

export const outsideRecorded = defineEvent({
  type: 'outside.recorded',
  noun: ['outside number', 'outside numbers'],
  body: outsideRecordedBody,
  names: ({ frame }) => [frame],
  describe: ({ number }) => `read the outside number ${number}`,
});

/** What was drawn, stratum by stratum in the order of the tickets. Whoever has the records draws the same. */
export const sampleDrawnBody = z.strictObject({
  frame: recordIdSchema,
  seed: hash,
  drawn: z.array(z.array(recordIdSchema).max(100_000)).min(1).max(400),
});

export const sampleDrawn = defineEvent({
  type: 'sample.drawn',
  noun: ['drawn sample', 'drawn samples'],
  body: sampleDrawnBody,
  names: ({ frame }) => [frame],
  describe: ({ drawn }) => `drew ${drawn.flat().length} judgments`,
});

/** A draw that is not gone on with; it stays on the record, and in every report of the audit. */
export const drawAbandonedBody = z.strictObject({ frame: recordIdSchema, reason: saidSchema });

export const drawAbandoned = defineEvent({
  type: 'draw.abandoned',
  noun: ['abandoned draw', 'abandoned draws'],
  body: drawAbandonedBody,
  words: ['reason'],
  names: ({ frame }) => [frame],
  describe: ({ reason }) => `abandoned the draw: ${reason}`,
});
