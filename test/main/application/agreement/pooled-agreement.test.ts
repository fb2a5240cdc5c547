import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopJob } from '../../../../src/main/application/session/run-job.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { agreementWithout } from '../../../../src/shared/agreement/measure-agreement.ts';
import { raterSeverity } from '../../../../src/shared/agreement/rater-severity.ts';
import type { PooledAgreementView } from '../../../../src/shared/ipc/agreement-views.ts';
import { done } from '../../../../src/shared/result.ts';
import { need, ownFolder } from '../../running-scope.ts';
import { agreeingWorkspace, type AgreeingWorkspace, type Grader } from './agreeing-workspace.ts';

const seed = 20_261_125;
const everything = { scale: '', framework: '', area: '', panel: '', from: '', to: '' };

/** The scope of somebody who looks on a day. */
function on(day: string, { scope }: Grader): Scope {
  const clock = { ...scope.ports.clock, now: () => Date.parse(day) };
  return { ...scope, ports: { ...scope.ports, clock } };
}

/** Whether the two grades of each pair of a row are the same, by looking at every pair. */
const pairsOf = (row: readonly number[]): readonly boolean[] =>
  row.flatMap((rank, at) => row.slice(at + 1).map((other) => other === rank));
const agreeing = (pairs: readonly boolean[]): number => pairs.filter((same) => same).length / pairs.length;

describe('agreement pooled over six rounds of four people (seed 20261125)', () => {
  const own = ownFolder();
  let workspace: AgreeingWorkspace;
  const pooled = async (scope: Scope, of = seed): Promise<PooledAgreementView> =>
    need(await services.pooledAgreement(scope, { filter: everything, seed: of }));
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
    for (const [when, ranks] of [
      ['before', workspace.before],
      ['after', workspace.after],
    ] as const) {
      const [all, means] = [agreeing(ranks.flatMap(pairsOf)), ranks.map((row) => agreeing(pairsOf(row)))];
      expect(view.shares[when].pooled).toBeCloseTo(all, 12);
      expect(view.shares[when].meanOverUnits).toBeCloseTo(means.reduce((sum, one) => sum + one, 0) / 24, 12);
    }
    const same = (when: 'before' | 'after'): number =>
      view.rounds.reduce((sum, one) => sum + one[when].exact, 0);
    expect(same('after')).toBeGreaterThan(same('before'));
    expect(view.rounds.map((round) => round.at)).toEqual(view.rounds.map((round) => round.at).toSorted());
  }, 60_000);

  it.each<readonly [what: string, ask: Partial<typeof everything>, units: number, rounds: number]>([
    ['an area', { area: 'care-leavers' }, 6, 6],
    ['a framework', { framework: 'ilacs-2026' }, 24, 6],
    ['another framework', { framework: 'ilacs-2018' }, 0, 0],
    ['days of the reveal', { from: '2025-09-02', to: '2025-12-31' }, 8, 2],
    ['both ends within', { from: '2025-09-01', to: '2025-09-01' }, 4, 1],
    ['another panel', { panel: 'east' }, 0, 0],
  ])(
    'pools what is asked for alone: %s',
    async (_what, ask, units, rounds) => {
      const asked = { filter: { ...everything, ...ask }, seed };
      const view = need(await services.pooledAgreement(on('2026-11-25', grader(0)), asked));
      expect([view.units, view.rounds.length]).toEqual([units, rounds]);
      expect(view.before === null).toBe(units < 20);
      const expected = workspace.before.filter((_row, at) => ask.area === undefined || at % 4 === 3);
      if (rounds === 6)
        expect(view.shares.before.pooled).toBeCloseTo(agreeing(expected.flatMap(pairsOf)), 12);
      expect(view.choices.areas.map(({ id }) => id).toSorted()).toEqual(
        ask.framework === 'ilacs-2018'
          ? []
          : ['care-leavers', 'children-in-care', 'help-and-protection', 'leaders'],
      );
    },
    60_000,
  );

  it('hands the figures out as a table for a spreadsheet, negative ones as numbers, and a picture as it was drawn', async () => {
    const handed: { name: string; text: string }[] = [];
    const { scope } = grader(0);
    const dialogs = {
      ...scope.ports.dialogs,
      saveFile: (_window: string, name: string, bytes: Uint8Array) => {
        handed.push({ name, text: new TextDecoder().decode(bytes) });
        return Promise.resolve(done({ name }));
      },
    };
    const saving = { ...scope, ports: { ...scope.ports, dialogs } };
    need(await services.exportAgreement(saving, { filter: everything, seed }));
    need(await services.savePicture(saving, { format: 'svg', name: 'agreement', text: '<svg/>' }));
    const [table, picture] = handed;
    expect(picture).toEqual({ name: 'agreement.svg', text: '<svg/>' });
    const rows = table?.text.split('\r\n') ?? [];
    expect(rows[0]).toContain('Rounds,Before or after discussion,Figure,Value');
    const { percent } = agreementWithout(workspace.before, [0, 1, 2, 3]).coefficients;
    const mean = rows.find((row) => row.startsWith('All together,Before,Mean over units'))?.split(',') ?? [];
    expect(percent.computable ? Number(mean[3]) : null).toBeCloseTo(
      percent.computable ? percent.value : 0,
      12,
    );
    expect([Number(mean[4]) < Number(mean[3]), Number(mean[5]) > Number(mean[3])]).toEqual([true, true]);
    expect(rows.filter((row) => row.startsWith('Provider'))).toEqual([]);
    expect(rows.filter((row) => row.startsWith('"Provider'))).toHaveLength(36);
    expect(table?.text).not.toContain('everity');
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
    expect(view.severityYears).toEqual([3]);
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
    const stopped = await services.pooledAgreement(stopping, { filter: everything, seed });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  }, 60_000);
});

describe('agreement pooled over fewer than twenty areas', () => {
  it('gives no coefficient and says how many areas there are', async () => {
    const own = ownFolder();
    const few = await agreeingWorkspace(own.path, { rounds: 4, seed });
    const [person] = few.graders;
    if (person === undefined) throw new Error('nobody sits there');
    const asked = { filter: everything, seed };
    const view = need(await services.pooledAgreement(on('2026-11-25', person), asked));
    expect(view).toMatchObject({ units: 16, before: null, after: null });
    expect(view.why).toContain('16 areas');
    few.release();
    own.remove();
  }, 120_000);
});
