import { z } from 'zod';
import { defineEvent, leads } from '../records/define-event.ts';
import { keySchema, recordIdSchema } from '../values/body-parts.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The signature over a finalised draft and all that led to it. */
export const judgmentSealedBody = z.strictObject({
  /** The law that it is judged by, whoever reads it and whenever: see seal-law.ts. A later law is a later version of this kind. */
  law: z.literal(1),
  heads: z.array(recordIdSchema).min(1).max(64),
  /** The last seq of every key among the heads and their ancestors, by key in code-unit order. */
  seqs: z.array(z.strictObject({ key: keySchema, seq: z.int().min(1) })),
  /** How many records the heads and their ancestors are. */
  count: z.int().min(1),
  /** sha256 of their ids, sorted, joined by line feeds. */
  idsHash: hash,
  /**
   * Per field, by name in code-unit order: sha256 of the canonical form of {field, salt, value}, where salt is
   * that of the words of the record that wrote the value, so that erasing them makes the commitment unguessable.
   */
  commitments: z.array(z.strictObject({ field: z.string().max(300), hash })).max(5000),
  /** The sha256 of every file that the sealed records speak of, sorted; absent where there is none. */
  attachments: z.array(hash).max(5000).optional(),
  /**
   * Per narrative, grade, detail, list of improvements and note: the sha256 of the hashes of its words, each salted,
   * joined by line feeds, so that a copy with words taken out proves the words it left in.
   */
  passages: z
    .array(z.strictObject({ field: z.string().max(300), hash }))
    .max(8000)
    .optional(),
  /** What the gates said at sealing, for readers; verification does not rest on it. */
  gates: z.array(z.strictObject({ gate: z.string().max(80), told: z.string().max(2000) })).max(200),
});

export const judgmentSealed = defineEvent({
  type: 'judgment.sealed',
  noun: ['seal', 'seals'],
  keptInRedactedCopy: true,
  trail: 'finalising',
  isStep: true,
  isContribution: true,
  notice: ['sealed the judgment', 'sealed the judgment'],
  body: judgmentSealedBody,
  words: ['gates[].told'],
  may: leads,
  names: (body) => body.heads,
  describe: () => 'signed and sealed the judgment',
});
