import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { services } from '../../../src/main/composition/calls.ts';
import { openWorkspace } from '../../../src/main/application/workspace/open-workspace.ts';
import type { HostEvent } from '../../../src/shared/ipc/host-event.ts';
import { beginNorthmere, brokenIn, twoOnADraft, type Person, type TwoOnADraft } from '../people-at-work.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

const folderOf = ({ team, draft }: TwoOnADraft): string =>
  join(
    team,
    'drafts',
    readdirSync(join(team, 'drafts')).find((name) => name.endsWith(draft.slice(0, 8))) ?? '',
  );

function adasLog({ team }: TwoOnADraft): string {
  const people = join(team, 'people');
  const name = readdirSync(people).find((file) => readFileSync(join(people, file), 'utf8').includes('"Ada"'));
  return join(people, name ?? '');
}

/** Leaves out the last line of a log. */
function cut(log: string): void {
  const lines = readFileSync(log, 'utf8').split('\n');
  writeFileSync(log, `${lines.slice(0, -2).join('\n')}\n`);
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

const missing = /^This inspection was here on \w{3} \d+ \w{3} \d{4}; its folder is gone\./;

/** What becomes of the folder that Ben saw whole, and what he is told is broken. */
const changes: readonly (readonly [
  what: string,
  change: (two: TwoOnADraft) => void,
  sentence: RegExp | null,
])[] = [
  ['a draft’s folder is gone', (two) => rmSync(folderOf(two), { recursive: true }), missing],
  [
    'the folder of all drafts is gone',
    ({ team }) => rmSync(join(team, 'drafts'), { recursive: true }),
    missing,
  ],
  [
    'another draft lies where a draft lay',
    (two) => {
      const lay = folderOf(two);
      rmSync(lay, { recursive: true });
      const other = join(two.team, 'drafts', readdirSync(join(two.team, 'drafts'))[0] ?? '');
      renameSync(other, lay);
    },
    missing,
  ],
  [
    'a draft’s folder is renamed and emptied',
    (two) => {
      const renamed = join(two.team, 'drafts', 'old things');
      renameSync(folderOf(two), renamed);
      empty(renamed);
    },
    missing,
  ],
  ['a draft’s folder is emptied', (two) => empty(folderOf(two)), /^All records of this draft are missing/],
  ['a draft’s folder is renamed', (two) => renameSync(folderOf(two), `${folderOf(two)}-old`), null],
  [
    'a draft’s folder is renamed and loses its number',
    (two) => renameSync(folderOf(two), join(two.team, 'drafts', 'old things')),
    null,
  ],
  [
    'a person’s log is cut at a line’s end',
    (two) => cut(adasLog(two)),
    /^1 record of Ada is missing: record (\d+) was seen before, and the log ends at record \d+\./,
  ],
  [
    'a person’s log is gone',
    (two) => rmSync(adasLog(two)),
    /^\d+ records of Ada are missing: record \d+ was seen before, and none of them is here any more\./,
  ],
  [
    'the workspace’s own log is gone',
    ({ team }) => rmSync(join(team, 'workspace'), { recursive: true }),
    /^1 record of Ada in the log of this workspace is missing: record 1 was seen before, and none of them is here/,
  ],
];

/** What somebody is told is broken, in words, by a look at the list and by verification. */
async function brokenNow(who: Person): Promise<readonly string[]> {
  need(await services.listDrafts(who.scope, {}));
  return brokenIn(who);
}

describe('what a device saw in a workspace and is not there any more', () => {
  it.each(changes)('is told of by name until it is back: %s', async (what, change, expected) => {
    const two = await twoOnADraft(own.path);
    await beginNorthmere(two.ada);
    expect(await brokenNow(two.ben)).toEqual([]);
    const whole = join(two.home, 'whole');
    cpSync(two.team, whole, { recursive: true });
    change(two);
    const now = await brokenNow(two.ben);
    if (expected === null) expect(now).toEqual([]);
    else
      expect(now.filter((message) => expected.test(message))).toHaveLength(
        what.includes('all drafts') ? 2 : 1,
      );
    // Once more: it is not forgotten by having been told.
    expect(await brokenNow(two.ben)).toEqual(now);
    for (const top of ['drafts', 'people', 'workspace']) {
      rmSync(join(two.team, top), { recursive: true, force: true });
      cpSync(join(whole, top), join(two.team, top), { recursive: true });
    }
    expect(await brokenNow(two.ben)).toEqual([]);
    two.ada.app.release();
    two.ben.app.release();
  });

  it('has a line of its own in the list, which says what to do and cannot be opened', async () => {
    const two = await twoOnADraft(own.path);
    need(await services.listDrafts(two.ben.scope, {}));
    rmSync(folderOf(two), { recursive: true });
    const [row, ...others] = need(await services.listDrafts(two.ben.scope, {}));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ draft: '', provider: 'Northmere', missing: { draft: two.draft } });
    expect(row?.problem).toMatch(missing);
    expect(row?.problem).toContain('Nothing was changed.');
    expect(row?.problem).toContain('put it back from a backup or from a colleague’s copy');
    two.ada.app.release();
    two.ben.app.release();
  });

  it('is nothing to whoever sees the workspace for the first time', async () => {
    const two = await twoOnADraft(own.path);
    rmSync(folderOf(two), { recursive: true });
    cut(adasLog(two));
    const cyn = run(join(two.home, 'cyn'));
    await settle(cyn, 'Cyn', two.team, false);
    expect(need(await services.listDrafts(cyn.scope, {}))).toEqual([]);
    expect(await brokenIn(cyn)).toEqual([]);
    for (const { app } of [two.ada, two.ben, cyn]) app.release();
  });

  it('is still known when the application was started again', async () => {
    const two = await twoOnADraft(own.path);
    expect(await brokenNow(two.ben)).toEqual([]);
    two.ben.app.release();
    rmSync(folderOf(two), { recursive: true });
    const again = run(join(two.home, 'ben'));
    const grant = again.app.grants.grantFolder(two.team);
    need(await openWorkspace(again.scope, grant, await again.scope.ports.workspaces.open(grant)));
    expect(need(await services.listDrafts(again.scope, {}))[0]?.problem).toMatch(missing);
    again.app.release();
    two.ada.app.release();
  });

  it('is not called missing while the whole folder is out of reach', async () => {
    const two = await twoOnADraft(own.path);
    expect(await brokenNow(two.ben)).toEqual([]);
    need(await services.followFolder(two.ben.scope, {}));
    renameSync(two.team, `${two.team}-off`);
    mkdirSync(two.team);
    const away = need(await services.lookAtFolder(two.ben.scope, {}));
    expect(away.states.map(({ code }) => code)).toEqual(['away']);
    expect((await services.listDrafts(two.ben.scope, {})).ok).toBe(false);
    rmSync(two.team, { recursive: true });
    renameSync(`${two.team}-off`, two.team);
    expect(await brokenNow(two.ben)).toEqual([]);
    await two.ben.scope.session.opened?.following?.stop();
    two.ada.app.release();
    two.ben.app.release();
  });

  it('is found by a look at the folder that is open, counted in its state, and gone from it when it is back', async () => {
    const two = await twoOnADraft(own.path);
    const events: HostEvent[] = [];
    const windows = {
      send: (_: string, event: HostEvent) => void events.push(event),
      broadcast: () => undefined,
    };
    const scope = { ...two.ben.scope, ports: { ...two.ben.scope.ports, windows } };
    need(await services.listDrafts(scope, {}));
    need(await services.followFolder(scope, {}));
    expect(need(await services.lookAtFolder(scope, {})).states.map(({ code }) => code)).not.toContain(
      'shrunk',
    );
    const [draft, aside, log] = [folderOf(two), join(two.home, 'aside'), adasLog(two)];
    const lines = readFileSync(log);
    renameSync(draft, aside);
    rmSync(log);
    const now = need(await services.lookAtFolder(scope, {}));
    await scope.queue(() => Promise.resolve());
    const shrunk = now.states.find(({ code }) => code === 'shrunk');
    expect(shrunk?.where).toEqual([
      `Northmere: folder ${draft.split(sep).at(-1) ?? ''}`,
      'People: log of Ada',
    ]);
    expect(events).toContainEqual({ kind: 'changed', draft: null });
    renameSync(aside, draft);
    writeFileSync(log, lines);
    const back = need(await services.lookAtFolder(scope, {}));
    expect(back.states.map(({ code }) => code)).not.toContain('shrunk');
    await scope.session.opened?.following?.stop();
    two.ada.app.release();
    two.ben.app.release();
  });

  const explanations = [
    [{ how: 'removed' }, /^Ada removed this inspection from the workspace on .*: Begun twice$/],
    [{ how: 'moved', to: 'Region West' }, /^Ada moved this inspection to Region West on .*: Begun twice$/],
  ] as const;

  it.each(explanations)('is lawful once an administrator says why: %j', async (gone, sentence) => {
    const two = await twoOnADraft(own.path);
    need(await services.listDrafts(two.ben.scope, {}));
    need(await services.followFolder(two.ben.scope, {}));
    const folder = folderOf(two);
    rmSync(folder, { recursive: true });
    const [row] = need(await services.listDrafts(two.ben.scope, {}));
    expect(row?.missing).toMatchObject({ administrators: ['Ada'], isAdministrator: false });
    const said = { draft: two.draft, gone, reason: 'Begun twice' };
    expect((await services.declareDraftGone(two.ben.scope, said)).ok).toBe(false);
    need(await services.declareDraftGone(two.ada.scope, said));
    // Also where a sync service left the empty folder behind.
    for (const leave of [() => undefined, () => mkdirSync(folder)]) {
      leave();
      const rows = need(await services.listDrafts(two.ben.scope, {}));
      expect(rows.filter((row) => row.missing !== undefined)).toEqual([]);
      const view = need(await services.verifyWorkspace(two.ben.scope, { draft: null }));
      expect(view.ok).toBe(true);
      const notices = view.drafts.flatMap(({ name, problems }) =>
        problems.map(({ message }) => [name, message] as const),
      );
      expect(
        notices.filter(([name, message]) => name === 'Northmere' && sentence.test(message)),
      ).toHaveLength(1);
      const { states } = need(await services.lookAtFolder(two.ben.scope, {}));
      expect(states.map(({ code }) => code)).not.toContain('shrunk');
    }
    // The log that says so is remembered as well.
    const logs = join(two.team, 'workspace');
    cut(join(logs, readdirSync(logs)[0] ?? ''));
    expect(await brokenNow(two.ben)).toEqual([
      expect.stringMatching(/^All records of this draft are missing/),
      expect.stringMatching(
        /^1 record of Ada in the log of this workspace is missing: record 2 was seen before/,
      ),
    ]);
    await two.ben.scope.session.opened?.following?.stop();
    two.ada.app.release();
    two.ben.app.release();
  });
});
