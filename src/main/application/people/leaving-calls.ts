import { removeLeaver, whatTheyLeave } from './remove-leaver.ts';
import { revokeDevice } from './revoke-device.ts';

/** The services of lost devices and leavers, by channel. */
export const leavingCalls = { revokeDevice, whatTheyLeave, removeLeaver };
