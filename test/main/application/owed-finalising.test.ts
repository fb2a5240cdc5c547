import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { beginDraft } from '../../../src/main/application/draft/begin-draft.ts';
import { services } from '../../../src/main/composition/calls.ts';
import { whatWaits } from '../../../src/main/application/together/what-waits.ts';
import type { Scope } from '../../../src/main/application/session/session.ts';
import type { Owed } from '../../../src/shared/together/owed.ts';
import { need, ownFolder, run, settle } from '../running-scope.ts';

const own = ownFolder();
afterAll(own.remove);

it('a clock that runs out waits for whoever answers for the draft, and for nobody else', async () => {
  const team = join(own.path, 'team');
  mkdirSync(team);
  const ada = run(join(own.path, 'ada'));
  const ben = run(join(own.path, 'ben'));
  await settle(ada, 'Ada', team, true);
  await settle(ben, 'Ben', team, false);
  const begun = { provider: 'Northmere', kind: '', framework: 'ilacs-2026', start: '2026-10-05' };
  const { draft } = need(await beginDraft(ada.scope, { ...begun, end: '2026-10-09', recoveryOwner: null }));
  const person = (await ben.scope.ports.keys.self())?.person ?? '';
  need(await services.grantRole(ada.scope, { draft, person, role: 'inspector' }));
  const { deadlines } = need(await services.openDraft(ada.scope, { draft })).framework ?? { deadlines: [] };
  const [first] = deadlines.filter((deadline) => deadline.from === 'end');
  expect(first).toBeDefined();
  const owedOn = async (scope: Scope, day: string): Promise<readonly Owed[]> => {
    const clock = { now: () => Date.parse(`${day}T12:00:00Z`) };
    const waits = need(await whatWaits({ ...scope, ports: { ...scope.ports, clock } }));
    return waits.drafts.flatMap(({ owed }) => owed);
  };
  expect(await owedOn(ada.scope, '2026-10-09')).toEqual([]);
  expect(await owedOn(ada.scope, '2027-03-01')).toContainEqual(
    expect.objectContaining({ kind: 'clock', screen: 'finalise', subject: first?.id }),
  );
  expect(await owedOn(ben.scope, '2027-03-01')).toEqual([]);
});
