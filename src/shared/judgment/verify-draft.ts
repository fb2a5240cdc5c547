import { canonical } from '../records/canonical.ts';
import type { CheckedLine, Problem } from '../records/checked-line.ts';
import { checkFileSequences } from '../records/file-sequence.ts';
import { copyMade } from '../draft/copy-made.ts';
import { leftOutOf, withoutStatements } from './left-out.ts';
import { frameworkAdopted } from '../framework/framework-adopted.ts';
import { judgmentSealed } from '../finalising/judgment-sealed.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import { copyProblems } from './copy-problems.ts';
import { sealMismatches } from './seal.ts';
import { isCertified } from '../people/fold-person.ts';
import type { Person } from '../people/person.ts';
import { lostIn } from '../people/lost-devices.ts';
import { certifiedRecords, type CertifiedRecords } from '../people/certified-records.ts';
import { foldAt, foldDraft, foldMore, type FoldedDraft } from './fold-draft.ts';
import { withEmptyCopies } from '../people/empty-copies.ts';
import { erasingsOf } from './erasings.ts';
import { count, listOf } from '../words.ts';

const statesNothing =
  'This statement says what a copy lacks. It counts in the file that it was made for, and not here: whatever lacks its content here is found by name.';
const adoptedIn = frameworkAdopted.in;

/** Tips of each key that somebody saw earlier. */
export type Tips = Readonly<Record<string, { readonly seq: number; readonly id: RecordId }>>;

/** A draft read from its files: what folds, and everything that is wrong or worth telling. */
export interface VerifiedDraft {
  readonly draft: RecordId;
  readonly records: number;
  readonly folded: FoldedDraft | null;
  readonly problems: readonly Problem[];
  /** What verifying goes on from where further lines come: see `verifyMore`. Null where all have to be read again. */
  readonly basis: VerifiedBasis | null;
}

/** What was found in a draft's lines, whatever others come. */
interface VerifiedBasis extends Pick<CertifiedRecords, 'problemAt' | 'place'> {
  /** What is wrong with the lines and how they fit, without what is missed and what the draft itself tells. */
  readonly problems: readonly Problem[];
  readonly people: readonly Person[];
}

/** The draft that most whole lines of a folder belong to. */
export function draftOf(lines: readonly CheckedLine[]): RecordId | null {
  const votes = new Map<RecordId, number>();
  for (const { read } of lines) {
    if (!read.ok || read.value.type === copyMade.type) continue;
    const id = read.value.draft ?? read.value.id;
    votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

/**
 * Verifies a draft's lines against each other, the people's keys, its seals, and tips seen earlier. Only of lines from a
 * `file` may a signed statement say that their content was left out: a workspace holds whole records or none. Where the
 * draft was folded `before`, the fold goes on from there if it can.
 */
export function verifyDraft(
  draft: RecordId,
  lines: readonly CheckedLine[],
  people: readonly Person[],
  tips: Tips,
  sha256: (utf8: string) => string,
  from: 'folder' | 'file' = 'folder',
  before: FoldedDraft | null = null,
): VerifiedDraft {
  const { records: plain, statements } = withoutStatements(lines);
  const passages = plain.flatMap(({ passage }) => passage ?? []);
  const inLines = certifiedRecords(
    [...plain, ...statements].filter(({ passage }) => passage === undefined),
    people,
  );
  const problems: Problem[] = [...checkFileSequences(plain), ...inLines.problems];
  const at = (...problem: Parameters<typeof inLines.problemAt>): void =>
    void problems.push(inLines.problemAt(...problem));
  const byId = new Map(people.map((person) => [person.id, person]));
  const isStatement = ({ type }: SignedRecord): boolean => type === copyMade.type;
  const stated = [...inLines.records.values()].filter(isStatement);
  const records = new Map([...inLines.records].filter(([, record]) => !isStatement(record)));
  if (from === 'folder') for (const { id } of stated) at('notice', id, 'copy-statement', statesNothing);
  const leftOut = from === 'file' ? leftOutOf(draft, stated, (id) => records.get(id)?.type) : undefined;
  const all = [...records.values()];
  const lost = lostIn(draft, people);
  const goesOn = before?.graph.draft === draft && from === 'folder' && passages.length === 0;
  const folded =
    (goesOn ? foldMore(before, all, lost) : null) ??
    foldDraft(draft, all, leftOut, lost, passages.length > 0);
  if (folded === null) {
    const message =
      'The first record of this draft is missing or damaged, so the draft cannot be put together.';
    problems.push({
      level: 'broken',
      file: lines[0]?.file ?? '',
      line: 0,
      record: draft,
      code: 'no-beginning',
      message,
    });
    return { draft, records: records.size, folded, problems, basis: null };
  }
  for (const fault of folded.graph.faults) at('broken', fault.record, fault.code, fault.message);
  for (const { neededBy } of folded.graph.missing) {
    at('broken', neededBy, 'missing', 'It names a record that nobody has here.');
  }
  if (passages.length === 0)
    for (const [record, message] of missingContent(folded)) at('broken', record, 'content-missing', message);
  else
    for (const { at: placed, ...found } of copyProblems(passages, folded, sha256)) {
      const { level, record, code, message } = found;
      const { file, line } = placed ?? inLines.problemAt(level, record, code, message);
      problems.push({ file, line, ...found });
    }
  for (const [record, message] of wrongFrameworks(folded, sha256)) at('broken', record, 'framework', message);
  for (const [record, message] of wrongSeals(folded, sha256)) at('broken', record, 'seal', message);
  const ofLines = [...problems];
  problems.push(...witnessProblems(tips, (id) => records.has(id), people));
  const [first] = folded.state.leftOut;
  if (first !== undefined)
    at('notice', first, 'left-out', leftOutWords(folded.state.leftOut.length, stated, byId));
  problems.push(...noticesOf(folded, inLines.problemAt));
  const { problemAt, place } = inLines;
  const mayGoOn = from === 'folder' && passages.length === 0 && first === undefined;
  return {
    draft,
    records: records.size,
    folded,
    problems: withEmptyCopies(lines, problems),
    basis: mayGoOn ? { problems: ofLines, people, problemAt, place } : null,
  };
}

/** What somebody saw earlier and is not here. */
export function witnessProblems(
  tips: Tips,
  isHere: (record: RecordId) => boolean,
  people: readonly Person[],
): readonly Problem[] {
  return Object.entries(tips).flatMap(([key, tip]): readonly Problem[] => {
    if (isHere(tip.id)) return [];
    const owner = people.find((person) => isCertified(person, key))?.card.name;
    const message = `Record ${tip.seq} of ${owner ?? 'someone unknown'} was seen before and is no longer here: its log was cut short or put back from an old copy.`;
    return [{ level: 'broken', file: `${key}.jsonl`, line: 0, record: tip.id, code: 'witness', message }];
  });
}

/** What a draft tells of its records, each at the place where it stands. */
export function noticesOf({ state }: FoldedDraft, problemAt: VerifiedBasis['problemAt']): readonly Problem[] {
  return state.notices.map(({ record, code, message }) => problemAt('notice', record, code, message));
}

function leftOutWords(
  records: number,
  stated: readonly SignedRecord[],
  people: ReadonlyMap<string, Person>,
): string {
  const by = listOf([...new Set(stated.map(({ author }) => people.get(author)?.card.name ?? ''))]);
  return `The words of ${count(records, 'record')} were left out of a copy that ${by} made. Their ids and signatures hold, and so does what they do.`;
}

function missingContent({ graph, rights }: FoldedDraft): readonly [RecordId, string][] {
  const erased = erasingsOf(
    graph,
    graph.entries.filter(({ record }) => !rights.setAside.has(record.id)),
  );
  return graph.entries
    .filter(
      ({ record }) =>
        record.words === undefined &&
        record.cipher === undefined &&
        !erased.has(record.id) &&
        !graph.leftOut.has(record.id),
    )
    .map(({ record }) => [record.id, 'Its words are gone, and no record says that they were erased.']);
}

/** Whether the framework that a record carries is the one it names, worked out once: neither ever changes. */
const named = new WeakMap<SignedRecord, boolean>();

function namesItsFramework(record: SignedRecord, sha256: (utf8: string) => string): boolean {
  const known = named.get(record);
  if (known !== undefined) return known;
  const body = adoptedIn(record);
  const right = body === undefined || sha256(canonical(body.framework)) === body.hash;
  named.set(record, right);
  return right;
}

function wrongFrameworks(
  { graph }: FoldedDraft,
  sha256: (utf8: string) => string,
): readonly [RecordId, string][] {
  return graph.entries
    .filter(({ record }) => record.type === frameworkAdopted.type && !namesItsFramework(record, sha256))
    .map(({ record }) => [record.id, 'The framework it carries is not the one it names.']);
}

function wrongSeals(folded: FoldedDraft, sha256: (utf8: string) => string): readonly [RecordId, string][] {
  return folded.graph.entries.flatMap(({ record }): [RecordId, string][] => {
    const seal = judgmentSealed.in(record);
    if (seal === undefined || folded.rights.setAside.has(record.id)) return [];
    const sealed = foldAt(folded.graph, seal.heads);
    const differences =
      sealed === null
        ? ['The sealed records cannot be put together.']
        : sealMismatches(seal, folded, sealed, sha256);
    return differences.length === 0 ? [] : [[record.id, differences.join(' ')]];
  });
}
