import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { needFiles, needRoomForFolder } from './checked-paths.ts';
import { need, Unreadable, type Said } from './cli-output.ts';
import { nameToSignWith, signAs } from './command-person.ts';
import { importReports } from '../application/report/import-reports.ts';
import { knownFrameworks } from '../application/framework/known-frameworks.ts';
import { listDrafts } from '../application/workspace/list-drafts.ts';
import { createWorkspace, openChosen } from '../application/workspace/workspace-calls.ts';
import type { Scope } from '../application/session/session.ts';
import { count } from '../../shared/words.ts';
import type { ImportOutcome } from '../../shared/ipc/import-views.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';

/** `init DIR --name NAME [--person NAME]`. Nobody is introduced before the folder is known to be free. */
export async function initWorkspace(
  place: CliPlace,
  folder: string,
  { name, person }: { name: string; person?: string },
): Promise<Said> {
  if (name.trim() === '') throw new Unreadable('--name says nothing. Nothing was changed.');
  await needRoomForFolder(folder);
  const { app, scope } = cliScope(place);
  try {
    const { grant } = app.grants.grantFolder(resolve(folder));
    if ((await scope.ports.workspaces.open(app.grants.grantFolder(resolve(folder)))).ok)
      throw new Unreadable(
        `${folder} is a workspace already. Nothing was changed. Choose another folder, or open it.`,
      );
    await signAs(scope, await nameToSignWith(scope, person));
    const made = need(await createWorkspace(scope, { folder: grant, name }));
    return {
      json: { workspace: resolve(folder), id: made.id },
      lines: [`Made the workspace ${name} in ${resolve(folder)}.`],
      code: 0,
    };
  } finally {
    app.release();
  }
}

/** `import FILE... --workspace DIR [--framework ID] [--if-here separate|add] [--person NAME]`. Where no file can be read nothing is written. */
export async function importFiles(
  place: CliPlace,
  files: readonly string[],
  options: { workspace: string; framework?: string; person?: string; ifHere?: 'separate' | 'add' },
): Promise<Said> {
  await needFiles(files);
  const opened = cliScope(place);
  const { app, scope } = opened;
  try {
    need(await openForReading(opened, options.workspace));
    const { frameworks } = await knownFrameworks(scope);
    const framework = options.framework ?? null;
    if (framework !== null && !frameworks.some((known) => known.framework.id === framework))
      throw new Unreadable(`There is no framework ${framework}. Nothing was changed. See: frameworks.`);
    const person = await nameToSignWith(scope, options.person);
    const granted = async (): Promise<string[]> =>
      Promise.all(files.map(async (file) => (await app.grants.grantFile(resolve(file))).grant));
    if (await areSomeReports(scope, await granted())) {
      await signAs(scope, person);
      need(await openChosen(scope, { folder: app.grants.grantFolder(resolve(options.workspace)).grant }));
    }
    const outcomes = need(
      await importReports(scope, { files: await granted(), framework, double: options.ifHere }),
    );
    const json = outcomes.map((outcome, at) => ({ ...outcome, file: files[at] ?? outcome.file }));
    const lines = json.flatMap((item) => [itemWords(item), ...accountWords(item.account)]);
    return { json, lines, code: json.every(({ ok }) => ok) ? 0 : 1 };
  } finally {
    app.release();
  }
}

function itemWords(item: ImportOutcome): string {
  const { file, provider, framework, areas, warnings } = item;
  if (item.added !== undefined)
    return `${file}: added to ${provider ?? 'the inspection'}, ${count(item.added, 'revision')}, ${warnings.length} warnings`;
  return item.ok
    ? `${file}: ${provider ?? 'provider not read'}, ${framework ?? 'no framework'}, ${areas.length} areas, ${warnings.length} warnings`
    : `${file}: ${item.problem ?? ''}`;
}

/** The sums of an import's account: where the characters of a file went. */
function accountWords(account: ImportOutcome['account']): readonly string[] {
  if (account === null) return [];
  const { source, draft, furniture, questions, normalised, notPlaced } = account.sums;
  return [
    `  ${count(source, 'character')} that are no space: ${draft} in the draft, ${furniture} in furniture and headings, ${questions} in questions, ${normalised} normalised, ${notPlaced} not placed`,
  ];
}

/** Whether any of the files can be read as a report. */
async function areSomeReports({ ports }: Scope, grants: readonly string[]): Promise<boolean> {
  for (const grant of grants) {
    const file = await ports.grants.readFile(grant, 60_000_000);
    if (file.ok && (await ports.documents.readReport(file.value.bytes)).ok) return true;
  }
  return false;
}

function rowJson(row: DraftRow): unknown {
  const areas = row.areas.map(({ id, grade }) => ({
    id,
    grade: grade !== null && 'grade' in grade ? grade.grade : null,
  }));
  return { ...row, areas };
}

/** `list --workspace DIR`. */
export async function listAll(place: CliPlace, options: { workspace: string }): Promise<Said> {
  const opened = cliScope(place);
  try {
    need(await openForReading(opened, options.workspace));
    const rows = need(await listDrafts(opened.scope));
    const lines = rows.map(
      (row) =>
        `${row.draft.slice(0, 12)}  ${row.provider}  ${row.framework ?? 'no framework'}  ${row.standing}  ${row.revisions} revisions, ${row.evidence} notes${row.problem === null ? '' : `  (${row.problem})`}`,
    );
    return {
      json: rows.map(rowJson),
      lines,
      code: rows.some((row) => row.problem !== null) ? 1 : 0,
    };
  } finally {
    opened.app.release();
  }
}
