import type { CheckedLine } from '../records/checked-line.ts';
import { draftEventTypes } from './event-types.ts';
import { copyMade } from '../draft/copy-made.ts';
import type { LeftOut } from '../records/record-graph.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';

function isLeavable(type: string): boolean {
  return draftEventTypes.get(type)?.leavable === true;
}

/** Whether a record holds words of the evidence: a note, an addition, an attachment's name, a link that quotes a note. */
export function holdsEvidence(record: SignedRecord): boolean {
  return isLeavable(record.type) && Object.keys(record.words ?? {}).length > 0;
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
 * What vouched-for statements say was left out of copies of one draft, `typeOf` being the kinds of the records that are
 * there. A statement says nothing of a kind that no copy may lack.
 */
export function leftOutOf(
  draft: RecordId,
  statements: readonly SignedRecord[],
  typeOf: (record: RecordId) => string | undefined,
): LeftOut {
  const found = new Map<RecordId, RecordId>();
  for (const statement of statements) {
    const said = copyMade.in(statement);
    if (said?.of !== draft) continue;
    for (const record of said.leftOut)
      if (isLeavable(typeOf(record) ?? '') && !found.has(record)) found.set(record, statement.id);
  }
  return found;
}

/** Those of what was left out that stand without words among these records: words that are there are no longer left out. */
export function stillLeftOut(
  leftOut: LeftOut,
  entries: readonly { readonly record: SignedRecord }[],
): LeftOut {
  if (leftOut.size === 0) return leftOut;
  const bare = new Set(
    entries.filter(({ record }) => record.words === undefined).map(({ record }) => record.id),
  );
  return new Map([...leftOut].filter(([record]) => bare.has(record)));
}
