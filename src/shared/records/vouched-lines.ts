import type { CheckedLine } from './checked-line.ts';
import { lineProblem } from './line-problem.ts';
import { encryptedBy, type RecordCrypto } from './read-line.ts';
import type { RecordId, SignedRecord } from './record.ts';
import { refused } from '../result.ts';

/** Every line of one record: the head is the same in each, signature and form need not be. */
interface RecordLines {
  readonly head: SignedRecord;
  /** By number among all lines; those whose signatures do not hold are taken out. */
  readonly standing: Map<number, SignedRecord>;
  /** How many records of its key that still stand name it as `prev`. */
  vouchers: number;
  isVerified: boolean;
}

/**
 * Lines whose hashes hold, with those refused whose signatures do not, of which as few as may be are verified: those of
 * leaves, of records that are `named` elsewhere, and of whoever encrypted a line. A leaf is a record that no other of
 * its key names as `prev`. An id covers the id before it, so a leaf's signature is its key's word for all of its key's
 * records below: a changed signature there stays unfound, a changed record never. Where a leaf is refused, what it names
 * is a leaf in its place.
 */
export function vouchedLines(
  lines: readonly CheckedLine[],
  named: (record: SignedRecord) => boolean,
  verify: RecordCrypto['verify'],
): readonly CheckedLine[] {
  const records = recordsIn(lines);
  const before = ({ head }: RecordLines): RecordLines | undefined => {
    const found = head.prev === null ? undefined : records.get(head.prev);
    return found?.head.key === head.key ? found : undefined;
  };
  for (const record of records.values()) {
    const vouchedFor = before(record);
    if (vouchedFor !== undefined) vouchedFor.vouchers += 1;
  }

  const wrong = new Set<number>();
  const leaves: RecordLines[] = [];
  const keep = (record: RecordLines, holds: (line: SignedRecord) => boolean): void => {
    if (record.standing.size === 0) return;
    for (const [at, line] of record.standing) {
      if (holds(line)) continue;
      record.standing.delete(at);
      wrong.add(at);
    }
    const vouchedFor = record.standing.size === 0 ? before(record) : undefined;
    if (vouchedFor === undefined) return;
    vouchedFor.vouchers -= 1;
    if (vouchedFor.vouchers === 0) leaves.push(vouchedFor);
  };
  for (const record of records.values()) {
    if ([...record.standing.values()].some(({ cipher }) => cipher !== undefined))
      keep(record, (line) => encryptedBy(line).every(({ key, message, sig }) => verify(key, message, sig)));
    if (record.vouchers === 0 || named(record.head)) leaves.push(record);
  }
  for (let record = leaves.pop(); record !== undefined; record = leaves.pop()) {
    if (record.isVerified) continue;
    record.isVerified = true;
    const { id, key } = record.head;
    keep(record, ({ sig }) => verify(key, id, sig));
  }
  if (wrong.size === 0) return lines;
  return lines.map((line, at) =>
    wrong.has(at) ? { ...line, read: refused(lineProblem('signature')) } : line,
  );
}

function recordsIn(lines: readonly CheckedLine[]): ReadonlyMap<RecordId, RecordLines> {
  const records = new Map<RecordId, RecordLines>();
  for (const [at, { read }] of lines.entries()) {
    if (!read.ok) continue;
    const { value } = read;
    const known = records.get(value.id);
    if (known !== undefined) known.standing.set(at, value);
    else
      records.set(value.id, {
        head: value,
        standing: new Map([[at, value]]),
        vouchers: 0,
        isVerified: false,
      });
  }
  return records;
}
