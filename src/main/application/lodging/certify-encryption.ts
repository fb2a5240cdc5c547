import { extendOwnLog } from '../session/extend-own-log.ts';
import { ownPerson } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { encryptionCertified } from '../../../shared/people/encryption-certified.ts';
import { done, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Has the root key vouch for this person's encryption key, where it has not yet: profiles made before lodging. */
export async function certifyEncryption(scope: Scope): Promise<Result<null, CallError>> {
  const self = await ownPerson(scope);
  if (self === null || scope.ports.lockedBy !== null) return done(null);
  const encryptionKey = await scope.ports.keys.encryptionKey();
  if (encryptionKey === null || encryptionKey === self.encryptionKey) return done(null);
  return extendOwnLog(scope, encryptionCertified.write({ encryptionKey }));
}
