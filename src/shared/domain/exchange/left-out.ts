import type { CheckedLine } from '../events/checked-line.ts';
import { copyMade, copyMadeBody } from '../events/copy-made.ts';
import { evidenceLinkedBody } from '../events/evidence-linked.ts';
import type { RecordId, SignedRecord } from '../events/record.ts';

/** Records whose content was left out: by which statement, and the fields they wrote with what they replaced. */
export type LeftOut = ReadonlyMap<
  RecordId,
  {
    readonly by: RecordId;
    readonly writes: readonly { readonly field: string; readonly over: readonly RecordId[] }[];
  }
>;

/** Kinds whose content a copy may lack; rights, grades, text and seals stand in every copy. */
const leavable = new Set(['evidence.noted', 'addendum.written', 'attachment.added', 'evidence.linked']);

/** Whether a record holds words of the evidence: a note, an addition, an attachment's name, a link that quotes a note. */
export function holdsEvidence(record: SignedRecord): boolean {
  if (record.body === undefined) return false;
  if (record.type === 'evidence.linked')
    return evidenceLinkedBody.safeParse(record.body).data?.passage !== undefined;
  return leavable.has(record.type);
}

/** The lines of a log or file apart from statements about copies, and those statements. */
export function withoutStatements(lines: readonly CheckedLine[]): {
  readonly records: readonly CheckedLine[];
  readonly statements: readonly CheckedLine[];
} {
  const [statements = [], records = []] = [true, false].map((wanted) =>
    lines.filter(({ read }) => (read.ok && read.value.type === copyMade.type) === wanted),
  );
  return { records, statements };
}

/**
 * What vouched-for statements say was left out of copies of one draft, by record, `typeOf` being the kinds of the records
 * that are there. A statement says nothing of a kind that no copy may lack, nor of a field but a link that a note had.
 */
export function leftOutOf(
  draft: RecordId,
  statements: readonly SignedRecord[],
  typeOf: (record: RecordId) => string | undefined,
): LeftOut {
  const found = new Map<RecordId, { by: RecordId; writes: { field: string; over: string[] }[] }>();
  for (const { id, body } of statements) {
    const said = copyMadeBody.safeParse(body).data;
    if (said?.of !== draft) continue;
    for (const { record, writes } of said.leftOut) {
      const type = typeOf(record) ?? '';
      const links = writes.filter(({ field }) => type === 'evidence.linked' && field.startsWith('link/'));
      if (leavable.has(type) && !found.has(record)) found.set(record, { by: id, writes: links });
    }
  }
  return found;
}

/** Those of what was left out that stand as shells among these records: content that is there is no longer left out. */
export function stillLeftOut(
  leftOut: LeftOut,
  entries: readonly { readonly record: SignedRecord }[],
): LeftOut {
  if (leftOut.size === 0) return leftOut;
  const shells = new Set(
    entries.filter(({ record }) => record.body === undefined).map(({ record }) => record.id),
  );
  return new Map([...leftOut].filter(([record]) => shells.has(record)));
}
