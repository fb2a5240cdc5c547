// Opens the workspace named on the command line in a process of its own and prints what that took, as JSON.
import Conf from 'conf';
import { readdirSync } from 'node:fs';
import { need, run, settle } from '../../main/running-scope.ts';
import { listDrafts } from '../../../src/main/application/workspace/list-drafts.ts';

const [kind = '', folder = '', profile = ''] = process.argv.slice(2);

/** Opens a workspace of Plumbline as its list of inspections does; gives the number of drafts surveyed. */
async function openPlumbline(): Promise<number> {
  const running = run(profile);
  await settle(running, 'Robin Reader', folder, false);
  const rows = need(await listDrafts(running.scope));
  if (rows.some((row) => row.problem !== null)) throw new Error('a draft of the benchmark is broken');
  return rows.length;
}

/** Opens every draft's JSON file through conf and keeps them. */
function openConf(kept: Conf<{ records: readonly unknown[] }>[]): number {
  for (const file of readdirSync(folder)) {
    const draft = new Conf<{ records: readonly unknown[] }>({
      cwd: folder,
      configName: file.replace(/\.json$/, ''),
      projectName: 'peer',
    });
    if (draft.get('records').length === 0) throw new Error('a draft of the benchmark is empty');
    kept.push(draft);
  }
  return kept.length;
}

const kept: Conf<{ records: readonly unknown[] }>[] = [];
const begun = performance.now();
const drafts = kind === 'plumbline' ? await openPlumbline() : openConf(kept);
const taken = performance.now() - begun;
const memory = process.memoryUsage();
console.log(JSON.stringify({ drafts, taken, resident: memory.rss, heap: memory.heapUsed }));
