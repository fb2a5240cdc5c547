import { tellWriting } from './tell-writing.ts';

/** The services of presence, by channel. */
export const presenceCalls = { tellWriting };
