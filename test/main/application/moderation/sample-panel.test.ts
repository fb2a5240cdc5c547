import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraft } from '../../../../src/main/application/window/open-draft.ts';
import { buildSample } from '../../../../src/main/application/sample/build-sample.ts';
import { verifyWorkspace } from '../../../../src/main/application/verification/verify-workspace.ts';
import { agendaOf } from '../../../../src/shared/moderation/agenda.ts';
import type { DraftView } from '../../../../src/shared/ipc/views.ts';
import { need, ownFolder, run, settle } from '../../running-scope.ts';

const own = ownFolder();
const reader = run(join(own.path, 'profile'));
let view: DraftView;

beforeAll(async () => {
  const folder = join(own.path, 'sample');
  mkdirSync(folder);
  await settle(reader, 'Reader', folder, true);
  const { opened } = reader.scope.session;
  const self = await reader.scope.ports.keys.self();
  if (opened === null || self === null) throw new Error('no workspace is open');
  const { draft } = need(await buildSample(reader.scope.ports, opened.workspace, self.person));
  view = need(await openDraft(reader.scope, { draft }));
}, 60_000);
afterAll(() => {
  reader.app.release();
  own.remove();
});

describe('the sample’s round', () => {
  it('was really lodged and revealed: three members, four areas, nothing to be warned of', () => {
    const [round] = view.state.moderation.rounds;
    expect(round).toMatchObject({ standing: 'revealed', problems: [] });
    expect(round?.lodgings.map((lodging) => [lodging.standing, lodging.entries?.length])).toEqual([
      ['independent', 4],
      ['independent', 4],
      ['independent', 4],
    ]);
  });

  it('has the areas on which the members were apart first on the agenda', () => {
    const [round] = view.state.moderation.rounds;
    if (round === undefined || view.framework === null) throw new Error('no round');
    const agenda = agendaOf(round, view.framework);
    expect(agenda.map(({ area, spread }) => [area, spread])).toEqual([
      ['leaders', 1],
      ['care-leavers', 1],
      ['help-and-protection', 0],
      ['children-in-care', 0],
    ]);
    const leavers = agenda.find(({ area }) => area === 'care-leavers');
    expect(leavers?.before.map(({ grade }) => grade)).toEqual([null, { grade: 'good' }, { grade: 'good' }]);
  });

  it('leaves no gate of the panel open: its outcomes are in the draft, points and challenge answered', () => {
    const panel = view.gates.filter((gate) => ['rounds', 'challenges', 'panel-outcomes'].includes(gate.id));
    expect(panel.map((gate) => gate.status)).toEqual(['done', 'done', 'done']);
  });

  it('is opened again by verification', async () => {
    const found = need(await verifyWorkspace(reader.scope, { draft: null }));
    expect(found.ok).toBe(true);
    expect(found.drafts[0]?.lodged).toEqual({ rounds: 1, opened: 3, unopened: 0 });
  });
});
