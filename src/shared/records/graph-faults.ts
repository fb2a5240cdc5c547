import type { RecordId, SignedRecord } from './record.ts';

/** A record that every line check passed and that does not fit the others. */
export interface GraphFault {
  readonly record: RecordId;
  readonly code: 'lamport' | 'sequence' | 'other-draft' | 'second-beginning';
  readonly message: string;
}

export const outOfOrder: Omit<GraphFault, 'record'> = {
  code: 'lamport',
  message: "The record's place in the order does not follow from what it names.",
};

/** What is there of the records that one names. */
interface Named {
  /** How many it names. */
  readonly named: number;
  /** The places in the order of those of them that are there. */
  readonly lamports: readonly number[];
  /** Its key's record before, where it is there. */
  readonly before: SignedRecord | undefined;
}

/** Why a record does not fit those before it in the draft; null where it does. */
export function misfitIn(
  draft: RecordId,
  record: SignedRecord,
  { named, lamports, before }: Named,
): Omit<GraphFault, 'record'> | null {
  const first = record.id === draft;
  if (first ? record.draft !== null : record.draft !== draft) {
    return record.draft === null
      ? { code: 'second-beginning', message: 'The record begins another draft.' }
      : { code: 'other-draft', message: 'The record belongs to another draft.' };
  }
  if (!first && named === 0) {
    return { code: 'lamport', message: 'The record names nothing that came before it.' };
  }
  const greatest = lamports.reduce((most, lamport) => Math.max(most, lamport), 0);
  if (lamports.length === named && record.lamport !== 1 + greatest) return outOfOrder;
  if ((record.seq === 1) !== (record.prev === null)) {
    return { code: 'sequence', message: "The record's number does not fit the record before it." };
  }
  if (before !== undefined && (before.key !== record.key || before.seq !== record.seq - 1)) {
    return { code: 'sequence', message: "The record's number does not follow its key's record before." };
  }
  return null;
}
