import { approveJudgment } from './approve-judgment.ts';
import { proposeReopening, reopenJudgment } from './reopen-judgment.ts';
import { sealJudgment } from './seal-judgment.ts';

/** The services of finalising: approving, sealing, reopening. */
export const finalisingServices = { approveJudgment, sealJudgment, proposeReopening, reopenJudgment };
