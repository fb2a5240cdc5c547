import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopJob } from '../../../../src/main/application/session/run-job.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { agreementWithout } from '../../../../src/shared/agreement/measure-agreement.ts';
import { raterSeverity } from '../../../../src/shared/agreement/rater-severity.ts';
import type { PooledAgreementView } from '../../../../src/shared/ipc/agreement-views.ts';
import { need, ownFolder } from '../../running-scope.ts';
import { agreeingWorkspace, type AgreeingWorkspace, type Grader } from './agreeing-workspace.ts';

const seed = 20_261_125;

/** The scope of somebody who looks on a day. */
function on(day: string, { scope }: Grader): Scope {
  const clock = { ...scope.ports.clock, now: () => Date.parse(day) };
  return { ...scope, ports: { ...scope.ports, clock } };
}

describe('agreement pooled over six rounds of four people (seed 20261125)', () => {
  const own = ownFolder();
  let workspace: AgreeingWorkspace;
  const pooled = async (scope: Scope, of = seed): Promise<PooledAgreementView> =>
    need(await services.pooledAgreement(scope, { draft: workspace.drafts[0] ?? '', seed: of }));
  const grader = (place: number): Grader => {
    const found = workspace.graders[place];
    if (found === undefined) throw new Error('nobody sits there');
    return found;
  };

  beforeAll(async () => {
    workspace = await agreeingWorkspace(own.path, { rounds: 6, seed });
  }, 120_000);
  afterAll(() => {
    workspace.release();
    own.remove();
  });

  it('gives for 24 areas what the lodged grades give, before and after discussion, with intervals', async () => {
    const view = await pooled(on('2026-11-25', grader(0)));
    expect(view.units).toBe(24);
    for (const [measured, ranks] of [
      [view.before, workspace.before],
      [view.after, workspace.after],
    ] as const) {
      const alone = agreementWithout(ranks, [0, 1, 2, 3]);
      expect(measured?.coefficients).toEqual(alone.coefficients);
      for (const name of ['krippendorff.ordinal', 'gwet.ac2Quadratic', 'fleiss'] as const) {
        const value = alone.coefficients[name];
        const interval = measured?.intervals[name];
        if (!value.computable || interval == null) throw new Error(`${name} has no interval`);
        expect(interval.low).toBeLessThan(value.value);
        expect(interval.high).toBeGreaterThan(value.value);
      }
    }
    const same = (when: 'before' | 'after'): number =>
      view.rounds.reduce((sum, one) => sum + one[when].exact, 0);
    expect(same('after')).toBeGreaterThan(same('before'));
    expect(view.rounds.map((round) => round.at)).toEqual(view.rounds.map((round) => round.at).toSorted());
  }, 60_000);

  it('gives each member their own severity alone', async () => {
    for (const [place, person] of workspace.graders.entries()) {
      const { severity } = await pooled(on('2026-11-25', person));
      expect(severity.map(({ person }) => person)).toEqual([person.id]);
      expect(severity[0]?.units).toBe(24);
      const alone = raterSeverity(workspace.before, seed)[place]?.steps ?? Number.NaN;
      expect(severity[0]?.steps).toBeCloseTo(alone, 12);
    }
    const [severe] = (await pooled(on('2026-11-25', grader(2)))).severity;
    expect(severe?.interval?.low, 'who is severe is found to be').toBeGreaterThan(0);
  }, 60_000);

  it('gives quality assurance everybody’s, of the drafts it assures and no others', async () => {
    const { severity } = await pooled(on('2026-11-25', workspace.assurer));
    const people = workspace.graders.map((grader) => grader.id);
    expect(severity.map(({ person }) => person).toSorted()).toEqual(people.toSorted());
    expect(severity.map(({ units }) => units)).toEqual([8, 8, 8, 8]);
  }, 60_000);

  it('leaves rounds out of severity once they are older than the framework keeps them, and of nothing else', async () => {
    const view = await pooled(on('2029-01-10', grader(2)));
    expect(view.severityYears).toBe(3);
    expect(view.severity[0]?.units).toBe(12);
    expect(view.units).toBe(24);
  }, 60_000);

  it('gives the same figures for the same seed, and stops when asked to', async () => {
    const scope = on('2026-11-25', grader(0));
    expect((await pooled(scope, 7)).before?.intervals).toEqual((await pooled(scope, 7)).before?.intervals);
    const send = (): void => {
      stopJob(scope, 'agreement');
    };
    const stopping = {
      ...scope,
      ports: { ...scope.ports, windows: { ...scope.ports.windows, send } },
    };
    const stopped = await services.pooledAgreement(stopping, { draft: workspace.drafts[0] ?? '', seed });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  }, 60_000);
});

describe('agreement pooled over fewer than twenty areas', () => {
  it('gives no coefficient and says how many areas there are', async () => {
    const own = ownFolder();
    const few = await agreeingWorkspace(own.path, { rounds: 4, seed });
    const [person] = few.graders;
    if (person === undefined) throw new Error('nobody sits there');
    const asked = { draft: few.drafts[0] ?? '', seed };
    const view = need(await services.pooledAgreement(on('2026-11-25', person), asked));
    expect(view).toMatchObject({ units: 16, before: null, after: null });
    expect(view.why).toContain('16 areas');
    few.release();
    own.remove();
  }, 120_000);
});
