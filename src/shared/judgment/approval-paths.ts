import type { RecordGraph } from '../records/record-graph.ts';
import type { FoldedDraft } from './fold-draft.ts';
import type { CheckedLine, Problem } from '../records/checked-line.ts';
import { judgmentApproved } from '../finalising/judgment-approved.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import { revisionSaved } from '../draft/revision-saved.ts';
import { judgePath, pathWords, type PathGround, type PathVerdict } from '../finalising/verification-path.ts';

/** What is known of people and the workspace when paths are judged. */
export type Trust = Pick<PathGround, 'statements' | 'officeHolders'>;

/**
 * Who wrote a revision of a draft; asked of an approval, who wrote one that it knew. Whether a revision counts is not
 * asked: what its author lost later must not let a path begin with them.
 */
export function writersOf(graph: RecordGraph): (person: PersonId, approval?: RecordId) => boolean {
  const revisions = Map.groupBy(
    graph.entries.map(({ record }) => record).filter(({ type }) => type === revisionSaved.type),
    ({ author }) => author,
  );
  return (person, approval) =>
    revisions.get(person)?.some(({ id }) => approval === undefined || graph.isAncestor(id, approval)) ??
    false;
}

/** What the path of each approval that counts by its author's rights is worth, whether or not it still stands. */
export function pathVerdicts(
  { graph, rights }: Pick<FoldedDraft, 'graph' | 'rights'>,
  trust: Trust,
): ReadonlyMap<RecordId, PathVerdict> {
  const wrote = writersOf(graph);
  return new Map(
    graph.entries.flatMap(({ record, event }): [RecordId, PathVerdict][] => {
      const body = event === null ? undefined : judgmentApproved.in(record);
      if (body === undefined || rights.setAside.has(record.id)) return [];
      const wroteBefore = (person: PersonId): boolean => wrote(person, record.id);
      return [[record.id, judgePath(body.path, { ...trust, approver: record.author, wrote: wroteBefore })]];
    }),
  );
}

/** The paths that are cited and do not hold, or cannot be judged whole here: each a notice, at its approval's line. */
export function pathProblems(
  folded: Pick<FoldedDraft, 'graph' | 'rights'>,
  trust: Trust,
  lines: readonly CheckedLine[],
): readonly Problem[] {
  const notices = [...pathVerdicts(folded, trust)].flatMap(([record, verdict]) => {
    const message = pathWords(verdict);
    return message === null ? [] : [{ record, code: `approval-path-${verdict}`, message }];
  });
  if (notices.length === 0) return [];
  const places = new Map(
    lines.toReversed().flatMap(({ file, line, read }) => (read.ok ? [[read.value.id, { file, line }]] : [])),
  );
  return notices.map((each) => ({ level: 'notice', file: '', line: 0, ...places.get(each.record), ...each }));
}

/** Everybody whose log a file of a draft's records needs to be judged by itself: who wrote, and who stands on a cited path. */
export function peopleToCarry(graph: RecordGraph): ReadonlySet<PersonId> {
  const people = new Set<PersonId>();
  for (const { record } of graph.entries) {
    people.add(record.author);
    for (const { person } of judgmentApproved.in(record)?.path ?? []) people.add(person);
  }
  return people;
}
