import { noPerson } from '../call-errors.ts';
import { extendOwnLog, shareOwnLog } from '../extend-own-log.ts';
import { ownPerson } from '../person-views.ts';
import type { Scope } from '../session.ts';
import { eachDraft } from '../together/each-draft.ts';
import { refused, type Result } from '../../../shared/domain/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';

/**
 * Revokes a device of one's own and says how far it had written in every draft of the open workspace: what it writes
 * after that is set aside everywhere, whatever its clock says. What it wrote before stands.
 */
export async function revokeDevice(
  scope: Scope,
  { device, reason }: CallInput<'revokeDevice'>,
): Promise<Result<null, CallError>> {
  const shared = await shareOwnLog(scope);
  if (!shared.ok) return shared;
  const self = await ownPerson(scope);
  const keys = await scope.ports.keys.self();
  if (self === null || keys === null) return refused(noPerson);
  if (device === keys.device || !self.devices.some((one) => one.key === device)) return refused(notAnother);
  const read = await eachDraft(scope, { draft: null });
  if (!read.ok) return read;
  const known = read.value.drafts.map(({ draft, folded }) => {
    const theirs = folded.graph.entries.filter(({ record }) => record.key === device);
    return { draft, seq: Math.max(0, ...theirs.map(({ record }) => record.seq)) };
  });
  const written = await extendOwnLog(scope, 'device.revoked', { device, reason, known });
  if (written.ok) scope.ports.windows.broadcast({ kind: 'changed', draft: null });
  return written;
}

const notAnother: CallError = {
  code: 'not-allowed',
  message:
    'Only another device of your own can be revoked here, not the one you are using. Nothing was changed. Use another computer of yours, or restore your key backup on one.',
};
