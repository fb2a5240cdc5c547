import { tableOfKinds } from '../events/define-event.ts';
import { cardCorrected } from '../events/card-corrected.ts';
import { deviceCertified } from '../events/device-certified.ts';
import { deviceRevoked } from '../events/device-revoked.ts';
import { encryptionCertified } from '../events/encryption-certified.ts';
import { frameworkPublished } from '../events/framework-published.ts';
import { personIntroduced } from '../events/person-introduced.ts';
import { personVerified } from '../events/person-verified.ts';
import { personVouched } from '../events/person-vouched.ts';

/** The kinds of record in a person's log. */
export const personEventTypes = tableOfKinds([
  personIntroduced,
  cardCorrected,
  deviceCertified,
  deviceRevoked,
  encryptionCertified,
  personVerified,
  personVouched,
  frameworkPublished,
]);
