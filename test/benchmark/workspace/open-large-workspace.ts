// Opens the workspace named on the command line in a process of its own and prints what that took, as JSON.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addNote } from './workspace.ts';
import { quantile, timed } from '../timing.ts';
import { need, run, settle, type Running } from '../../main/running-scope.ts';
import { stopJob } from '../../../src/main/application/session/run-job.ts';
import { listDraft, listDrafts, listedBefore } from '../../../src/main/application/workspace/list-drafts.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';

const [kind = '', folder = '', profile = ''] = process.argv.slice(2);

async function openedHere(): Promise<Running> {
  const running = run(profile);
  if ((await running.scope.ports.keys.self()) === null) await settle(running, 'Robin Reader', folder, false);
  else {
    const grant = running.app.grants.grantFolder(folder);
    need(await openWorkspace(running.scope, grant, await running.scope.ports.workspaces.open(grant)));
  }
  return running;
}

/** From nothing to the list as it was, and to every line of it verified or held against its files. */
async function list(): Promise<object> {
  const begun = performance.now();
  const { scope } = await openedHere();
  need(await listedBefore(scope));
  const before = performance.now() - begun;
  const rows = need(await listDrafts(scope));
  if (rows.some((row) => row.problem !== null || !row.checked)) throw new Error('a draft is broken');
  return { before, listed: performance.now() - begun, rows: rows.length };
}

/** Stops a cold list as soon as 200 drafts are verified: how long until it answers. */
async function stop(): Promise<object> {
  const { scope } = await openedHere();
  let asked = 0;
  const send = (_: string, event: { kind: string; done?: number }): void => {
    if (event.kind !== 'progress' || (event.done ?? 0) < 200 || asked > 0) return;
    asked = performance.now();
    stopJob(scope, 'list');
  };
  need(await listDrafts({ ...scope, ports: { ...scope.ports, windows: { ...scope.ports.windows, send } } }));
  return { stopped: performance.now() - asked };
}

/** One more record in a draft of a workspace that is open and listed, and its line of the list anew. */
async function write(): Promise<object> {
  const running = await openedHere();
  const rows = need(await listDrafts(running.scope));
  const draft = rows[Math.floor(rows.length / 2)]?.draft ?? '';
  const append = await timed(30, () => addNote(running, draft));
  const line = await timed(30, async (at) => {
    await addNote(running, rows[at % rows.length]?.draft ?? '');
    const begun = performance.now();
    need(await listDraft(running.scope, { draft: rows[at % rows.length]?.draft ?? '' }));
    lines.push(performance.now() - begun);
  });
  return { append: quantile(append, 0.5), line: quantile(lines, 0.5), both: quantile(line, 0.5) };
}
const lines: number[] = [];

const held = z.object({ records: z.array(z.looseObject({ type: z.string(), at: z.string() })) });

/** One JSON file per draft: parsed whole for its line, and written whole for one more record. */
async function json(): Promise<object> {
  const row = (file: string): object => {
    const { records } = held.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return {
      notes: records.filter((record) => record.type === 'evidence.noted').length,
      at: records.at(-1)?.at,
    };
  };
  const begun = performance.now();
  const files = readdirSync(folder);
  const rows = files.map(row);
  const listed = performance.now() - begun;
  const [file = ''] = files;
  const line = await timed(30, () => row(file));
  const append = await timed(30, () => {
    const path = join(folder, file);
    const { records } = held.parse(JSON.parse(readFileSync(path, 'utf8')));
    writeFileSync(path, JSON.stringify({ records: [...records, records[1]] }), { flush: true });
  });
  return { listed, rows: rows.length, line: quantile(line, 0.5), append: quantile(append, 0.5) };
}

const work = { list, stop, write, json }[kind];
if (work === undefined) throw new Error(`there is no way ${kind}`);
const found = await work();
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ...found, peak }));
process.exit(0);
