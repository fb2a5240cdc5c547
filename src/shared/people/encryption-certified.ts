import { z } from 'zod';
import { defineEvent } from '../records/define-event.ts';
import { keySchema } from '../values/body-parts.ts';

/** The root key vouches for the key to which secrets for this person are encrypted; the latest in their log stands. */
const encryptionCertifiedBody = z.strictObject({
  /** X25519, raw. */
  encryptionKey: keySchema,
});

export const encryptionCertified = defineEvent({
  type: 'encryption.certified',
  noun: ['key for encrypted grades', 'keys for encrypted grades'],
  body: encryptionCertifiedBody,
  describe: () => 'certified an encryption key',
});
