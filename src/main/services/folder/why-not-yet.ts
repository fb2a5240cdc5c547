import type { LoadedDraft } from '../session.ts';
import type { DeviceKey } from '../../../shared/domain/events/record.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/**
 * Why nothing can be written while the folder is as it is: this device's own log is not whole here, so that a further
 * record could take a number that is taken. Another person's log that is not whole stops a seal, and nothing else.
 */
export function whyNotYet({ verified }: LoadedDraft, device: DeviceKey, type: string): CallError | null {
  const ownLog = `${device}.jsonl`;
  const absent = verified.problems.filter(({ code }) => code === 'witness' || code === 'unread');
  return absent.some(({ file }) => file === ownLog) || (type === 'judgment.sealed' && absent.length > 0)
    ? notWhole
    : null;
}

const notWhole: CallError = {
  code: 'damaged',
  message:
    'Records that this computer saw before are missing from the folder, so nothing was written. Let the folder finish syncing, or put the files back from a backup; then try again.',
};
