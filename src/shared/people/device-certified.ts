import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema } from '../values/body-parts.ts';

/** The root key vouches for a device's key. */
const deviceCertifiedBody = z.strictObject({
  device: keySchema,
  label: z.string().trim().min(1).max(80),
});

export const deviceCertified = defineEvent({
  type: 'device.certified',
  noun: ['device', 'devices'],
  body: deviceCertifiedBody,
  words: ['label'],
  describe: (body) => `certified the device ${body.label}`,
});
