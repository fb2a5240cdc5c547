import { fromFault } from './call-errors.ts';
import type { LoadedDraft, OpenedWorkspace } from './session.ts';
import type { CheckedLine } from '../../../shared/records/checked-line.ts';
import { recordLine } from '../../../shared/records/record-line.ts';
import type { DeviceKey, SignedRecord } from '../../../shared/records/record.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';

/** By key, the records that stand in a copy of its log only: where a sync service put an older log in its place. */
export function astrayRecords(
  lines: readonly CheckedLine[],
): ReadonlyMap<DeviceKey, readonly SignedRecord[]> {
  const isHome = ({ file, read }: CheckedLine): boolean =>
    read.ok &&
    file.length === read.value.key.length + 6 &&
    file.startsWith(read.value.key) &&
    file.endsWith('.jsonl');
  const astray = new Map<DeviceKey, SignedRecord[]>();
  const away = lines.filter((line) => line.read.ok && !isHome(line));
  if (away.length === 0) return astray;
  const home = new Set(lines.flatMap((line) => (line.read.ok && isHome(line) ? [line.read.value.id] : [])));
  for (const { read } of away) {
    if (!read.ok || home.has(read.value.id)) continue;
    home.add(read.value.id);
    astray.set(read.value.key, [...(astray.get(read.value.key) ?? []), read.value]);
  }
  return astray;
}

/**
 * Puts this device's own records that stand in a copy only back into its own log, before it writes on: whoever clears
 * the copies away then loses nothing.
 */
export async function takeBack(
  opened: OpenedWorkspace,
  loaded: LoadedDraft,
  device: DeviceKey,
): Promise<Result<null, CallError>> {
  const own = loaded.astray.get(device) ?? [];
  if (own.length === 0) return done(null);
  const taken = await opened.workspace.takeBack(loaded.folder, device, own.map(recordLine));
  return taken.ok ? done(null) : refused(fromFault(taken.error));
}
