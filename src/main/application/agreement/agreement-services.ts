import { calibrationSets, setCalibration } from './calibration-sets.ts';
import { pooledAgreement } from './pooled-agreement.ts';

/** The services of agreement, one for every channel of theirs. */
export const agreementServices = { pooledAgreement, calibrationSets, setCalibration };
