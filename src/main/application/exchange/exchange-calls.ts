import { exportCard, exportCopy } from './export-copy.ts';
import { offerFile } from './offer-file.ts';
import { takeIn } from './take-in.ts';

/** The services of exchanging records by file, by channel. */
export const exchangeCalls = { offerFile, takeIn, exportCopy, exportCard };
