import { z } from 'zod';
import { defineEvent, writers } from '../records/define-event.ts';
import { recordIdSchema } from '../values/body-parts.ts';

/** A file kept with an evidence note: its bytes lie in the draft's folder attachments/, named by their sha256. */
const attachmentAddedBody = z.strictObject({
  note: recordIdSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(200),
  media: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
  bytes: z.int().min(0),
});

export type AttachmentAddedBody = z.infer<typeof attachmentAddedBody>;

export const attachmentAdded = defineEvent({
  type: 'attachment.added',
  noun: ['attached file', 'attached files'],
  notice: ['attached a file', 'attached % files'],
  reachesBack: false,
  whileNewer: true,
  adoptable: true,
  erasable: 'attachments',
  leavable: true,
  trail: 'evidence',
  body: attachmentAddedBody,
  words: ['name'],
  may: writers,
  names: (body) => [body.note],
  describe: (body) => `attached ${body.name} to an evidence note`,
});
