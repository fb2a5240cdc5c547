import { inspectionName } from '../../../shared/words.ts';
import { blindDrafts } from '../session/blind-drafts.ts';
import { attachmentProblems } from './attachment-problems.ts';
import { timeStampProblems } from './time-stamp-problems.ts';
import { statementGround, trustIn } from '../people/trust-in.ts';
import { fromFault } from '../session/call-errors.ts';
import { emptyDraft } from '../session/empty-draft.ts';
import { draftName } from '../folder/folder-view.ts';
import { irregularProblems } from '../folder/irregular-problems.ts';
import { loadFolder, openedIn, surveyedFolder } from '../load.ts';
import { loadPeople } from '../session/load-people.ts';
import { runJob, type Job } from '../session/run-job.ts';
import { readLines } from '../session/read-lines.ts';
import type { OpenedWorkspace, Scope, LoadedDraft } from '../session/session.ts';
import { rememberDrafts, seenOf } from '../session/witnessed.ts';
import { loadUnjudged } from '../workspace/load-unjudged-logs.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';
import {
  lawfullyGone,
  missingDrafts,
  missingProblem,
  type SeenWorkspace,
} from '../../../shared/folder/seen-workspace.ts';
import { shown } from '../../../shared/records/settled.ts';
import { sealStatement } from '../../../shared/judgment/seal-statement.ts';
import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import type { UnjudgedPlace } from '../../../shared/workspace/verify-unjudged-logs.ts';
import { pathProblems } from '../../../shared/judgment/approval-paths.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { VerificationView } from '../../../shared/ipc/views.ts';

type DraftVerification = VerificationView['drafts'][number];

/** What is to be verified, and how much of it. */
interface Asked {
  /** One draft, by its id; null for everything. */
  readonly draft: string | null;
  /** One draft, by its folder. */
  readonly folder?: string | null;
  /** Whether the signatures that vouch for the others are enough. */
  readonly isQuick?: boolean;
}

/**
 * Verifies every draft of the workspace, the people's logs, the workspace's own, those of audits and of the programme.
 * Of one draft its folder is read, and what its keys rest on. Files are read anew.
 */
export function verifyWorkspace(scope: Scope, asked: Asked): Promise<Result<VerificationView, CallError>> {
  return runJob(scope, 'verify', (job) => verifyFolders(scope, asked, job));
}

async function verifyFolders(
  scope: Scope,
  { draft, folder: named = null, isQuick = false }: Asked,
  { signal, progress }: Job,
): Promise<Result<VerificationView, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const seen = await seenOf(scope, opened.value);
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  opened.value.drafts.clear();
  const isWhole = draft === null && named === null;
  const drafts: DraftVerification[] = [];
  const found = new Map<string, Found | null>();
  // A folder that was named is read as it is, also where it is a copy that a sync service made of another.
  const wanted = named === null ? folders.value : [named];
  const isLikely = (folder: string): boolean => draft === null || folder.endsWith(draft.slice(0, 8));
  const ordered = [...wanted.filter(isLikely), ...wanted.filter((folder) => !isLikely(folder))];
  for (const [at, folder] of ordered.entries()) {
    if (signal.aborted) break;
    const loaded = await (isQuick ? surveyedFolder : loadFolder)(scope, opened.value, folder);
    found.set(folder, loaded.ok ? foundIn(folder, loaded.value) : null);
    if (draft === null || (loaded.ok ? loaded.value?.verified.draft === draft : isLikely(folder)))
      drafts.push(await verificationOf(scope, opened.value, folder, loaded));
    if (draft !== null && loaded.ok && loaded.value?.verified.draft === draft) break;
    progress(at + 1, ordered.length, `${at + 1} of ${ordered.length} drafts verified`);
  }
  if (isWhole && !signal.aborted) drafts.push(...(await missingFrom(scope, opened.value, seen, found)));
  const cards = people.value.problems.map((problem) => ({ ...problem, file: `people/${problem.file}` }));
  const log = opened.value.workspaceLog.problems.map((problem) => ({
    ...problem,
    file: problem.file === '' ? 'workspace' : `workspace/${problem.file}`,
  }));
  const unjudged = async (place: UnjudgedPlace): Promise<readonly Problem[]> =>
    isWhole ? (await loadUnjudged(scope, opened.value, place)).problems : [];
  for (const [key, name, problems] of [
    ['people', 'People', cards],
    ['workspace', 'Log of the workspace', log],
    ['audits', 'Audits', await unjudged('audits')],
    ['programme', 'Programme', await unjudged('programme')],
    ['files', 'Files', await irregularProblems(opened.value.workspace, null)],
  ] as const)
    if (problems.length > 0) drafts.push(unread(key, name, problems));
  return done({
    ok: drafts.every((draft) => draft.problems.every((problem) => problem.level !== 'broken')),
    workspace: isWhole ? (opened.value.workspaceLog.folded?.graph.entries.length ?? null) : null,
    drafts,
  });
}

/** What the seal that stands says, as verifiers print it. */
function sealOf(opened: OpenedWorkspace, { folded }: LoadedDraft['verified']): DraftVerification['seal'] {
  const seal = folded === null ? undefined : standingSeal(folded.state.seals);
  if (folded === null || seal === undefined) return null;
  return sealStatement(folded.graph, seal, statementGround(opened));
}

/** What is wrong with what was read of one folder, or why nothing of it could be. */
async function verificationOf(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: string,
  loaded: Awaited<ReturnType<typeof loadFolder>>,
): Promise<DraftVerification> {
  if (!loaded.ok)
    return unread(folder, folder, [
      broken(folder, loaded.error),
      ...(await unreadFiles(scope, opened, folder)),
    ]);
  if (loaded.value === null) return unread(folder, folder, [await emptyDraft(scope, opened, folder)]);
  const { verified, lines } = loaded.value;
  const files = await attachmentProblems(verified, opened.workspace.attachments(folder));
  const stamps = await timeStampProblems(verified, scope.ports.timeStamps);
  const irregular = await irregularProblems(opened.workspace, folder);
  const read = lines.map(({ checked }) => checked);
  const paths = verified.folded === null ? [] : pathProblems(verified.folded, trustIn(opened), read);
  // What a seal says of who stands by it quotes reasons: whoever reads the judgment blind learns them later.
  const isBlind = (await blindDrafts(scope, opened)).has(verified.draft);
  return {
    draft: verified.draft,
    name: draftName(folder, verified.folded),
    start: shown(verified.folded?.state.details.start ?? []),
    records: verified.records,
    sealed: verified.folded?.state.standing === 'sealed',
    seal: isBlind ? null : sealOf(opened, verified),
    lodged: lodgedIn(verified.folded?.state.moderation.rounds ?? []),
    problems: [...verified.problems, ...files, ...irregular, ...stamps, ...paths].map((problem) =>
      inFolder(folder, problem),
    ),
  };
}

/** Problems of something of which no draft was put together. */
function unread(draft: string, name: string, problems: readonly Problem[]): DraftVerification {
  return { draft, name, start: null, records: 0, sealed: false, seal: null, lodged: lodgedIn([]), problems };
}

/** A draft that could be put together, and what it is called. */
interface Found {
  readonly draft: string;
  readonly name: string;
}

function foundIn(folder: string, loaded: LoadedDraft | null): Found | null {
  const folded = loaded?.verified.folded ?? null;
  return folded === null ? null : { draft: folded.state.id, name: draftName(folder, folded) };
}

/** Remembers the drafts that were read, and tells those that are in no folder: seen here before, or lawfully gone. */
async function missingFrom(
  scope: Scope,
  opened: OpenedWorkspace,
  seen: SeenWorkspace,
  found: ReadonlyMap<string, Found | null>,
): Promise<readonly DraftVerification[]> {
  const read = [...found].flatMap(([folder, it]) => (it === null ? [] : [{ folder, ...it }]));
  await rememberDrafts(scope, opened, read);
  const here = new Map([...found].map(([folder, it]) => [folder, it?.draft ?? '']));
  const { gone } = opened.workspaceLog;
  const names = new Map(opened.people.people.map(({ id, card }) => [id, card.name]));
  const present = new Set(here.values());
  const lawful = [...gone].flatMap(([draft, said]): DraftVerification[] => {
    if (present.has(draft)) return [];
    const by = names.get(said.who) ?? 'someone unknown';
    const name = inspectionName(seen.drafts.get(draft)?.name);
    return [unread(draft, name, [lawfullyGone(said, by)])];
  });
  const missing = missingDrafts(seen, here).filter(({ draft }) => !gone.has(draft));
  return [...missing.map((each) => unread(each.draft, each.name, [missingProblem(each)])), ...lawful];
}

/** How many packets of revealed rounds open, and how many do not. */
function lodgedIn(rounds: readonly Round[]): DraftVerification['lodged'] {
  const packets = rounds
    .filter((round) => round.standing === 'revealed')
    .flatMap((round) => round.lodgings.map((lodging) => lodging.entries !== null));
  const opened = packets.filter(Boolean).length;
  return { rounds: rounds.length, opened, unopened: packets.length - opened };
}

function inFolder(folder: string, problem: Problem): Problem {
  return { ...problem, file: problem.file === '' ? `drafts/${folder}` : `drafts/${folder}/${problem.file}` };
}

/** The files of a draft of which no line was read, each with why. */
async function unreadFiles(
  { ports }: Scope,
  { workspace }: OpenedWorkspace,
  folder: string,
): Promise<readonly Problem[]> {
  const lines = await workspace.readDraft(folder);
  const unread = lines.ok ? lines.value.filter(({ fault }) => fault !== undefined) : [];
  return readLines(unread, ports.crypto).flatMap(({ file, line, read }): readonly Problem[] =>
    read.ok ? [] : [inFolder(folder, { level: 'broken', file, line, record: null, ...read.error })],
  );
}

function broken(folder: string, error: CallError): Problem {
  return {
    level: 'broken',
    file: `drafts/${folder}`,
    line: 0,
    record: null,
    code: error.code,
    message: error.message,
  };
}
