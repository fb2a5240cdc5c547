import type { LoadedDraft } from './session.ts';
import type { VerifiedDraft } from '../../../shared/judgment/verify-draft.ts';
import type { EventType } from '../../../shared/records/define-event.ts';
import { judgmentSealed } from '../../../shared/finalising/judgment-sealed.ts';
import type { CheckedLine, Problem } from '../../../shared/records/checked-line.ts';
import type { DeviceKey } from '../../../shared/records/record.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** Keys of records that are here, sound, and wait for records that are not. */
export function waitingKeys(
  lines: readonly CheckedLine[],
  { folded }: VerifiedDraft,
): ReadonlySet<DeviceKey> {
  if (folded === null || folded.graph.missing.length === 0) return new Set();
  const faulty = new Set(folded.graph.faults.map((fault) => fault.record));
  return new Set(
    lines.flatMap(({ read }) =>
      read.ok && !folded.graph.has(read.value.id) && !faulty.has(read.value.id) ? [read.value.key] : [],
    ),
  );
}

/**
 * Why nothing can be written while the folder is as it is: this device's own log is not whole here, so that a further
 * record could take a number that is taken. Another person's log that is not whole stops a seal, and nothing else.
 */
export function whyNotYet(
  { verified, waiting }: LoadedDraft,
  device: DeviceKey,
  kind: EventType,
): CallError | null {
  if (waiting.has(device)) return restsOnMissing;
  const ownLog = `${device}.jsonl`;
  const stops = ({ file }: Problem): boolean => file === ownLog || kind.type === judgmentSealed.type;
  const lasting = verified.problems.find((problem) => isLasting(problem) && stops(problem));
  if (lasting !== undefined) return { code: 'damaged', message: `Nothing was written: ${lasting.message}` };
  const absent = verified.problems.filter(({ code }) => code === 'witness' || code === 'unread');
  return absent.some(stops) ? notWhole : null;
}

/** What no waiting mends: a link or a device in the place of a log, or a file larger than any log. */
function isLasting({ code }: Problem): boolean {
  return code === 'not-a-file' || code === 'too-large';
}

const restsOnMissing: CallError = {
  code: 'damaged',
  message:
    'Your own last records rest on records of others that are not in the folder at this moment, so nothing was written. What you typed is kept on this computer. Let the folder finish syncing, then try again.',
};

const notWhole: CallError = {
  code: 'damaged',
  message:
    'Records that this computer saw before are missing from the folder, so nothing was written. Let the folder finish syncing, or put the files back from a backup; then try again.',
};
