import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sealedJudgments } from '../../../../src/main/application/audits/sealed-judgments.ts';
import { stopJob } from '../../../../src/main/application/session/run-job.ts';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import {
  listDraft,
  listDrafts,
  listedBefore,
} from '../../../../src/main/application/workspace/list-drafts.ts';
import { noteEvidence } from '../../../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { openWorkspace } from '../../../../src/main/application/workspace/open-workspace.ts';
import type { HostEvent } from '../../../../src/shared/ipc/host-event.ts';
import type { DraftRow } from '../../../../src/shared/ipc/views.ts';
import { need, ownFolder, run, settle, type Running } from '../../running-scope.ts';

const own = ownFolder();
let turn = 0;
let home = '';
let team = '';
let ada: Running;

async function begin(provider: string): Promise<string> {
  const begun = { provider, kind: '', framework: 'ilacs-2026', start: '2026-10-05', end: null };
  return need(await beginDraft(ada.scope, { ...begun, recoveryOwner: null })).draft;
}

async function note(draft: string, text: string): Promise<void> {
  const said = { kind: 'document', source: 'Audit', when: '2026-10-05T10:00', direction: 'neutral' } as const;
  need(await noteEvidence(ada.scope, { draft, note: { ...said, text } }));
}

beforeEach(async () => {
  turn += 1;
  home = join(own.path, `ada-${turn}`);
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(home);
  await settle(ada, 'Ada', team, true);
  for (let at = 0; at < 12; at += 1) await begin(`Authority ${String(at).padStart(2, '0')}`);
});
afterAll(own.remove);

/** The same profile started again, with what it tells its window. */
async function again(): Promise<Running & { readonly heard: HostEvent[] }> {
  const heard: HostEvent[] = [];
  const { app } = run(home);
  const ports = {
    ...app.ports,
    windows: { send: (_: string, event: HostEvent) => void heard.push(event), broadcast: () => undefined },
  };
  const scope = {
    ...ada.scope,
    ports,
    session: { window: 'again', opened: null },
    jobs: new Map<never, never>(),
  };
  const grant = app.grants.grantFolder(team);
  need(await openWorkspace(scope, grant, await ports.workspaces.open(grant)));
  return { app, scope, heard };
}

const names = (rows: readonly DraftRow[]): readonly string[] => rows.map((row) => row.provider).toSorted();
const catalogue = (): string => {
  const index = join(home, 'index');
  return join(
    index,
    readdirSync(index).find((name) => name.startsWith('list-') && name.endsWith('.sqlite')) ?? '',
  );
};
const folderOf = (draft: string): string =>
  join(
    team,
    'drafts',
    readdirSync(join(team, 'drafts')).find((name) => name.endsWith(draft.slice(0, 8))) ?? '',
  );
const logOf = (draft: string): string => {
  const folder = folderOf(draft);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.jsonl')) ?? '');
};

describe('the list of a workspace', () => {
  it('is the same from worker threads, from the catalogue and from this thread', async () => {
    const cold = need(await listDrafts(ada.scope));
    const warm = await again();
    const before = need(await listedBefore(warm.scope));
    expect(before.every((row) => !row.checked)).toBe(true);
    expect(before.map((row) => ({ ...row, checked: true })).toSorted(byDraft)).toEqual(
      cold.toSorted(byDraft),
    );
    expect(need(await listDrafts(warm.scope))).toEqual(cold);
    expect(warm.heard).toEqual([]);
    const one = cold[0];
    expect(need(await listDraft(warm.scope, { draft: one?.draft ?? '' }))).toEqual(one);
  });

  it('reads only the drafts whose files changed', async () => {
    const draft = await begin('Changed later');
    const cold = need(await listDrafts(ada.scope));
    await note(draft, 'One more');
    const warm = await again();
    const now = need(await listDrafts(warm.scope));
    expect(now.find((row) => row.draft === draft)?.evidence).toBe(1);
    expect(now.filter((row) => row.draft !== draft)).toEqual(cold.filter((row) => row.draft !== draft));
    expect([...(warm.scope.session.opened?.drafts.keys() ?? [])]).toHaveLength(1);
  });

  it('tells a line that was tampered with since it was verified', async () => {
    const draft = await begin('Tampered with');
    need(await listDrafts(ada.scope));
    appendFileSync(logOf(draft), '{"v":1}\n');
    const warm = await again();
    const row = need(await listDrafts(warm.scope)).find((listed) => listed.draft === draft);
    expect(row?.problem).toContain('line');
  });

  it('leaves a changed signature inside a chain to whoever opens the draft, and tells it from then on', async () => {
    const draft = await begin('Signed by nobody');
    await note(draft, 'First');
    await note(draft, 'Second');
    const log = readFileSync(logOf(draft), 'utf8');
    const lines = log.split('\n');
    const inside = lines.length - 3;
    const other = (line: string): string =>
      line.replace(/(?<="sig":")./u, (digit) => (digit === '0' ? '1' : '0'));
    writeFileSync(logOf(draft), lines.with(inside, other(lines[inside] ?? '')).join('\n'));
    const problemIn = async ({ scope }: Pick<Running, 'scope'>): Promise<string | null | undefined> =>
      need(await listDrafts(scope)).find((listed) => listed.draft === draft)?.problem;
    const surveyed = await again();
    expect(await problemIn(surveyed)).toBeNull();
    const { problems } = need(await openDraft(surveyed.scope, { draft }));
    expect(problems).toContainEqual(expect.objectContaining({ line: inside + 1, code: 'signature' }));
    expect(await problemIn(surveyed)).toContain(`line ${inside + 2}`);
    expect(await problemIn(await again())).toContain(`line ${inside + 2}`);
    // Its files look otherwise, with those of all others, so that workers look at it again: in full, as it was found broken.
    for (const row of need(await listedBefore(surveyed.scope))) utimesSync(logOf(row.draft), 0, 0);
    expect(await problemIn(await again())).toContain(`line ${inside + 2}`);
    writeFileSync(logOf(draft), log);
    expect(await problemIn(await again())).toBeNull();
  });

  it('tells the changed signature of a log’s last record before anybody opens the draft', async () => {
    const draft = await begin('Signed by nobody at the end');
    const log = readFileSync(logOf(draft), 'utf8');
    const at = log.lastIndexOf('"sig":"') + 7;
    writeFileSync(logOf(draft), `${log.slice(0, at)}${log[at] === '0' ? '1' : '0'}${log.slice(at + 1)}`);
    const rows = need(await listDrafts((await again()).scope));
    expect(rows.filter(({ problem }) => problem !== null).map((row) => row.draft)).toEqual([draft]);
  });

  it('says that a draft’s folder is gone, which the catalogue forgets, and finds it when it is back', async () => {
    const gone = await begin('Goes away');
    need(await listDrafts(ada.scope));
    const aside = join(own.path, `aside-${turn}`);
    cpSync(folderOf(gone), aside, { recursive: true });
    const folder = folderOf(gone);
    rmSync(folder, { recursive: true });
    const without = need(await listDrafts(ada.scope));
    expect(without.filter((row) => row.missing !== undefined)).toMatchObject([
      { provider: 'Goes away', draft: '', missing: { draft: gone } },
    ]);
    expect(names(need(await listedBefore((await again()).scope)))).not.toContain('Goes away');
    cpSync(aside, folder, { recursive: true });
    const back = need(await listDrafts(ada.scope));
    expect(back.find((row) => row.provider === 'Goes away')).toMatchObject({ draft: gone, problem: null });
    expect(back.every((row) => row.missing === undefined)).toBe(true);
  });

  it.each([
    ['missing', (path: string) => rmSync(path)],
    [
      'damaged',
      (path: string) =>
        writeFileSync(path, 'no database at all, and longer than a header of one is. '.repeat(40)),
    ],
  ])('is made anew where the catalogue is %s', async (_, harm) => {
    const cold = need(await listDrafts(ada.scope));
    for (const end of ['-wal', '-shm']) rmSync(`${catalogue()}${end}`, { force: true });
    harm(catalogue());
    const warm = await again();
    expect(need(await listedBefore(warm.scope))).toEqual([]);
    expect(need(await listDrafts(warm.scope))).toEqual(cold);
    expect(warm.heard.at(-1)).toMatchObject({ kind: 'progress', job: 'list', finished: true });
  });

  it('can be stopped, and says which lines were not reached', async () => {
    need(await listDrafts(ada.scope));
    for (const row of need(await listedBefore(ada.scope))) appendFileSync(logOf(row.draft), '{"v":1}\n');
    const warm = await again();
    const stopped = listDrafts(warm.scope);
    stopJob(warm.scope, 'list');
    const rows = need(await stopped);
    expect(rows).toHaveLength(12);
    expect(rows.every((row) => !row.checked)).toBe(true);
    expect(need(await listDrafts(warm.scope)).every((row) => row.checked && row.problem !== null)).toBe(true);
  });

  it('gives an audit no frame while it was stopped before its end', async () => {
    const { scope } = await again();
    const { opened } = scope.session;
    if (opened === null) throw new Error('no workspace is open');
    for (const row of need(await listedBefore(scope))) appendFileSync(logOf(row.draft), '\n');
    const frame = sealedJudgments(scope, opened);
    stopJob(scope, 'list');
    const stopped = await frame;
    expect(stopped.ok ? '' : stopped.error.message).toMatch(/^Reading the list of inspections was stopped/);
    expect(await sealedJudgments(scope, opened)).toEqual({ ok: true, value: [] });
  });

  it('lets one list follow another that is under way, so that no change is passed over', async () => {
    const first = listDrafts(ada.scope);
    const [second, third] = [listDrafts(ada.scope), listDrafts(ada.scope)];
    expect(second).toBe(third);
    expect(need(await first)).toEqual(need(await second));
  });

  it('reads a draft anew once the card of its author arrives', async () => {
    const cards = join(team, 'people');
    const [card = ''] = readdirSync(cards);
    cpSync(join(cards, card), join(own.path, card));
    const ben = run(join(own.path, `ben-${turn}`));
    await settle(ben, 'Ben', team, false);
    rmSync(join(cards, card));
    const without = need(await listDrafts(ben.scope));
    expect(without.every((row) => row.problem !== null)).toBe(true);
    cpSync(join(own.path, card), join(cards, card));
    expect(need(await listDrafts(ben.scope)).every((row) => row.problem === null)).toBe(true);
  });
});

function byDraft(a: DraftRow, b: DraftRow): number {
  return a.draft < b.draft ? -1 : 1;
}
