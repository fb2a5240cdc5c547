import type { OpenedWorkspace, Scope } from './session.ts';
import { seenOf } from './witnessed.ts';
import type { Problem } from '../../../shared/records/checked-line.ts';

/**
 * What a draft's folder in which no record stands is: broken where this computer, or a witness, remembers records of it,
 * else a notice that it has not arrived. It is known by its name, or by the first eight digits of the draft at its end.
 */
export async function emptyDraft(scope: Scope, opened: OpenedWorkspace, folder: string): Promise<Problem> {
  const digits = /-([0-9a-f]{8})$/u.exec(folder)?.[1];
  const known = digits === undefined ? [] : await scope.ports.witness.draftsFrom(digits);
  const { drafts } = await seenOf(scope, opened);
  const here = [...drafts].flatMap(([draft, seen]) => (seen.folder === folder ? [draft] : []));
  const remembered = [...known, ...here];
  const place = { file: `drafts/${folder}`, line: 0, record: null } as const;
  if (remembered.length > 0 && remembered.every((draft) => opened.workspaceLog.gone.has(draft)))
    return {
      ...place,
      level: 'notice',
      code: 'lawfully-gone',
      message:
        'An administrator took this inspection out of the workspace, and its empty folder is left. Nothing is missing. The folder can be deleted.',
    };
  return remembered.length > 0
    ? {
        ...place,
        level: 'broken',
        code: 'witness',
        message:
          'All records of this draft are missing: this computer saw them before, and now its logs are empty or not there. Nothing was changed. Let the folder finish syncing; if they stay away, put the files back from a backup or from a colleague’s copy.',
      }
    : {
        ...place,
        level: 'notice',
        code: 'not-arrived',
        message:
          'This draft has not arrived yet: its folder is here and holds no record. Nothing was changed. Let the folder finish syncing, then look again.',
      };
}
