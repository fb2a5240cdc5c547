// Saves revisions one after another and says each that was acknowledged, until it is killed.
import { openWorkspace } from '../../src/main/services/open-workspace.ts';
import { listDrafts } from '../../src/main/services/list-drafts.ts';
import { saveRevision } from '../../src/main/services/save-revision.ts';
import { need, run } from '../main/running-scope.ts';

const [, , profile = '', folder = ''] = process.argv;
const { app, scope } = run(profile);
const grant = app.grants.grantFolder(folder);
need(await openWorkspace(scope, grant, await scope.ports.workspaces.open(grant)));
const [row] = need(await listDrafts(scope));
for (let at = 0; ; at += 1) {
  const narratives = [{ section: `other-${at}`, text: 'x'.repeat(50_000), over: [] }];
  const { record } = need(
    await saveRevision(scope, {
      draft: row?.draft ?? '',
      reason: `${at}`,
      narratives,
      grades: [],
      improvements: null,
    }),
  );
  process.stdout.write(`${record}\n`);
}
