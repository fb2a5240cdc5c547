import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { successiveInspections } from '../../../../src/main/application/comparison/successive-inspections.ts';
import { saveRevision } from '../../../../src/main/application/draft/save-revision.ts';
import { listConflicts } from '../../../../src/main/application/together/list-conflicts.ts';
import { whatHappened } from '../../../../src/main/application/together/what-happened.ts';
import { whatWaits } from '../../../../src/main/application/together/what-waits.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import type { Shelf } from '../../../../src/shared/draft/draft-shelved.ts';
import { summaryOf, twoOnADraft, type Person } from '../../people-at-work.ts';
import { need, ownFolder } from '../../running-scope.ts';

const own = ownFolder();
let ada: Person;
let ben: Person;
/** The draft that is put away, with a conflict in it, and one of the same provider that stays. */
let away = '';
let stays = '';

beforeAll(async () => {
  mkdirSync(join(own.path, 'here'));
  ({ ada, ben, draft: away } = await twoOnADraft(join(own.path, 'here')));
  need(await saveRevision(ada.scope, summaryOf(away, 'Ada’s words')));
  need(await saveRevision(ben.scope, summaryOf(away, 'Ben’s words')));
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-11-02', end: null };
  ({ draft: stays } = need(await services.beginDraft(ada.scope, { ...begun, recoveryOwner: null })));
});
afterAll(own.remove);

const shelve = async (shelf: Shelf): Promise<unknown> =>
  need(await services.shelveDraft(ada.scope, { draft: away, shelf, reason: 'Begun twice' }));

/** The lists over all drafts in which the draft that is put away stands. */
async function listsWith(): Promise<readonly string[]> {
  const { scope } = ada;
  const successive = need(await successiveInspections(scope, { draft: stays }));
  const named = {
    conflicts: need(await listConflicts(scope, { draft: null })).open,
    happened: need(await whatHappened(scope, { draft: null, since: null })).drafts,
    waiting: need(await whatWaits(scope)).drafts,
    'over time': successive.inspections,
  };
  return Object.entries(named).flatMap(([list, all]) =>
    all.some(({ draft }) => draft === away) ? [list] : [],
  );
}

it.each([
  ['withdrawn', []],
  ['archived', ['happened', 'over time']],
  ['list', ['conflicts', 'happened', 'waiting', 'over time']],
] as const)('a draft that is %s stands in these lists over drafts: %j', async (shelf, lists) => {
  await shelve(shelf);
  expect(await listsWith()).toEqual(lists);
});

it('a draft that is withdrawn is told of where it is asked for alone', async () => {
  await shelve('withdrawn');
  expect(need(await listConflicts(ada.scope, { draft: away })).open).toHaveLength(1);
  expect(need(await whatHappened(ada.scope, { draft: away, since: null })).drafts).toHaveLength(1);
  const alone = need(await successiveInspections(ada.scope, { draft: away })).inspections;
  expect(alone.map(({ draft }) => draft)).toContain(away);
});
