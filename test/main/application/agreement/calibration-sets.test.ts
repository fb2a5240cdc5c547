import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import { need, ownFolder } from '../../running-scope.ts';
import { agreeingWorkspace, type AgreeingWorkspace, type Grader } from './agreeing-workspace.ts';

const areas = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers'];

describe('a calibration set', () => {
  const own = ownFolder();
  let workspace: AgreeingWorkspace;
  let [chair, deputy, dora, finn]: Grader[] = [];
  const person = (grader: Grader | undefined): Grader => {
    if (grader === undefined) throw new Error('nobody sits there');
    return grader;
  };
  const draft = (): string => workspace.drafts[0] ?? '';

  beforeAll(async () => {
    workspace = await agreeingWorkspace(own.path, { rounds: 1, seed: 20_261_125 });
    [chair, deputy, dora, finn] = workspace.graders;
  }, 60_000);
  afterAll(() => {
    workspace.release();
    own.remove();
  });

  it('takes no draft whose areas nobody graded', async () => {
    const asked = { draft: draft(), set: 'Spring cases', over: [] };
    expect(await services.setCalibration(person(chair).scope, asked)).toMatchObject({ ok: false });
    expect(need(await services.calibrationSets(person(chair).scope, { draft: draft() }))).toEqual([]);
  });

  it('holds one’s own independent grades against the agreed ones, and nobody else’s', async () => {
    const { scope } = person(chair);
    need(
      await services.saveRevision(scope, {
        draft: draft(),
        reason: 'Agreed',
        narratives: [],
        grades: areas.map((area) => ({ area, value: { grade: 'good' }, over: [] })),
        improvements: null,
      }),
    );
    need(await services.setCalibration(scope, { draft: draft(), set: 'Spring cases', over: [] }));
    for (const [place, one] of workspace.graders.entries()) {
      const [set] = need(await services.calibrationSets(one.scope, { draft: draft() }));
      const ranks = workspace.before.map((row) => row[place] ?? 0);
      expect(set).toMatchObject({
        name: 'Spring cases',
        cases: [{ draft: draft(), provider: 'Provider 1', graded: true }],
        own: {
          units: 4,
          same: ranks.filter((rank) => rank === 1).length,
          adjacent: ranks.filter((rank) => Math.abs(rank - 1) === 1).length,
          steps: ranks.reduce((sum, rank) => sum + rank - 1, 0) / 4,
        },
      });
    }
    const [set] = need(await services.calibrationSets(workspace.assurer.scope, { draft: draft() }));
    expect(set?.own).toMatchObject({ units: 0, steps: null });
  });

  it('hides agreed grades and earlier panels’ from whoever grades the case now, until the reveal', async () => {
    const { scope } = person(chair);
    const { state } = need(await services.openDraft(scope, { draft: draft() }));
    const { record: round } = need(
      await services.openRound(scope, {
        draft: draft(),
        revision: state.revisions.at(-1)?.id ?? '',
        areas,
        participants: [person(dora).id, person(finn).id],
        deputies: [person(deputy).id],
        quorum: 2,
        due: null,
        provisionalShown: null,
      }),
    );
    const seen = need(await services.openDraft(person(dora).scope, { draft: draft() })).state;
    const [earlier, now] = seen.moderation.rounds;
    expect(seen.grades).toEqual({});
    expect(earlier?.lodgings.map((lodging) => lodging.author)).toEqual([person(dora).id]);
    expect(earlier?.reconsidered).toEqual([]);
    expect(now?.id).toBe(round);
    const [set] = need(await services.calibrationSets(person(dora).scope, { draft: draft() }));
    expect(set?.own.units).toBe(0);
    const whole = need(await services.openDraft(scope, { draft: draft() })).state;
    expect(whole.moderation.rounds[0]?.lodgings).toHaveLength(4);
  });

  it('is left again by an empty name', async () => {
    const { scope } = person(chair);
    const { state } = need(await services.openDraft(scope, { draft: draft() }));
    const over = state.calibration.map(({ record }) => record);
    need(await services.setCalibration(scope, { draft: draft(), set: '', over }));
    expect(need(await services.calibrationSets(scope, { draft: draft() }))).toEqual([]);
  });
});
