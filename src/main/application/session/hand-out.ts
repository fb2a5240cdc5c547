import { fromFault } from './call-errors.ts';
import type { Scope } from './session.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/**
 * Hands a file to the person, who says where it goes; null where they decide against it. Nobody else on their computer
 * may read a `secret` one.
 */
export async function handOut(
  { ports, session }: Scope,
  name: string,
  bytes: Uint8Array,
  secret = false,
): Promise<Result<{ readonly name: string } | null, CallError>> {
  const saved = await ports.dialogs.saveFile(session.window, name, bytes, secret);
  return saved.ok ? done(saved.value) : refused(fromFault(saved.error));
}
