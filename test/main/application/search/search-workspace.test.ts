import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { need, ownFolder, run, settle } from '../../running-scope.ts';
import { eraseContent } from '../../../../src/main/application/erasing/erase-content.ts';
import { beginDraft } from '../../../../src/main/application/draft/begin-draft.ts';
import { noteEvidence } from '../../../../src/main/application/evidence/note-evidence.ts';
import { readHit } from '../../../../src/main/application/search/read-hit.ts';
import { refreshSearch, searchWorkspace } from '../../../../src/main/application/search/search-workspace.ts';
import { saveRevision } from '../../../../src/main/application/draft/save-revision.ts';
import type { SearchHit } from '../../../../src/shared/search/search-query.ts';

const own = ownFolder();
afterAll(own.remove);

it('finds what was written, follows changes and erasings, and forgets drafts that are gone', async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  const running = run(join(own.path, 'profile'));
  const { scope } = running;
  await settle(running, 'Ada', team, true);
  const { draft } = need(
    await beginDraft(scope, {
      provider: 'Northmere',
      kind: 'standard inspection',
      framework: 'ilacs-2026',
      start: '2026-10-05',
      end: null,
      recoveryOwner: null,
    }),
  );
  const note = {
    kind: 'data',
    source: 'Report',
    when: '2026-10-06T10:00',
    direction: 'neutral',
    text: 'Quixotic figures',
  } as const;
  const link = { criterion: 'hp.front-door', direction: 'for' } as const;
  const { record } = need(await noteEvidence(scope, { draft, note, link }));
  const find = async (text: string): Promise<readonly SearchHit[]> => {
    const query = {
      text,
      what: null,
      kind: null,
      author: null,
      from: null,
      to: null,
      area: 'help-and-protection',
      grade: null,
    };
    return need(await searchWorkspace(scope, { query, ranked: true })).hits;
  };
  expect(await find('quix')).toEqual([]);
  expect(need(await refreshSearch(scope))).toEqual({ indexed: 1, unread: 0, stopped: false });
  expect((await find('quix')).map((hit) => [hit.draft, hit.place, hit.provider])).toEqual([
    [draft, record, 'Northmere'],
  ]);
  expect(need(await refreshSearch(scope)).indexed).toBe(0);

  const hit = { draft, what: 'note', place: record } as const;
  const said = 'Figures were late and nobody had asked for them before. [DA-001]';
  const section = 'help-and-protection';
  const narratives = [{ section, text: `First words.\n\n${said}`, over: [] }];
  need(
    await saveRevision(scope, {
      draft,
      reason: 'First',
      narratives,
      grades: [],
      improvements: null,
    }),
  );
  expect(need(await readHit(scope, hit))).toMatchObject({
    text: 'Quixotic figures',
    source: 'Report',
    area: 'Help and protection',
    criteria: [{ direction: 'for' }],
    cited: { place: 'Help and protection', paragraph: 2, text: said },
  });
  expect(need(await readHit(scope, { draft, what: 'narrative', place: section })).text).toContain(said);
  need(
    await eraseContent(scope, { draft, records: [record], reason: 'A name stood in it', rule: 'Retention' }),
  );
  expect(need(await refreshSearch(scope)).indexed).toBe(1);
  expect(await find('quix')).toEqual([]);
  expect(await readHit(scope, hit)).toMatchObject({ ok: false, error: { code: 'not-found' } });

  const folder = running.scope.session.opened?.drafts.keys().next().value ?? '';
  rmSync(join(team, 'drafts', folder), { recursive: true });
  need(await refreshSearch(scope));
  const stamps = await scope.ports.search.of(scope.session.opened?.workspace.id ?? '').stamps();
  expect(stamps).toEqual({});
});
