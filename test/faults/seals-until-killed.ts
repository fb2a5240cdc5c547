import { openWorkspace } from '../../src/main/application/workspace/open-workspace.ts';
import { sealJudgment } from '../../src/main/application/finalising/seal-judgment.ts';
import { need, run } from '../main/running-scope.ts';

// Seals a draft, saying when it begins and when it is done, for as long as whoever started it lets it live.
const [profile = '', team = '', draft = ''] = process.argv.slice(2);
const running = run(profile);
const grant = running.app.grants.grantFolder(team);
need(await openWorkspace(running.scope, grant, await running.scope.ports.workspaces.open(grant)));
process.stdout.write('begins\n');
const { record } = need(await sealJudgment(running.scope, { draft }));
process.stdout.write(`${record}\n`);
setInterval(() => undefined, 1000);
