import { extendOwnLog, shareOwnLog } from '../session/extend-own-log.ts';
import { fromFault, noPerson } from '../session/call-errors.ts';
import { handOut } from '../session/hand-out.ts';
import { introducePerson } from './introduce-person.ts';
import { certifyEncryption } from '../lodging/certify-encryption.ts';
import { loadPeople } from '../session/load-people.ts';
import { ownPerson, personView, personViews } from '../session/person-views.ts';
import type { Scope } from '../session/session.ts';
import { deviceCertified } from '../../../shared/people/device-certified.ts';
import { personVerified } from '../../../shared/people/person-verified.ts';
import { cardCorrected } from '../../../shared/people/card-corrected.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { PersonView } from '../../../shared/ipc/views.ts';

async function ownView(scope: Scope): Promise<Result<PersonView, CallError>> {
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  if (scope.session.opened !== null) {
    const shared = await shareOwnLog(scope);
    if (!shared.ok) return shared;
    await loadPeople(scope, scope.session.opened);
  }
  return done(personView(self, self, scope));
}

/** First start: who this profile is. */
export async function introduce(
  scope: Scope,
  { card }: CallInput<'introducePerson'>,
): Promise<Result<PersonView, CallError>> {
  const made = await introducePerson(scope, card);
  return made.ok ? ownView(scope) : made;
}

/** Writes one's own card anew. */
export async function correctCard(
  scope: Scope,
  { card }: CallInput<'correctCard'>,
): Promise<Result<PersonView, CallError>> {
  const written = await extendOwnLog(scope, cardCorrected.write({ card }));
  return written.ok ? ownView(scope) : written;
}

/** Records that the short phrase was compared and was the same. */
export function verifyPerson(
  scope: Scope,
  { person }: CallInput<'verifyPerson'>,
): Promise<Result<null, CallError>> {
  return extendOwnLog(scope, personVerified.write({ person }));
}

/** The people of the workspace, oneself first. */
export async function listPeople(scope: Scope): Promise<Result<readonly PersonView[], CallError>> {
  if (scope.session.opened !== null) {
    const loaded = await loadPeople(scope, scope.session.opened);
    if (!loaded.ok) return loaded;
  }
  return done(await personViews(scope));
}

/** Hands out the key backup, encrypted under a passphrase, and remembers that it was made. */
export async function backUpKey(
  scope: Scope,
  { passphrase }: CallInput<'backUpKey'>,
): Promise<Result<{ name: string } | null, CallError>> {
  const self = await ownPerson(scope);
  if (self === null) return refused(noPerson);
  const name = `plumbline-key-${self.card.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`;
  const saved = await handOut(scope, name, await scope.ports.keys.backUp(passphrase), true);
  if (!saved.ok) return saved;
  if (saved.value !== null) {
    const backedUp = new Date(scope.ports.clock.now()).toISOString();
    scope.ports.settings.write({ ...scope.ports.settings.read(), backedUp });
  }
  return saved;
}

/** Takes the person from a backup; this device gets a key of its own, certified by the restored root. */
export async function restoreKey(
  scope: Scope,
  { file, passphrase }: CallInput<'restoreKey'>,
): Promise<Result<PersonView, CallError>> {
  const read = await scope.ports.grants.readFile(file, 1_000_000);
  if (!read.ok) return refused(fromFault(read.error));
  const restored = await scope.ports.keys.restore(read.value.bytes, passphrase);
  if (!restored.ok) {
    const code = restored.error.code === 'has-person' ? 'exists' : restored.error.code;
    return refused({ code, message: restored.error.message });
  }
  const self = await scope.ports.keys.self();
  const certified = await extendOwnLog(
    scope,
    deviceCertified.write({
      device: self?.device ?? '',
      label: 'Restored device',
    }),
  );
  if (!certified.ok) return certified;
  const encryption = await certifyEncryption(scope);
  return encryption.ok ? ownView(scope) : encryption;
}
