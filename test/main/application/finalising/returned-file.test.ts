import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { returnedFile } from '../../../../src/main/application/finalising/save-returned.ts';
import { verifyWorkspace } from '../../../../src/main/application/verification/verify-workspace.ts';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
let turn = 0;
let ada: ReturnType<typeof run>;
let team = '';
let draft = '';

const table = new TextEncoder().encode('Paragraph,Comment,Evidence\n1,"It was 3 May.",Minutes\n');

beforeEach(async () => {
  turn += 1;
  team = join(own.path, `team-${turn}`);
  mkdirSync(team);
  ada = run(join(own.path, `ada-${turn}`));
  await settle(ada, 'Ada', team, true);
  const details = { provider: 'Northmere', kind: 'standard inspection', framework: 'ilacs-2026' };
  const days = { start: '2026-05-25', end: '2026-06-05' };
  ({ draft } = need(await beginDraft(ada.scope, { ...details, ...days, recoveryOwner: null })));
  const narratives = [{ section: 'summary', text: 'It was 2 May.', over: [] }];
  const revision = { draft, reason: 'Written', narratives, grades: [], improvements: null };
  need(await services.saveRevision(ada.scope, revision));
  need(await services.sendAccuracy(ada.scope, { draft, due: null }));
  const { grant } = ada.app.grants.grantBytes('comments.csv', table);
  need(await services.receiveAccuracy(ada.scope, { draft, file: grant }));
});
afterAll(own.remove);

const files = (): string => join(team, 'drafts', readdirSync(join(team, 'drafts'))[0] ?? '', 'attachments');

async function letter(): Promise<string> {
  const { returns } = need(await openDraft(ada.scope, { draft })).state.finalising.accuracy;
  return returns[0]?.record ?? '';
}

async function problems(): Promise<readonly string[]> {
  const { drafts } = need(await verifyWorkspace(ada.scope, { draft }));
  return drafts.flatMap((one) => one.problems.map(({ level, code }) => `${level} ${code}`));
}

describe('the file that the provider sent back', () => {
  it('is kept as it came, and handed out so', async () => {
    const file = need(await returnedFile(ada.scope, { draft, letter: await letter() }));
    expect([file.name, Buffer.from(file.bytes).equals(Buffer.from(table))]).toEqual(['comments.csv', true]);
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['gone', 'broken attachment-missing', (path: string) => rmSync(path)],
    ['another', 'broken attachment-changed', (path: string) => writeFileSync(path, 'Something else')],
  ])('is missed by verification where it is %s, and not handed out', async (_how, problem, change) => {
    change(join(files(), readdirSync(files())[0] ?? ''));
    expect(await problems()).toContain(problem);
    expect((await returnedFile(ada.scope, { draft, letter: await letter() })).ok).toBe(false);
  });

  it('is not handed to a member of an open round, from whom the grades that it may quote are hidden', async () => {
    const others = ['Ben', 'Cyn'].map((name) => run(join(own.path, `${name}-${turn}`)));
    for (const [at, one] of others.entries()) await settle(one, at === 0 ? 'Ben' : 'Cyn', team, false);
    const [ben, cyn] = await Promise.all(
      others.map(async ({ scope }) => (await scope.ports.keys.self())?.person ?? ''),
    );
    const person = (await ada.scope.ports.keys.self())?.person ?? '';
    for (const [who, role] of [
      [person, 'chair'],
      [ben ?? '', 'deputy'],
      [cyn ?? '', 'panel'],
    ] as const)
      need(await services.grantRole(ada.scope, { draft, person: who, role }));
    for (const { scope } of [ada, ...others])
      need(await services.declareInterests(scope, { draft, interests: [] }));
    const { state } = need(await openDraft(ada.scope, { draft }));
    need(
      await services.openRound(ada.scope, {
        ...{ draft, revision: state.revisions[0]?.id ?? '', areas: ['leaders'], quorum: 1, due: null },
        ...{ participants: [cyn ?? ''], deputies: [ben ?? ''], provisionalShown: null },
      }),
    );
    const asked = { draft, letter: await letter() };
    expect(await returnedFile(others[1]?.scope ?? ada.scope, asked)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect((await returnedFile(ada.scope, asked)).ok).toBe(true);
  });

  it('is taken away with the words that it holds', async () => {
    const erasing = { draft, records: [await letter()], reason: 'It names a child', rule: 'Retention' };
    need(await services.eraseContent(ada.scope, erasing));
    expect(readdirSync(files())).toEqual([]);
    expect(await returnedFile(ada.scope, { draft, letter: await letter() })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect((await problems()).filter((problem) => problem.startsWith('broken'))).toEqual([]);
  });
});
