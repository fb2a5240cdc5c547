import { z } from 'zod';
import { calibrationSetBody } from '../moderation/calibration-set.ts';
import { recordIdSchema } from '../values/body-parts.ts';
import type { CalibrationSetView, PooledAgreementView } from './agreement-views.ts';
import { channel } from './channel.ts';
import type { SavedView } from './views.ts';

/** How far panels of this workspace agree. */
export const agreementChannels = {
  /** Pools every revealed round; the job is called `agreement` and can be cancelled. */
  pooledAgreement: channel(
    z.strictObject({ draft: recordIdSchema, seed: z.int().min(0).max(2_147_483_647) }),
  ).gives<PooledAgreementView>(),
  /** The calibration sets of the workspace in which the draft lies. */
  calibrationSets: channel(z.strictObject({ draft: recordIdSchema })).gives<readonly CalibrationSetView[]>(),
  setCalibration: channel(calibrationSetBody.extend({ draft: recordIdSchema })).gives<SavedView>(),
};
