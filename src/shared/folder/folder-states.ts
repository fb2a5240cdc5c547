import type { Problem } from '../records/checked-line.ts';
import { count } from '../words.ts';
import {
  away,
  clocks,
  copies,
  damaged,
  halfSynced,
  heading,
  locked,
  looking,
  notDownloaded,
  notFiles,
  notVouched,
  oneKey,
  readOnly,
  shrunk,
  unfounded,
  waiting,
  type FolderState,
  type Wording,
} from './folder-state-words.ts';

/** What is known of a shared folder at this moment. */
export interface FolderFacts {
  readonly away: boolean;
  readonly readOnly: boolean;
  readonly lockedBy: string | null;
  /** The copy that stands in for plumbline.json; null where the file itself is sound. */
  readonly openedFrom: string | null;
  readonly events: boolean;
  readonly everySeconds: number;
  /** People whose computers' clocks claim times that have not come yet, with how many minutes they are ahead. */
  readonly clocks: readonly { readonly name: string; readonly minutes: number }[];
  readonly drafts: readonly {
    readonly name: string;
    readonly problems: readonly Problem[];
    /** Whose records wait, and whose they wait for where that is known. */
    readonly waits: readonly { readonly by: string; readonly from: string | null }[];
  }[];
  readonly people: readonly Problem[];
  readonly workspaceLog: readonly Problem[];
  readonly audits: readonly Problem[];
  readonly programme: readonly Problem[];
  /** What is no ordinary file where one belongs, outside drafts' own folders. */
  readonly files: readonly Problem[];
}

type Found = readonly { readonly place: string; readonly problem: Problem }[];

/** Every state a folder is in, the most serious first; none where all is well and the file system tells of changes. */
export function folderStates(facts: FolderFacts): readonly FolderState[] {
  const found: Found = [
    ...facts.drafts.flatMap(({ name, problems }) => problems.map((problem) => ({ place: name, problem }))),
    ...facts.people.map((problem) => ({ place: 'People', problem })),
    ...facts.workspaceLog.map((problem) => ({ place: 'Workspace', problem })),
    ...facts.audits.map((problem) => ({ place: 'Audits', problem })),
    ...facts.programme.map((problem) => ({ place: 'Programme', problem })),
    ...facts.files.map((problem) => ({ place: 'Workspace', problem })),
  ];
  const withCodes = (...codes: readonly string[]): readonly string[] =>
    placesOf(found.filter(({ problem }) => codes.includes(problem.code)));
  const states: (FolderState | null)[] = [
    facts.away ? away : null,
    facts.lockedBy === null ? null : locked(facts.lockedBy),
    facts.readOnly && facts.lockedBy === null ? readOnly : null,
    stateOf(shrunk, placesOf(found.filter((problem) => isShrunk(problem, found)))),
    stateOf(damaged, placesOf(found.filter(isDamage))),
    withCodes('founding-missing', 'founding-differs').length === 0 ? null : unfounded,
    stateOf(notFiles, withCodes('not-a-file')),
    stateOf(notVouched, withCodes('certification')),
    stateOf(oneKey, withCodes('one-key-two-places')),
    stateOf(notDownloaded, withCodes('unread')),
    stateOf(halfSynced, withCodes('torn', 'zero-filled')),
    stateOf(
      waiting,
      facts.drafts
        .flatMap(({ name, waits }) => waits.map(({ by, from }) => `${name}: ${waitWords(by, from)}`))
        .filter((place, at, all) => all.indexOf(place) === at),
    ),
    facts.openedFrom === null ? null : stateOf(heading, [facts.openedFrom]),
    stateOf(copies, copiesIn(found)),
    stateOf(
      clocks,
      facts.clocks.map(({ name, minutes }) => `${name}: ${aheadWords(minutes)} ahead`),
    ),
    facts.events || facts.away ? null : looking(facts.everySeconds),
  ];
  return states.filter((state) => state !== null);
}

/** Problems that the folder's own state tells of: what is not here, not whole as yet, or no file. */
export const awaited: ReadonlySet<string> = new Set([
  'witness',
  'unread',
  'not-a-file',
  'torn',
  'zero-filled',
  'missing',
  'certification',
  'founding-missing',
  'founding-differs',
]);

/** What no waiting mends: a line that is neither half there nor missing. */
function isDamage({ place, problem }: Found[number], _at: number, all: Found): boolean {
  // Without its first record a draft cannot open: that is damage only where no file of it is still to come.
  const comes = all.some((problem) => problem.place === place && awaited.has(problem.problem.code));
  return (
    problem.level === 'broken' && !awaited.has(problem.code) && !(problem.code === 'no-beginning' && comes)
  );
}

/** Records that were here and are not, unless something else that is wrong with their log says why. */
function isShrunk({ place, problem }: Found[number], all: Found): boolean {
  const log = problem.file.replace(/\.jsonl$/, '');
  return (
    problem.code === 'witness' &&
    !all.some(
      (other) =>
        other.place === place &&
        other.problem.level === 'broken' &&
        other.problem.code !== 'witness' &&
        other.problem.file.startsWith(log),
    )
  );
}

/** A name of a file as a person reads it: of the 64 digits that name a log, as many as tell two apart. */
function fileWords(file: string): string {
  return file.replaceAll(/[0-9a-f]{64}/gu, (digits) => `${digits.slice(0, 8)}…`);
}

function placesOf(found: Found): readonly string[] {
  return [...new Set(found.map(({ place, problem }) => `${place}: ${fileWords(problem.file)}`))].slice(0, 12);
}

/** Where copies lie and how many: their names say nothing to anybody. */
function copiesIn(found: Found): readonly string[] {
  const copying = found.filter(({ problem }) => ['copy', 'scattered', 'empty-copy'].includes(problem.code));
  return [...Map.groupBy(copying, ({ place }) => place)].map(
    ([place, all]) =>
      `${place}: ${count(new Set(all.map(({ problem }) => problem.file)).size, 'copy', 'copies')}`,
  );
}

function stateOf(wording: Wording, where: readonly string[]): FolderState | null {
  return where.length === 0 ? null : { ...wording, where: where.slice(0, 12) };
}

function waitWords(by: string, from: string | null): string {
  return from === null
    ? `records by ${by} build on some that have not arrived`
    : from === by
      ? `earlier records by ${by} have not arrived`
      : `records by ${by} build on some by ${from}`;
}

function aheadWords(minutes: number): string {
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
