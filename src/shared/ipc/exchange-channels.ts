import { z } from 'zod';
import { recordIdSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';
import type { OfferedFile } from './exchange-views.ts';
import { grantSchema } from './workspace-channels.ts';

/** Records by e-mail or stick: looking at a file before taking it in, and handing copies and cards on. */
export const exchangeChannels = {
  /** Says what taking a .judgment or .card file in would do. Nothing is written. */
  offerFile: channel(z.strictObject({ file: grantSchema })).gives<OfferedFile>(),
  /** Takes the file offered last in: the union of its records and what is here. */
  takeIn: channel(z.strictObject({ file: grantSchema })).gives<{ draft: string | null; added: number }>(),
  exportCopy: channel(z.strictObject({ draft: recordIdSchema, evidence: z.boolean() })).gives<{
    name: string;
  } | null>(),
  exportCard: channel(z.strictObject({ of: z.literal('me') })).gives<{ name: string } | null>(),
};
