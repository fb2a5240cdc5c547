import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema, recordIdSchema, saidSchema } from '../values/body-parts.ts';

/** The root key no longer vouches for a device's key. */
const deviceRevokedBody = z.strictObject({
  device: keySchema,
  reason: saidSchema,
  /** The number of the device's last record known in each draft: what it writes after that is set aside. */
  known: z
    .array(z.strictObject({ draft: recordIdSchema, seq: z.int().min(0) }))
    .max(20_000)
    .optional(),
});

export const deviceRevoked = defineEvent({
  type: 'device.revoked',
  noun: ['device taken away', 'devices taken away'],
  body: deviceRevokedBody,
  words: ['reason'],
  describe: (body) => `revoked a device: ${body.reason}`,
});
