import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDraft } from '../../src/main/application/draft/begin-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { saveRevision } from '../../src/main/application/draft/save-revision.ts';
import type { Scope } from '../../src/main/application/session/session.ts';
import { need, run, settle, type Running } from '../main/running-scope.ts';
import { looksSound } from './looks-sound.ts';
import { introduce, ownFolder, type OpenApplication } from './open-application.ts';
import { openApplication } from './plumbline-window.ts';
import { makeTeamWorkspace } from './team-workspace.ts';

/** How often more the folder goes and comes back, where a run is to show that it always does. */
const repeats = Number(process.env['PLUMBLINE_REPEATS'] ?? 0);

describe('a shared folder', () => {
  let home: Awaited<ReturnType<typeof ownFolder>>;
  let application: OpenApplication;
  let page: Page;
  let priya: Running;
  let cai: Running;
  let draft = '';
  let key = '';
  let over: string[] = [];
  let team = '';
  let whole = '';

  const logs = (): string => join(team, 'drafts', readdirSync(join(team, 'drafts'))[0] ?? '');
  const adasLog = (): string =>
    join(logs(), readdirSync(logs()).find((file) => file.endsWith('.jsonl') && !file.startsWith(key)) ?? '');
  const priyasLog = (): string => join(logs(), `${key}.jsonl`);

  /** Priya saves a revision; answers when it was on disk. */
  async function priyaSaves(text: string): Promise<number> {
    const narratives = [{ section: 'summary', text, over }];
    const { record } = need(
      await saveRevision(priya.scope, { draft, reason: 'more', narratives, grades: [], improvements: null }),
    );
    over = [record];
    return performance.now();
  }

  beforeAll(async () => {
    home = await ownFolder();
    team = join(home.path, 'team');
    whole = join(home.path, 'whole');
    mkdirSync(team);
    application = await openApplication(home.path);
    ({ page } = application);
    await introduce(page, 'Ada Moss');
    await makeTeamWorkspace(application, home.path);
    priya = run(join(home.path, 'priya'));
    await settle(priya, 'Priya Nair', team, false);
    cai = run(join(home.path, 'cai'));
    await settle(cai, 'Cai Rees', team, false);
    key = (await priya.scope.ports.keys.self())?.device ?? '';
  });
  afterAll(async () => {
    priya.app.release();
    cai.app.release();
    await application.close();
    await home.remove();
  });

  it('shows by itself what somebody began, with a quiet notice and a mark that looking clears', async () => {
    // What lies there when a window begins to follow is no news: Priya begins once it does.
    await page.evaluate(() => window.plumbline.lookAtFolder({}));
    const begun = {
      provider: 'Northbrook',
      kind: '',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
    };
    ({ draft } = need(await beginDraft(priya.scope, { ...begun, recoveryOwner: null })));
    for (const { id, self } of need(await services.listPeople(priya.scope, {})))
      if (!self) need(await services.grantRole(priya.scope, { draft, person: id, role: 'lead' }));
    await page.getByRole('button', { name: /^Northbrook.* new/ }).waitFor();
    await page
      .getByRole('contentinfo')
      .getByText(/^Priya Nair .*Northbrook/)
      .waitFor();
    await looksSound(page, 'arrived');
    await page.getByRole('button', { name: /^Northbrook/ }).click();
    await page.getByRole('heading', { name: 'Evidence against descriptors' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: /^Northbrook(?!.* new)/ }).waitFor();
  });

  it('shows a colleague’s revision within moments', async () => {
    const saved = await priyaSaves('Children are helped in time.');
    await page.getByRole('contentinfo').getByText('Priya Nair saved revision 1 of Northbrook').waitFor();
    console.log(
      `measured: a revision was shown ${Math.round(performance.now() - saved)} ms after it was saved`,
    );
  });

  it('keeps what is being typed, and says that something newer is there', async () => {
    await page.getByRole('button', { name: /^Northbrook/ }).click();
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.getByRole('button', { name: /Summary/ }).click();
    await page.locator('.cm-line', { hasText: 'Children are helped in time.' }).waitFor();
    await priyaSaves('Children are helped early and in time.');
    // Nobody has typed here yet: the newer text takes the old one's place.
    await page.locator('.cm-line', { hasText: 'helped early and in time' }).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Ada is typing.');
    await priyaSaves('Children are helped late.');
    await page.getByText(/Priya Nair.* saved something newer here while you were writing\./).waitFor();
    await page.keyboard.type(' And goes on.');
    await page
      .locator('.cm-line', { hasText: 'Children are helped early and in time. Ada is typing. And goes on.' })
      .waitFor();
    await looksSound(page, 'newer-arrived');
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByRole('textbox').fill('Both at once');
    await page.getByRole('dialog').getByRole('button', { name: /Save/ }).click();
    await page.getByText('1 to settle').waitFor();
    cpSync(team, whole, { recursive: true });
  });

  const states: readonly (readonly [code: string, short: string, make: () => Promise<void> | void])[] = [
    ['copies', 'Conflicted copies', () => cpSync(logs(), `${logs()} (1)`, { recursive: true })],
    [
      'copies-by-case',
      'Conflicted copies',
      () => {
        const log = priyasLog();
        const other = join(team, 'drafts', basename(logs()).replace('northbrook', 'Northbrook'));
        mkdirSync(other);
        cpSync(log, join(other, `${key}.jsonl`));
      },
    ],
    [
      'copies-without-content',
      'Conflicted copies',
      () =>
        writeFileSync(
          priyasLog().replace('.jsonl', ' (1).jsonl'),
          Buffer.alloc(readFileSync(priyasLog()).length),
        ),
    ],
    ['half-synced', 'Half arrived', () => truncateSync(priyasLog(), readFileSync(priyasLog()).length - 50)],
    ['not-downloaded', 'Not downloaded yet', () => renameSync(adasLog(), `${adasLog()}.nextcloud`)],
    [
      'not-files',
      'Links in the folder',
      () => {
        const elsewhere = join(home.path, 'elsewhere.jsonl');
        renameSync(priyasLog(), elsewhere);
        symlinkSync(elsewhere, priyasLog());
        symlinkSync(home.path, join(team, 'drafts', 'westmere-0a1b2c3d'));
      },
    ],
    [
      'shrunk',
      'Records missing',
      () => {
        const lines = readFileSync(priyasLog(), 'utf8').split('\n');
        writeFileSync(priyasLog(), `${lines.slice(0, -2).join('\n')}\n`);
      },
    ],
    [
      'damaged',
      'Damaged lines',
      () =>
        writeFileSync(priyasLog(), readFileSync(priyasLog(), 'utf8').replace('helped late', 'helped soon')),
    ],
    [
      'clocks',
      'Clocks differ',
      async () => {
        const clock = { now: () => Date.now() + 5 * 3_600_000 };
        const fast: Scope = { ...priya.scope, ports: { ...priya.scope.ports, clock } };
        const writes = [{ name: 'leadInspector' as const, value: 'Priya Nair', over: [] }];
        need(await services.setDetails(fast, { draft, writes, reason: null }));
      },
    ],
    ['waiting', 'Waiting for records', caiKnowsMore],
    [
      'not-vouched',
      'Card missing',
      () => {
        for (const card of readdirSync(join(team, 'people')))
          if (readFileSync(join(team, 'people', card), 'utf8').includes('Priya Nair'))
            rmSync(join(team, 'people', card));
      },
    ],
    ['one-key-two-places', 'One key in two places', forkKey],
    ['away', 'Folder out of reach', () => renameSync(team, `${team}-off`)],
  ];

  /** Ada asks to save what she typed, with a reason. */
  async function adaSaves(reason: string): Promise<void> {
    await page.keyboard.press('Control+s');
    await page.getByRole('dialog').getByRole('textbox').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name: /Save/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** A restored copy of Priya's profile, on a copy of the folder. */
  async function elsewhere(): Promise<{ readonly folder: string; readonly restored: Running }> {
    const folder = join(home.path, 'elsewhere');
    for (const [from, to] of [
      [whole, folder],
      [join(home.path, 'priya'), join(home.path, 'restored')],
    ] as const) {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true });
    }
    rmSync(join(home.path, 'restored', 'lock.json'));
    const restored = run(join(home.path, 'restored'));
    await openAs(restored, folder);
    return { folder, restored };
  }

  async function openAs({ app, scope }: Running, folder: string): Promise<void> {
    const { grant } = app.grants.grantFolder(folder);
    need(await services.openWorkspace(scope, { folder: grant }));
  }

  /** Cai writes after something of Priya's, and only Cai's log arrives. */
  async function caiKnowsMore(): Promise<void> {
    const { folder, restored } = await elsewhere();
    need(
      await services.setDetails(restored.scope, {
        draft,
        writes: [{ name: 'kind', value: 'Standard', over: [] }],
        reason: null,
      }),
    );
    restored.app.release();
    await openAs(cai, folder);
    need(
      await services.setDetails(cai.scope, {
        draft,
        writes: [{ name: 'leadInspector', value: 'Ada', over: [] }],
        reason: null,
      }),
    );
    const own = `${(await cai.scope.ports.keys.self())?.device ?? ''}.jsonl`;
    cpSync(join(folder, 'drafts', basename(logs()), own), join(logs(), own));
  }

  /** The restored profile writes again, and a service brings both logs together. */
  async function forkKey(): Promise<void> {
    const { folder, restored } = await elsewhere();
    need(
      await services.setDetails(restored.scope, {
        draft,
        writes: [{ name: 'kind', value: 'Standard', over: [] }],
        reason: null,
      }),
    );
    need(
      await services.setDetails(priya.scope, {
        draft,
        writes: [{ name: 'kind', value: 'Short', over: [] }],
        reason: null,
      }),
    );
    restored.app.release();
    const log = priyasLog();
    cpSync(log.replace(team, folder), log.replace('.jsonl', '-DESKTOP-7Q2K9L1.jsonl'));
  }

  it.each(states)('says in plain words what goes on and what is safe: %s', async (code, short, make) => {
    try {
      await make();
      await page.getByRole('button', { name: /^Shared folder/ }).click();
      await page.getByRole('button', { name: 'Look now' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('heading', { name: short }).waitFor();
      await looksSound(page, `folder-${code}`);
      const first = await dialog.getByRole('heading', { level: 3 }).first().innerText();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: new RegExp(`^Shared folder.*${first}`) }).waitFor();
    } finally {
      if (code === 'away') renameSync(`${team}-off`, team);
      // What was written then stays: Priya's application would notice that it was taken away.
      if (code === 'clocks') cpSync(join(team, 'drafts'), join(whole, 'drafts'), { recursive: true });
      for (const top of ['drafts', 'people']) {
        // What runs there may write in it meanwhile.
        rmSync(join(team, top), { recursive: true, maxRetries: 10 });
        cpSync(join(whole, top), join(team, top), { recursive: true });
      }
    }
  });

  it('goes on by itself when the folder is back, and saves again', { repeats }, async () => {
    await page.getByRole('button', { name: /^Shared folder(?!.*Folder out of reach)/ }).waitFor();
    await page.getByText(/someone unknown/).waitFor({ state: 'detached' });
    // Away without anybody looking for it: the file system's own events, or the next look, tell.
    renameSync(team, `${team}-off`);
    await page.getByRole('button', { name: /^Shared folder.*Folder out of reach/ }).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.type('Typed while the folder was away. ');
    await adaSaves('Away');
    await page
      .getByRole('alert')
      .getByText(/no longer there, so Plumbline could not/)
      .waitFor();
    renameSync(`${team}-off`, team);
    await page.getByRole('button', { name: /^Shared folder(?!.*Folder out of reach)/ }).waitFor();
    await page.locator('.cm-line', { hasText: 'Typed while the folder was away.' }).first().waitFor();
    await adaSaves('Back');
    await page.getByRole('button', { name: 'Discard typed text' }).waitFor({ state: 'detached' });
    expect(readFileSync(adasLog(), 'utf8')).toContain('Typed while the folder was away.');
  });
});
