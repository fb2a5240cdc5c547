import { attachmentProblems } from './attachment-problems.ts';
import { timeStampProblems } from './time-stamp-problems.ts';
import { trustIn } from '../people/trust-in.ts';
import { fromFault } from '../session/call-errors.ts';
import { emptyDraft } from '../session/empty-draft.ts';
import { draftName } from '../folder/folder-view.ts';
import { irregularProblems } from '../folder/irregular-problems.ts';
import { loadFolder, openedIn } from '../load.ts';
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
import type { Seal } from '../../../shared/judgment/draft-state.ts';
import { standingSeal } from '../../../shared/judgment/standing-seals.ts';
import { pathProblems } from '../../../shared/judgment/approval-paths.ts';
import type { Round } from '../../../shared/moderation/round.ts';
import { done, refused, type Result } from '../../../shared/result.ts';
import type { CallError } from '../../../shared/ipc/call-error.ts';
import type { VerificationView } from '../../../shared/ipc/views.ts';

type DraftVerification = VerificationView['drafts'][number];

/** Verifies every draft of the workspace, or one, the people's logs, the workspace's own, those of audits and of the programme. Files are read anew. */
export function verifyWorkspace(
  scope: Scope,
  { draft }: { draft: string | null },
): Promise<Result<VerificationView, CallError>> {
  return runJob(scope, 'verify', (job) => verifyFolders(scope, draft, job));
}

async function verifyFolders(
  scope: Scope,
  draft: string | null,
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
  const trust = trustIn(opened.value);
  const names = new Map(opened.value.people.people.map(({ id, card }) => [id, card.name]));
  const drafts: DraftVerification[] = [];
  const found = new Map<string, Found | null>();
  for (const [at, folder] of folders.value.entries()) {
    if (signal.aborted) break;
    const loaded = await loadFolder(scope, opened.value, folder);
    found.set(folder, loaded.ok ? foundIn(folder, loaded.value) : null);
    if (!loaded.ok)
      drafts.push({
        draft: folder,
        name: folder,
        start: null,
        records: 0,
        sealed: false,
        seal: null,
        lodged: lodgedIn([]),
        problems: [broken(folder, loaded.error), ...(await unreadFiles(scope, opened.value, folder))],
      });
    else if (loaded.value !== null && (draft === null || loaded.value.verified.draft === draft)) {
      const { verified } = loaded.value;
      const files = await attachmentProblems(verified, opened.value.workspace.attachments(folder));
      const stamps = await timeStampProblems(verified, scope.ports.timeStamps);
      const irregular = await irregularProblems(opened.value.workspace, folder);
      const read = loaded.value.lines.map(({ checked }) => checked);
      const paths = verified.folded === null ? [] : pathProblems(verified.folded, trust, read);
      drafts.push({
        draft: verified.draft,
        name: draftName(folder, verified.folded),
        start: shown(verified.folded?.state.details.start ?? []),
        records: verified.records,
        sealed: verified.folded?.state.standing === 'sealed',
        seal: sealOf(verified.folded?.state.seals ?? [], names),
        lodged: lodgedIn(verified.folded?.state.moderation.rounds ?? []),
        problems: [...verified.problems, ...files, ...irregular, ...stamps, ...paths].map((problem) =>
          inFolder(folder, problem),
        ),
      });
    } else if (loaded.value === null && draft === null)
      drafts.push({
        draft: folder,
        name: folder,
        start: null,
        records: 0,
        sealed: false,
        seal: null,
        lodged: lodgedIn([]),
        problems: [await emptyDraft(scope, opened.value, folder)],
      });
    const total = folders.value.length;
    progress(at + 1, total, `${at + 1} of ${total} drafts verified`);
  }
  if (draft === null && !signal.aborted)
    drafts.push(...(await missingFrom(scope, opened.value, seen, found)));
  const cards = people.value.problems.map((problem) => ({ ...problem, file: `people/${problem.file}` }));
  const log = opened.value.workspaceLog.problems.map((problem) => ({
    ...problem,
    file: problem.file === '' ? 'workspace' : `workspace/${problem.file}`,
  }));
  const audits = await loadUnjudged(scope, opened.value, 'audits');
  const programme = await loadUnjudged(scope, opened.value, 'programme');
  const irregular = await irregularProblems(opened.value.workspace, null);
  for (const [key, name, problems] of [
    ['people', 'People', cards],
    ['workspace', 'Log of the workspace', log],
    ['audits', 'Audits', audits.problems],
    ['programme', 'Programme', programme.problems],
    ['files', 'Files', irregular],
  ] as const)
    if (problems.length > 0)
      drafts.push({
        draft: key,
        name,
        start: null,
        records: 0,
        sealed: false,
        seal: null,
        lodged: lodgedIn([]),
        problems,
      });
  return done({
    ok: drafts.every((draft) => draft.problems.every((problem) => problem.level !== 'broken')),
    workspace: draft === null ? (opened.value.workspaceLog.folded?.graph.entries.length ?? null) : null,
    drafts,
  });
}

/** The seal that stands, as verifiers print it. */
function sealOf(seals: readonly Seal[], names: ReadonlyMap<string, string>): DraftVerification['seal'] {
  const seal = standingSeal(seals);
  return seal === undefined ? null : { id: seal.id, by: names.get(seal.author) ?? seal.author, at: seal.at };
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
    const by = names.get(said.who) ?? `someone unknown (${said.who.slice(0, 6)})`;
    const name = seen.drafts.get(draft)?.name ?? `Draft ${draft.slice(0, 8)}`;
    return [notHere(draft, name, lawfullyGone(said, by))];
  });
  const missing = missingDrafts(seen, here).filter(({ draft }) => !gone.has(draft));
  return [...missing.map((each) => notHere(each.draft, each.name, missingProblem(each))), ...lawful];
}

function notHere(draft: string, name: string, problem: Problem): DraftVerification {
  return {
    draft,
    name,
    start: null,
    records: 0,
    sealed: false,
    seal: null,
    lodged: lodgedIn([]),
    problems: [problem],
  };
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
