import { longestPath, type PathStep } from './judgment-approved.ts';
import type { PersonId, RecordId } from '../records/record.ts';
import type { Person } from '../people/person.ts';

/** Which way a cited path fails. */
type PathFault =
  | 'begins-with-approver'
  | 'begins-with-writer'
  | 'begins-with-no-administrator'
  | 'circle'
  | 'record-missing'
  | 'speaks-of-another';

/**
 * What a verification path is worth: `none` where nothing is cited, `independent` where it holds, `office-unknown` where
 * all of it holds that can be judged without the workspace's log, which is not here; else which way it fails.
 */
export type PathVerdict = 'none' | 'independent' | 'office-unknown' | PathFault;

/** By person, of whom each record of their log speaks in which they stand for another's key; sorted by record. */
type KeyStatements = ReadonlyMap<PersonId, ReadonlyMap<RecordId, PersonId>>;

/** What a path is judged by. */
export interface PathGround {
  readonly approver: PersonId;
  /** Whether somebody wrote a revision of the draft that the approver knew. */
  readonly wrote: (person: PersonId) => boolean;
  readonly statements: KeyStatements;
  /** Everybody whose office as administrator counts or counted once; null where the workspace's log is not here. */
  readonly officeHolders: ReadonlySet<PersonId> | null;
}

/** The statements of people's logs; of two logs of one person, those of both. */
export function keyStatementsOf(people: readonly Person[]): KeyStatements {
  const all = new Map<PersonId, (readonly [RecordId, PersonId])[]>();
  for (const { id, statements } of people) {
    const theirs = all.get(id) ?? [];
    for (const { record, person } of statements) theirs.push([record, person]);
    all.set(id, theirs);
  }
  return new Map([...all].map(([id, theirs]) => [id, new Map(theirs.sort(([a], [b]) => (a < b ? -1 : 1)))]));
}

/**
 * Judges a path that an approval cites. Each step is a record of that person's log in which they stand for the key of the
 * next, the last for the approver's; nobody stands on it twice. The first administers the workspace, or did once, is not
 * the approver and wrote no revision: so at least one on the path is neither author nor approver, nor known through the
 * author alone, since their office was given in the workspace's log and no step of the path leads to them. What an
 * author could make up, a second identity that only they verified, has no such beginning. An office that ended later
 * still counts, and so does a step whose author left later: later changes of trust never judge an old approval anew.
 */
export function judgePath(path: readonly PathStep[], ground: PathGround): PathVerdict {
  const { approver, wrote, statements, officeHolders } = ground;
  const [first] = path;
  if (first === undefined) return 'none';
  if (first.person === approver) return 'begins-with-approver';
  if (wrote(first.person)) return 'begins-with-writer';
  const people = [...path.map(({ person }) => person), approver];
  if (new Set(people).size < people.length) return 'circle';
  for (const [at, { person, record }] of path.entries()) {
    const about = statements.get(person)?.get(record);
    if (about === undefined) return 'record-missing';
    if (about !== people[at + 1]) return 'speaks-of-another';
  }
  if (officeHolders === null) return 'office-unknown';
  return officeHolders.has(first.person) ? 'independent' : 'begins-with-no-administrator';
}

/**
 * The shortest path that would hold for an approver, by breadth first from everybody it may begin with; empty where there
 * is none. Of several the same one is found each time: people in the order of their ids, then records in that of theirs.
 */
export function shortestPath({
  approver,
  wrote,
  statements,
  officeHolders,
}: PathGround): readonly PathStep[] {
  let ring = [...(officeHolders ?? [])].filter((person) => person !== approver && !wrote(person)).sort();
  const reachedBy = new Map<PersonId, PathStep | null>(ring.map((person) => [person, null]));
  for (let length = 0; length < longestPath && ring.length > 0 && !reachedBy.has(approver); length += 1) {
    const next: PersonId[] = [];
    for (const person of ring)
      for (const [record, about] of statements.get(person) ?? [])
        if (!reachedBy.has(about)) {
          reachedBy.set(about, { person, record });
          next.push(about);
        }
    ring = next.sort();
  }
  const path: PathStep[] = [];
  for (let step = reachedBy.get(approver); step != null; step = reachedBy.get(step.person)) path.push(step);
  return path.reverse();
}

/** What each fault says of a path, after "The verification that this approval cites ". */
const faultWords: { readonly [fault in PathFault]: string } = {
  'begins-with-approver': 'begins with the approver, and nobody stands for their own key.',
  'begins-with-writer':
    'begins with somebody who wrote in the draft: whom an author alone knows may be the author.',
  'begins-with-no-administrator': 'begins with somebody who never administered this workspace.',
  circle: 'goes round in a circle: somebody stands on it twice.',
  'record-missing':
    'names a record that is not in the log of the person it names, or that does not stand for anybody’s key.',
  'speaks-of-another': 'names a record that stands for the key of somebody else than the next person on it.',
};

/** Why a path does not hold, to stand after "The verification that … cites"; null where it holds, or cannot be judged. */
export function pathFault(verdict: PathVerdict): string | null {
  return verdict === 'none' || verdict === 'independent' || verdict === 'office-unknown'
    ? null
    : faultWords[verdict];
}

/** What people are told of a path that was judged; null where it holds, or where none is cited. */
export function pathWords(verdict: PathVerdict): string | null {
  const fault = pathFault(verdict);
  if (verdict === 'office-unknown')
    return 'Whether the verification that this approval cites begins with an administrator cannot be judged here: the log of the workspace is not beside these records. Everything else of it holds.';
  return fault === null
    ? null
    : `The verification that this approval cites ${fault} The approval counts as one that rests on none.`;
}
