import { copyMade } from '../draft/copy-made.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { isCertified } from '../people/fold-person.ts';
import { lostIn } from '../people/lost-devices.ts';
import type { Person } from '../people/person.ts';
import type { CheckedLine } from '../records/checked-line.ts';
import type { SignedRecord } from '../records/record.ts';
import { foldOn } from './fold-draft.ts';
import { noticesOf, witnessProblems, type Tips, type VerifiedDraft } from './verify-draft.ts';

/** Kinds whose records are judged with all others, or are no part of a draft. */
const judgedWithAll: ReadonlySet<string> = new Set(
  [copyMade, judgmentSealed, frameworkAdopted].map(({ type }) => type),
);

/**
 * A draft that was verified before, with lines that now stand behind all others of one log: what `verifyDraft` gives of
 * all lines, at the cost of these. `last` is the line that stood last in that log. Null where that is not enough: where
 * the people are not those of before, the log is not sound or not one key's, or the fold does not go on.
 */
export function verifyMore(
  { draft, records, folded, basis }: VerifiedDraft,
  last: CheckedLine,
  lines: readonly CheckedLine[],
  people: readonly Person[],
  tips: Tips,
): VerifiedDraft | null {
  const file = lines[0]?.file;
  if (folded === null || basis === null || basis.people !== people) return null;
  const speaksOfLog = basis.problems.some(
    (problem) => problem.code === 'zero-filled' || (problem.file === file && problem.code !== 'scattered'),
  );
  const more = lines.flatMap(({ read }) => (read.ok ? [read.value] : []));
  if (speaksOfLog || more.length < lines.length || !goesOn(last, more)) return null;
  const isSound = more.every(
    (record) =>
      !judgedWithAll.has(record.type) &&
      (record.words !== undefined || record.cipher !== undefined) &&
      people.some((person) => person.id === record.author && isCertified(person, record.key)),
  );
  const next = isSound ? foldOn(folded, more, lostIn(draft, people)) : null;
  if (next === null) return null;
  for (const line of lines) basis.place(line);
  return {
    draft,
    records: records + more.length,
    folded: next,
    problems: [
      ...basis.problems,
      ...witnessProblems(tips, (id) => next.graph.isGiven(id), people),
      ...noticesOf(next, basis.problemAt),
    ],
    basis,
  };
}

/** Whether records go on from the last of their log by number, all of one key. */
function goesOn({ read }: CheckedLine, more: readonly SignedRecord[]): boolean {
  if (!read.ok) return false;
  const { key, seq } = read.value;
  return more.every((record, at) => record.key === key && record.seq === seq + at + 1);
}
