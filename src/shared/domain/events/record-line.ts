import { canonical } from './canonical.ts';
import type { SignedRecord } from './record.ts';

/** A record as its line in a log, without the line feed. */
export function recordLine(record: SignedRecord): string {
  return canonical(record);
}

/** What remains of a record when its content is erased: everything its id and signature cover. */
export function shellOf(record: SignedRecord): SignedRecord {
  const { salt: _salt, body: _body, ...shell } = record;
  return shell;
}
