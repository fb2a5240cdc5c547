import { z } from 'zod';
import { recordIdSchema } from '../domain/events/body-parts.ts';
import type { PooledAgreementView } from './agreement-views.ts';
import { channel } from './channel.ts';

/** How far panels of this workspace agree. */
export const agreementChannels = {
  /** Pools every revealed round; the job is called `agreement` and can be cancelled. */
  pooledAgreement: channel(
    z.strictObject({ draft: recordIdSchema, seed: z.int().min(0).max(2_147_483_647) }),
  ).gives<PooledAgreementView>(),
};
