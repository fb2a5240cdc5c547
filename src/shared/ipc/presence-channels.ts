import { z } from 'zod';
import { recordIdSchema, slugSchema } from '../values/body-parts.ts';
import { channel } from './channel.ts';

/** Who is writing where, as far as the shared folder carries it. */
export const presenceChannels = {
  /** Says in which area this person writes, or with null that they stopped. It answers at once and never fails. */
  tellWriting: channel(z.strictObject({ draft: recordIdSchema, area: slugSchema.nullable() })).gives<null>(),
};
