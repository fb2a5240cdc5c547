import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services } from '../../../../src/main/composition/calls.ts';
import type { CallInput } from '../../../../src/shared/ipc/contract.ts';
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

  /** Opens another round on the draft. */
  async function openAgain(people: readonly Grader[]): Promise<string> {
    const { scope } = person(chair);
    const { state } = need(await services.openDraft(scope, { draft: draft() }));
    const opened = await services.openRound(scope, {
      draft: draft(),
      revision: state.revisions.at(-1)?.id ?? '',
      areas,
      participants: people.map(({ id }) => id),
      deputies: [person(deputy).id],
      quorum: people.length,
      due: null,
      provisionalShown: null,
    });
    return need(opened).record;
  }

  /** What the member at a place lodges: the first outstanding everywhere, the second good, and so on. */
  function answersOf(place: number): CallInput<'lodgeGrades'>['answers'] {
    const grade = ['outstanding', 'good', 'requires-improvement', 'inadequate'][place] ?? '';
    return areas.map((area) => ({
      area,
      answer: { grade },
      rationale: 'As the notes of the case have it.',
      sure: 'sure',
      evidence: [],
    }));
  }

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
    expect(need(await services.calibrationSets(person(chair).scope, {}))).toEqual([]);
  });

  it('holds one’s own independent grades of its own rounds against the agreed ones, and nobody else’s', async () => {
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
    const everything = { scale: '', framework: '', area: '', panel: '', from: '', to: '' };
    const pooled = async (): Promise<readonly [units: number, calibration: number]> => {
      const view = need(await services.pooledAgreement(scope, { filter: everything, seed: 1 }));
      return [view.units, view.calibration];
    };
    const [before] = need(await services.calibrationSets(scope, {}));
    expect(before, 'the round that the agreed grades came from says nothing').toMatchObject({
      cases: [{ draft: draft(), provider: 'Provider 1', graded: false }],
      own: { units: 0, steps: null },
    });
    expect(await pooled()).toEqual([4, 0]);
    const round = await openAgain(workspace.graders);
    for (const [place, one] of workspace.graders.entries())
      need(await services.lodgeGrades(one.scope, { draft: draft(), round, answers: answersOf(place) }));
    need(await services.closeRound(scope, { draft: draft(), round, reason: null }));
    for (const [place, one] of workspace.graders.entries()) {
      const [set] = need(await services.calibrationSets(one.scope, {}));
      const steps = place - 1;
      expect(set).toMatchObject({
        name: 'Spring cases',
        cases: [{ draft: draft(), provider: 'Provider 1', graded: true }],
        own: {
          units: 4,
          same: steps === 0 ? 4 : 0,
          adjacent: Math.abs(steps) === 1 ? 4 : 0,
          steps,
        },
      });
    }
    expect(await pooled(), 'and the calibration round counts in its set alone').toEqual([4, 1]);
    const [set] = need(await services.calibrationSets(workspace.assurer.scope, {}));
    expect(set?.own).toMatchObject({ units: 0, steps: null });
  });

  it('hides agreed grades and earlier panels’ from whoever grades the case now, until the reveal', async () => {
    const { scope } = person(chair);
    const round = await openAgain([person(dora), person(finn)]);
    const seen = need(await services.openDraft(person(dora).scope, { draft: draft() })).state;
    const [earlier, , now] = seen.moderation.rounds;
    expect(seen.grades).toEqual({});
    expect(earlier?.lodgings.map((lodging) => lodging.author)).toEqual([person(dora).id]);
    expect(earlier?.reconsidered).toEqual([]);
    expect(now?.id).toBe(round);
    const [set] = need(await services.calibrationSets(person(dora).scope, {}));
    expect(set?.own.units).toBe(0);
    const whole = need(await services.openDraft(scope, { draft: draft() })).state;
    expect(whole.moderation.rounds[0]?.lodgings).toHaveLength(4);
  });

  it('is left again by an empty name', async () => {
    const { scope } = person(chair);
    const { state } = need(await services.openDraft(scope, { draft: draft() }));
    const over = state.calibration.map(({ record }) => record);
    need(await services.setCalibration(scope, { draft: draft(), set: '', over }));
    expect(need(await services.calibrationSets(scope, {}))).toEqual([]);
  });
});
