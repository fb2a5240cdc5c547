import { tableOfKinds } from '../records/define-event.ts';
import { cardCorrected } from './card-corrected.ts';
import { deviceCertified } from './device-certified.ts';
import { deviceRevoked } from './device-revoked.ts';
import { encryptionCertified } from './encryption-certified.ts';
import { frameworkPublished } from '../framework/framework-published.ts';
import { personDistrusted } from './person-distrusted.ts';
import { personIntroduced } from './person-introduced.ts';
import { personVerified } from './person-verified.ts';
import { personVouched } from './person-vouched.ts';

/** The kinds of record in a person's log. */
export const personEventTypes = tableOfKinds([
  personIntroduced,
  cardCorrected,
  deviceCertified,
  deviceRevoked,
  encryptionCertified,
  personVerified,
  personVouched,
  personDistrusted,
  frameworkPublished,
]);
