import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { keySchema, saidSchema } from './body-parts.ts';

/** The root key no longer vouches for a device's key. */
export const deviceRevokedBody = z.strictObject({ device: keySchema, reason: saidSchema });

/** The record type device.revoked. */
export const deviceRevoked = defineEvent({
  type: 'device.revoked',
  body: deviceRevokedBody,
  describe: (body) => `revoked a device: ${body.reason}`,
});
