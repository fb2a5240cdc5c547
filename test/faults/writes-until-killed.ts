// Saves revisions one after another and says each that was acknowledged, until it is killed.
import { flushCompileCache } from 'node:module';
import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import { need, run } from '../main/running-scope.ts';

// A process that is killed keeps nothing for the next of what it compiled, unless it does so at once.
flushCompileCache();
const [, , profile = '', folder = '', draft = ''] = process.argv;
const { app, scope } = run(profile);
const grant = app.grants.grantFolder(folder);
need(await openWorkspace(scope, grant, await scope.ports.workspaces.open(grant)));
for (let at = 0; ; at += 1) {
  const narratives = [{ section: `other-${at}`, text: 'x'.repeat(50_000), over: [] }];
  const { record } = need(
    await saveRevision(scope, {
      draft,
      reason: `${at}`,
      narratives,
      grades: [],
      improvements: null,
    }),
  );
  process.stdout.write(`${record}\n`);
}
