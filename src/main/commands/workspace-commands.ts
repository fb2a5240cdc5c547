import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cliScope, openForReading, type CliPlace } from './cli-scope.ts';
import { need, type Said } from './cli-output.ts';
import { importReports } from '../services/import-reports.ts';
import { introduce } from '../services/people-calls.ts';
import { listDrafts } from '../services/list-drafts.ts';
import { ownPerson } from '../services/person-views.ts';
import { createWorkspace, openChosen } from '../services/workspace-calls.ts';
import type { Scope } from '../services/session.ts';
import type { DraftRow } from '../../shared/ipc/views.ts';

/** Makes this profile's person where there is none: the command line's user, to be corrected in the window later. */
export async function ensurePerson(scope: Scope, name: string): Promise<void> {
  if ((await ownPerson(scope)) !== null) return;
  need(await introduce(scope, { card: { name, post: '', registration: '', years: 0 } }));
}

/** `init DIR --name NAME`. */
export async function initWorkspace(place: CliPlace, folder: string, name: string): Promise<Said> {
  const { app, scope } = cliScope(place);
  try {
    await ensurePerson(scope, process.env['USER'] ?? process.env['USERNAME'] ?? 'Command line');
    const { grant } = app.grants.grantFolder(resolve(folder));
    const made = need(await createWorkspace(scope, { folder: grant, name }));
    return {
      json: { workspace: resolve(folder), id: made.id },
      text: `Made the workspace ${name} in ${resolve(folder)}.`,
      code: 0,
    };
  } finally {
    app.release();
  }
}

/** `import FILE... --workspace DIR [--framework ID]`. */
export async function importFiles(
  place: CliPlace,
  files: readonly string[],
  options: { workspace: string; framework?: string },
): Promise<Said> {
  const { app, scope } = cliScope(place);
  try {
    await ensurePerson(scope, process.env['USER'] ?? process.env['USERNAME'] ?? 'Command line');
    need(await openChosen(scope, { folder: app.grants.grantFolder(resolve(options.workspace)).grant }));
    const grants = await Promise.all(
      files.map(async (file) => (await app.grants.grantFile(resolve(file))).grant),
    );
    const outcomes = need(
      await importReports(scope, { files: grants, framework: options.framework ?? null }),
    );
    const json = outcomes.map((one, at) => ({ ...one, file: files[at] ?? one.file }));
    const text = json.map((one) =>
      one.ok
        ? `${one.file}: ${one.provider ?? 'provider not read'}, ${one.framework ?? 'no framework'}, ${one.areas.length} areas, ${one.warnings.length} warnings`
        : `${one.file}: ${one.problem ?? ''}`,
    );
    return { json, text: text.join('\n'), code: json.every((one) => one.ok) ? 0 : 1 };
  } finally {
    app.release();
  }
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
    const text = rows.map(
      (row) =>
        `${row.draft.slice(0, 12)}  ${row.provider}  ${row.framework ?? 'no framework'}  ${row.standing}  ${row.revisions} revisions, ${row.evidence} notes${row.problem === null ? '' : `  (${row.problem})`}`,
    );
    return {
      json: rows.map(rowJson),
      text: text.join('\n'),
      code: rows.some((row) => row.problem !== null) ? 1 : 0,
    };
  } finally {
    opened.app.release();
  }
}

/** Whether something stands at a path. */
export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
