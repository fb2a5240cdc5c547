import { draftOf } from './verify-draft.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import { lostIn } from '../people/lost-devices.ts';
import type { Person } from '../people/person.ts';
import type { CheckedLine } from '../records/checked-line.ts';
import type { RecordCrypto } from '../records/read-line.ts';
import type { SignedRecord } from '../records/record.ts';
import { vouchedLines } from '../records/vouched-lines.ts';

/**
 * A draft's lines, whose hashes hold, as the survey of a workspace takes them: verified are the signatures of leaves, of
 * seals, and of what a seal or another log names. A seal names heads and the last record of every key that it covers;
 * logs of people and of the workspace name the draft by its first record, and the last one known of a lost device.
 */
export function surveyLines(
  lines: readonly CheckedLine[],
  people: readonly Person[],
  verify: RecordCrypto['verify'],
): readonly CheckedLine[] {
  const draft = draftOf(lines);
  if (draft === null) return vouchedLines(lines, () => true, verify);
  const ids = new Set([draft]);
  const places = new Set<string>();
  for (const { read } of lines) {
    const seal = read.ok ? judgmentSealed.in(read.value) : undefined;
    for (const head of seal?.heads ?? []) ids.add(head);
    for (const { key, seq } of seal?.seqs ?? []) places.add(placeOf(key, seq));
  }
  for (const keys of lostIn(draft, people).values())
    for (const [key, seq] of keys) places.add(placeOf(key, seq));
  const isNamed = ({ id, type, key, seq }: SignedRecord): boolean =>
    type === judgmentSealed.type || ids.has(id) || (places.size > 0 && places.has(placeOf(key, seq)));
  return vouchedLines(lines, isNamed, verify);
}

/** A record by its key and number. */
function placeOf(key: string, seq: number): string {
  return `${key} ${seq}`;
}
