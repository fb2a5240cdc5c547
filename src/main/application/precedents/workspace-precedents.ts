import { shelfOf } from '../../../shared/draft/draft-shelved.ts';
import { adoptedFramework } from '../session/adopted-framework.ts';
import { seeFolder } from '../see.ts';
import type { OpenedWorkspace, Scope } from '../session/session.ts';
import { shown } from '../../../shared/records/settled.ts';
import type { Pattern } from '../../../shared/precedents/find-precedents.ts';
import type { WorkspacePrecedent } from '../../../shared/ipc/precedent-views.ts';

/** Final and imported judgments of the workspace, but the draft itself, that have the same grades in a pattern's areas; latest first. */
export async function workspacePrecedents(
  scope: Scope,
  opened: OpenedWorkspace,
  pattern: Pattern,
  but: string,
): Promise<readonly WorkspacePrecedent[]> {
  const folders = await opened.workspace.listDraftFolders();
  const found: WorkspacePrecedent[] = [];
  const areas = Object.entries(pattern);
  for (const folder of folders.ok && areas.length > 0 ? folders.value : []) {
    const read = await seeFolder(scope, opened, folder);
    const seen = read.ok ? read.value : null;
    if (seen === null || seen.state.id === but || shelfOf(seen.state.shelf) === 'withdrawn') continue;
    const { state } = seen;
    const final = state.standing === 'sealed';
    if (!final && state.imports.length === 0) continue;
    const grades = Object.fromEntries(
      Object.entries(state.grades).flatMap(([area, field]) => {
        const value = shown(field);
        return value !== null && 'grade' in value ? [[area, value.grade]] : [];
      }),
    );
    if (!areas.every(([area, grade]) => grades[area] === grade)) continue;
    found.push({
      draft: state.id,
      provider: shown(state.details.provider) ?? folder,
      start: shown(state.details.start) ?? '',
      framework: adoptedFramework(seen, scope.ports.crypto.sha256)?.title ?? '',
      standing: final ? 'final' : 'imported',
      grades,
    });
  }
  return found.toSorted((a, b) => b.start.localeCompare(a.start));
}
