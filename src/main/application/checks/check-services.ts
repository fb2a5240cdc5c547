import { checkReport } from './check-report.ts';

/** The services of the report's checks. */
export const reportCheckServices = { checkReport };
