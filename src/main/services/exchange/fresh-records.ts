import type { OfferedRecords } from './offered.ts';
import { erasingsOf } from '../../../shared/domain/draft/open-values.ts';
import { copyMade } from '../../../shared/domain/events/copy-made.ts';
import { recordLine, shellOf } from '../../../shared/domain/events/record-line.ts';
import type { SignedRecord } from '../../../shared/domain/events/record.ts';

/** Records of a file that are not here, or stand here without the content that the file has. */
export function freshRecords({ incoming, present }: OfferedRecords): readonly SignedRecord[] {
  const here = new Map<string, boolean>();
  for (const { read } of present) {
    if (read.ok) here.set(read.value.id, here.get(read.value.id) === true || read.value.body !== undefined);
  }
  const seen = new Set<string>();
  return incoming.flatMap(({ read }) => {
    if (!read.ok || read.value.type === copyMade.type || seen.has(read.value.id)) return [];
    seen.add(read.value.id);
    const known = here.get(read.value.id);
    return known === undefined || (!known && read.value.body !== undefined) ? [read.value] : [];
  });
}

/**
 * The lines to write for a file: every device's records from its first on, where any of them is new, so that each is
 * whole by itself; then the statements about what was left out, where that is still not here. Content that was erased
 * here does not come back: its record comes in as a shell.
 */
export function linesToTakeIn(offered: OfferedRecords): readonly string[] {
  const { incoming, after } = offered;
  const keys = new Set(freshRecords(offered).map((record) => record.key));
  if (keys.size === 0) return [];
  const { folded } = after;
  const counted = folded?.graph.entries.filter(({ record }) => !folded.rights.setAside.has(record.id)) ?? [];
  const erasings = erasingsOf(counted);
  const all = incoming.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const records = [...new Map(all.map((record) => [record.id, record])).values()];
  const logs = records
    .filter((record) => record.type !== copyMade.type && keys.has(record.key))
    .sort((a, b) => (a.key === b.key ? a.seq - b.seq : a.key < b.key ? -1 : 1))
    .map((record) => (erasings.has(record.id) ? shellOf(record) : record));
  const statements =
    (folded?.state.leftOut.length ?? 0) > 0 ? records.filter((record) => record.type === copyMade.type) : [];
  return [...logs, ...statements].map(recordLine);
}
