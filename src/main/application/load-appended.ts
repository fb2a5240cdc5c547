import { fewOfEachKind, fingerprintOf, keepDraft } from './load.ts';
import { openLodged } from './lodging/open-lodged.ts';
import { newestTips, tipsOf } from './session/draft-tips.ts';
import { readManyLogLines } from './session/read-lines.ts';
import type { LoadedDraft, OpenedWorkspace, Scope } from './session/session.ts';
import type { LogLine } from '../ports/storage-ports.ts';
import { verifyMore } from '../../shared/judgment/verify-more.ts';
import type { DeviceKey } from '../../shared/records/record.ts';

/**
 * Takes lines that this device just appended to its own log into the draft as it was read, at the cost of these lines:
 * `print` is the fingerprint of the folder's files, which changed by nothing else. False where all has to be read again.
 */
export async function loadAppended(
  scope: Scope,
  opened: OpenedWorkspace,
  loaded: LoadedDraft,
  device: DeviceKey,
  appended: readonly Uint8Array[],
  print: string,
): Promise<boolean> {
  if (opened.drafts.get(loaded.folder) !== loaded || loaded.waiting.size > 0) return false;
  const { verified: before, lines } = loaded;
  const file = `${device}.jsonl`;
  const at = lines.findLastIndex((line) => line.file === file);
  const last = lines[at];
  if (last === undefined) return false;
  const added = appended.map((bytes, index): LogLine => {
    const line = last.line + index + 1;
    return { file, line, bytes, isComplete: true };
  });
  const read = await readManyLogLines(added, scope.ports.crypto);
  // Of many lines other calls are answered in between, which may have read the folder anew.
  if (opened.drafts.get(loaded.folder) !== loaded) return false;
  const checked = read.map((line) => line.checked);
  const tips = await scope.ports.witness.read(before.draft);
  const more = verifyMore(before, last.checked, checked, opened.people.people, tips);
  if (more === null) return false;
  const problems = fewOfEachKind(more.problems);
  const verified = await openLodged({ ...more, problems }, scope.ports.hpke);
  const all = lines.slice(0, at + 1).concat(read, lines.slice(at + 1));
  keepDraft(opened, { ...loaded, fingerprint: fingerprintOf(opened, print), lines: all, verified });
  const newest = newestTips(tips, tipsOf(verified));
  if (newest !== null) await scope.ports.witness.remember(before.draft, newest);
  return true;
}
