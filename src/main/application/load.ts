import { blindDrafts, readBlind } from './session/blind-drafts.ts';
import { fromFault, noDraft, noWorkspace } from './session/call-errors.ts';
import { astrayRecords } from './session/take-back.ts';
import { waitingKeys } from './session/why-not-yet.ts';
import { newestTips, tipsOf } from './session/draft-tips.ts';
import { loadPeople } from './session/load-people.ts';
import { openLodged } from './lodging/open-lodged.ts';
import { readManyLogLines, readSurveyedLines } from './session/read-lines.ts';
import type { LoadedDraft, OpenedWorkspace, Scope } from './session/session.ts';
import { draftOf, verifyDraft } from '../../shared/judgment/verify-draft.ts';
import type { Problem } from '../../shared/records/checked-line.ts';
import { done, refused, type Result } from '../../shared/result.ts';
import type { CallError } from '../../shared/ipc/call-error.ts';

/** About a hundred megabytes of records, their lines and what they fold to. */
const mostRecordsKept = 40_000;

/** Keeps a draft as the one read last, and lets go of those read longest ago beyond what may be kept. */
export function keepDraft(
  { drafts, mostRecords = mostRecordsKept }: OpenedWorkspace,
  loaded: LoadedDraft,
): void {
  drafts.delete(loaded.folder);
  drafts.set(loaded.folder, loaded);
  let records = [...drafts.values()].reduce((sum, one) => sum + one.lines.length, 0);
  for (const [folder, { lines }] of drafts) {
    if (records <= mostRecords || folder === loaded.folder) return;
    drafts.delete(folder);
    records -= lines.length;
  }
}

/** The open workspace of a window, or the refusal that says there is none. */
export function openedIn(scope: Scope): Result<OpenedWorkspace, CallError> {
  return scope.session.opened === null ? refused(noWorkspace) : done(scope.session.opened);
}

/** Reads one draft's folder, unless nothing in it changed since it was read. Null where it holds no record. */
export function loadFolder(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: string,
): Promise<Result<LoadedDraft | null, CallError>> {
  return loadAs(scope, opened, folder, { isSurvey: false });
}

/**
 * Reads one draft's folder as the survey of a workspace does, with as many signatures as vouch for the others. Nothing of
 * it is kept, so that nobody takes it for a draft of which everything was checked.
 */
export function surveyedFolder(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: string,
): Promise<Result<LoadedDraft | null, CallError>> {
  return loadAs(scope, opened, folder, { isSurvey: true });
}

async function loadAs(
  scope: Scope,
  opened: OpenedWorkspace,
  folder: string,
  { isSurvey }: { readonly isSurvey: boolean },
): Promise<Result<LoadedDraft | null, CallError>> {
  const { crypto } = scope.ports;
  const fingerprint = fingerprintOf(opened, await opened.workspace.fingerprint(folder));
  const known = isSurvey ? undefined : opened.drafts.get(folder);
  if (known?.fingerprint === fingerprint) {
    keepDraft(opened, known);
    return done(known);
  }
  const lines = await opened.workspace.readDraft(folder, known?.lines);
  if (!lines.ok) return refused(fromFault(lines.error));
  if (lines.value.length === 0) return done(null);
  const read = isSurvey
    ? readSurveyedLines(lines.value, crypto, opened.people.people)
    : await readManyLogLines(lines.value, crypto, known?.lines);
  const checked = read.map(({ checked }) => checked);
  const draft = draftOf(checked);
  if (draft === null) {
    const faults = lines.value.flatMap(({ fault }) => fault ?? []);
    const lasting = faults.find(({ code }) => code === 'not-a-file' || code === 'too-large');
    if (lasting !== undefined) return refused(fromFault(lasting));
    if (faults.length > 0) return refused(notArrived);

    return refused({
      code: 'damaged',
      message:
        'None of the lines of this draft can be read. The files are untouched. Put them back from a backup or from a colleague’s copy of the folder.',
    });
  }
  const tips = await scope.ports.witness.read(draft);
  const found = verifyDraft(
    draft,
    checked,
    opened.people.people,
    tips,
    crypto.sha256,
    opened.workspace.kind,
    known?.verified.folded,
  );
  const problems = fewOfEachKind(found.problems);
  const verified = await openLodged({ ...found, problems }, scope.ports.hpke);
  const astray = astrayRecords(checked);
  const waiting = waitingKeys(checked, verified);
  const loaded = { folder, fingerprint, lines: read, verified, astray, waiting };
  if (!isSurvey) keepDraft(opened, loaded);
  const newest = newestTips(tips, tipsOf(verified));
  if (newest !== null) await scope.ports.witness.remember(draft, newest);
  return done(loaded);
}

/** So many problems of one kind in one file are told one by one; a file can be made to hold millions. */
const mostOfAKind = 1000;

/** The first problems of each kind in each file, and for the others how many there are. */
export function fewOfEachKind(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostOfAKind) return problems;
  const kinds = Map.groupBy(problems, ({ file, level, code }) => `${level} ${code} ${file}`);
  return [...kinds.values()].flatMap((alike) => {
    const rest = alike[mostOfAKind];
    if (rest === undefined) return alike;
    const message = `${alike.length - mostOfAKind} more of the same kind stand in this file. ${rest.message}`;
    return [...alike.slice(0, mostOfAKind), { ...rest, line: 0, record: null, message }];
  });
}

const notArrived: CallError = {
  code: 'vanished',
  message:
    'The files of this draft are not on this computer yet, or cannot be read now. Nothing was changed. Let the folder finish syncing, or mark it to be kept on this computer; then look again.',
};

/** What a draft that was read rests on: how its files looked, and who vouches for whom. */
export function fingerprintOf(opened: OpenedWorkspace, print: string): string {
  return `${print}#${peopleStamp(opened)}`;
}

/** How the files of a draft looked when it was read. */
export function printOf({ fingerprint }: LoadedDraft): string {
  return fingerprint.slice(0, fingerprint.lastIndexOf('#'));
}

/** Changes when a person or a device joins: what nobody vouched for may count now. */
function peopleStamp(opened: OpenedWorkspace): string {
  return opened.people.people
    .map(
      (person) =>
        `${person.id.slice(0, 8)}${person.devices.map((device) => (device.revoked ? 'x' : 'o')).join('')}`,
    )
    .join();
}

/** Finds and reads a draft by its id; refused to whoever reads it blind in an audit. */
export async function loadDraft(scope: Scope, draft: string): Promise<Result<LoadedDraft, CallError>> {
  const { opened } = scope.session;
  const audit = opened === null ? undefined : (await blindDrafts(scope, opened)).get(draft);
  return audit === undefined ? loadDraftBlind(scope, draft) : refused(readBlind(audit));
}

/** The same for an audit's own services, which show of it what may be shown. */
export async function loadDraftBlind(scope: Scope, draft: string): Promise<Result<LoadedDraft, CallError>> {
  const opened = openedIn(scope);
  if (!opened.ok) return opened;
  const people = await loadPeople(scope, opened.value);
  if (!people.ok) return people;
  const here = [...opened.value.drafts.values()].find(({ verified }) => verified.draft === draft);
  if (here !== undefined) {
    const again = await loadFolder(scope, opened.value, here.folder);
    if (again.ok && again.value?.verified.draft === draft) return done(again.value);
  }
  const folders = await opened.value.workspace.listDraftFolders();
  if (!folders.ok) return refused(fromFault(folders.error));
  const likely = folders.value.filter((folder) => folder.endsWith(draft.slice(0, 8)));
  for (const folder of new Set([...likely, ...folders.value])) {
    const loaded = await loadFolder(scope, opened.value, folder);
    if (!loaded.ok) {
      if (likely.includes(folder)) return loaded;
      continue;
    }
    if (loaded.value?.verified.draft === draft) return done(loaded.value);
  }
  return refused(noDraft);
}
