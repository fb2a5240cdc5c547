import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveRevision } from '../../../src/main/application/draft/save-revision.ts';
import { openDraft } from '../../../src/main/application/window/open-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import type { CallInput } from '../../../src/shared/ipc/contract.ts';
import { shown } from '../../../src/shared/records/settled.ts';
import type { SeenState } from '../../../src/shared/seen/seen-draft.ts';
import { twoOnADraft, type Person } from '../people-at-work.ts';
import { need, ownFolder } from '../running-scope.ts';

const own = ownFolder();
let ada: Person;
let ben: Person;
let draft = '';
let first = '';
let second = '';

const stateNow = async (): Promise<SeenState> => need(await openDraft(ada.scope, { draft })).state;

/** A revision of a text, a grade and a point, over what stands. */
async function save(who: Person, text: string, grade: string, point: string): Promise<string> {
  const { narratives, grades, improvements } = await stateNow();
  const over = (field: readonly { record: string }[] | undefined): string[] =>
    (field ?? []).map(({ record }) => record);
  const input: CallInput<'saveRevision'> = {
    draft,
    reason: 'As read',
    narratives: [{ section: 'leaders', text, over: over(narratives['leaders']) }],
    grades: [{ area: 'leaders', value: { grade }, over: over(grades['leaders']) }],
    improvements: { points: [{ id: 'first', text: point, area: null, notes: [] }], over: over(improvements) },
  };
  return need(await saveRevision(who.scope, input)).record;
}

/** What the draft says: text, grade and points. */
async function said(): Promise<readonly unknown[]> {
  const { narratives, grades, improvements } = await stateNow();
  const points = shown(improvements)?.map(({ text }) => text);
  return [shown(narratives['leaders']), shown(grades['leaders']), points];
}

beforeAll(async () => {
  ({ ada, ben, draft } = await twoOnADraft(own.path));
  first = await save(ada, 'Leaders know their service.', 'good', 'Visits');
  second = await save(ben, 'Leaders do not know it.', 'inadequate', 'Plans');
});
afterAll(own.remove);

it.each([
  ['the first', () => first, ['Leaders know their service.', { grade: 'good' }, ['Visits']]],
  ['the second', () => second, ['Leaders do not know it.', { grade: 'inadequate' }, ['Plans']]],
] as const)(
  'restores %s revision as a new one with its reason, and keeps every other',
  async (_name, which, wanted) => {
    const before = (await stateNow()).revisions;
    need(await services.restoreRevision(ada.scope, { draft, revision: which(), reason: 'It was right' }));
    const { revisions, conflicts } = await stateNow();
    expect(await said()).toEqual(wanted);
    expect([revisions.length, revisions.at(-1)?.reason, conflicts]).toEqual([
      before.length + 1,
      'It was right',
      [],
    ]);
    expect(revisions.slice(0, -1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  },
);

it.each([
  ['what the draft says already', () => second, /nothing to restore/],
  ['what is no revision of it', () => 'f'.repeat(64), /not in the draft any more/],
] as const)('refuses to restore %s, and writes nothing', async (_name, which, words) => {
  const { count } = await stateNow();
  const answer = await services.restoreRevision(ada.scope, { draft, revision: which(), reason: 'Again' });
  expect(answer.ok ? '' : answer.error.message).toMatch(words);
  expect((await stateNow()).count).toBe(count);
});

it('settles a conflict since by what the revision said', async () => {
  const both = { draft, reason: 'At once', grades: [], improvements: null };
  const over = ((await stateNow()).narratives['leaders'] ?? []).map(({ record }) => record);
  for (const [who, text] of [
    [ada, 'Ada’s'],
    [ben, 'Ben’s'],
  ] as const)
    need(await saveRevision(who.scope, { ...both, narratives: [{ section: 'leaders', text, over }] }));
  const conflicts = (await stateNow()).conflicts;
  need(await services.restoreRevision(ada.scope, { draft, revision: first, reason: 'Both were wrong' }));
  expect([conflicts.length, (await stateNow()).conflicts, (await said())[0]]).toEqual([
    1,
    [],
    'Leaders know their service.',
  ]);
});
