import type { OfferedRecords } from './offered.ts';
import type { FoldedDraft } from '../../../shared/judgment/fold-draft.ts';
import { erasingsOf, type Erasings } from '../../../shared/judgment/erasings.ts';
import { copyMade } from '../../../shared/draft/copy-made.ts';
import { recordLine, wordless } from '../../../shared/records/record-line.ts';
import type { SignedRecord } from '../../../shared/records/record.ts';

/** Records of a file that are not here, or stand here without the content that the file has. */
export function freshRecords({ incoming, present }: OfferedRecords): readonly SignedRecord[] {
  const here = new Map<string, boolean>();
  for (const { read } of present) {
    if (read.ok) here.set(read.value.id, here.get(read.value.id) === true || read.value.words !== undefined);
  }
  const seen = new Set<string>();
  return incoming.flatMap(({ read }) => {
    if (!read.ok || read.value.type === copyMade.type || seen.has(read.value.id)) return [];
    seen.add(read.value.id);
    const known = here.get(read.value.id);
    return known === undefined || (!known && read.value.words !== undefined) ? [read.value] : [];
  });
}

/** What is to be written for a file. */
interface TakenIn {
  readonly lines: readonly string[];
  /** How many of the lines would lack their content though nobody erased it: then none may be written. */
  readonly lacking: number;
}

/**
 * The lines to write for a file: every device's records from its first on, where any of them is new, so that each log is
 * whole by itself, with the content that is here where the file lacks it. Content that was erased here does not come
 * back: its record comes in as a shell.
 */
export function linesToTakeIn(offered: OfferedRecords, sha256: (utf8: string) => string): TakenIn {
  const { incoming, present, after } = offered;
  const keys = new Set(freshRecords(offered).map((record) => record.key));
  if (keys.size === 0) return { lines: [], lacking: 0 };
  const erasings = erasingsIn(after.folded);
  const all = new Map<string, SignedRecord>();
  for (const { read } of [...incoming, ...present])
    if (read.ok && all.get(read.value.id)?.words === undefined) all.set(read.value.id, read.value);
  const inFile = new Set(incoming.flatMap(({ read }) => (read.ok ? [read.value.id] : [])));
  const records = [...all.values()]
    .filter(({ id, type, key }) => type !== copyMade.type && keys.has(key) && inFile.has(id))
    .sort((a, b) => (a.key === b.key ? a.seq - b.seq : a.key < b.key ? -1 : 1));
  return {
    lines: records.map((record) => recordLine(erasings.has(record.id) ? wordless(record, sha256) : record)),
    lacking: records.filter(({ id, words }) => words === undefined && !erasings.has(id)).length,
  };
}

function erasingsIn(folded: FoldedDraft | null): Erasings {
  if (folded === null) return new Map();
  const { graph, rights } = folded;
  return erasingsOf(
    graph,
    graph.entries.filter(({ record }) => !rights.setAside.has(record.id)),
  );
}
