import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, draftEventTypes } from '../../src/shared/judgment/event-types.ts';
import { services } from '../../src/main/composition/calls.ts';
import { need } from '../main/running-scope.ts';
import { attacks } from './attacks.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { lawlessSeals, rewrite } from './lawless-seals.ts';
import { puppetApprovals } from './puppet-approvals.ts';
import { AttackedGround, type Judged } from './attacked-ground.ts';

/** Every third of them alone in each run, all in the full one: each costs the start of three verifiers. */
const tried = process.env['PLUMBLINE_FULL'] === '1' ? attacks : attacks.filter((_attack, at) => at % 3 === 0);

let ground: AttackedGround;
const before = new Map<'open' | 'sealed', Judged>();

beforeAll(async () => {
  ground = new AttackedGround();
  await ground.build();
  for (const on of ['open', 'sealed'] as const) before.set(on, await ground.judge(ground.copy(on)));
}, 120_000);
afterAll(() => {
  ground.remove();
}, 120_000);

/** All three judges agree, and either find what was done or say exactly what they said before. */
function expectNothingWon(after: Judged, on: 'open' | 'sealed'): void {
  const whole = before.get(on);
  expect([after.alone.ok, after.ok && after.alone.sealed]).toEqual([after.ok, after.ok && after.sealed]);
  if (!after.ok) return;
  expect(after.counts).toEqual(whole?.counts);
  expect(after.sealed).toBe(whole?.sealed);
}

describe('records written straight into a shared folder', () => {
  it('are judged from a folder that all three call whole', () => {
    expect(before.get('open')).toMatchObject({ ok: true, sealed: false, alone: { ok: true, sealed: false } });
    expect(before.get('sealed')).toMatchObject({ ok: true, sealed: true, alone: { ok: true, sealed: true } });
  });

  it.each(tried)('win nothing where the $by $name', async ({ by, on, found = false, write }) => {
    const folder = ground.copy(on);
    await write(ground.attacker(by, folder), ground);
    const after = await ground.judge(folder);
    expectNothingWon(after, on);
    expect(after.ok).toBe(!found);
  });

  it('count as a seal where a lead seals past the window what somebody else approved', async () => {
    const folder = ground.copy('open');
    await ground.attacker('lead', folder).seal();
    expect(await ground.judge(folder)).toMatchObject({
      ok: true,
      sealed: true,
      alone: { ok: true, sealed: true },
    });
  });

  it('count as a seal where the chair approves exactly what stands after the inspector wrote', async () => {
    const folder = ground.copy('open');
    const [chair, inspector] = [ground.attacker('chair', folder), ground.attacker('inspector', folder)];
    await rewrite(inspector);
    const body = { values: chair.approvable(), path: [], note: '' };
    await chair.write('judgment.approved', plainJson(body));
    await ground.attacker('lead', folder).seal();
    const sealed = { ok: true, sealed: true };
    expect(await ground.judge(folder)).toMatchObject({ ...sealed, alone: sealed });
  });

  it.each(lawlessSeals)('are no seal where the $by $name', async ({ by, before: prepare }) => {
    const folder = ground.copy('open');
    await prepare(ground.attacker(by, folder), (name) => ground.attacker(name, folder));
    await ground.attacker('lead', folder).seal();
    const after = await ground.judge(folder);
    expect(after).toMatchObject({ ok: true, sealed: false, alone: { ok: true, sealed: false } });
    expect(after.problems).toContain('notice seal-unlawful');
  });

  it.each(puppetApprovals)('are told of where an approval $name', async ({ write, fault }) => {
    const folder = ground.copy('open');
    await write({ as: (name) => ground.attacker(name, folder), idOf: (name) => ground.idOf(name) });
    const codes = fault === null ? [] : [`approval-path-${fault}`];
    const after = await ground.judge(folder);
    expect(after).toMatchObject({ ok: true, paths: codes, alone: { ok: true, paths: codes } });
    // What an approval cites is no part of the law of a seal: it counts as before, by who wrote what.
    expect(after.counts.finalising.approvals.at(-1)).toMatchObject({ stands: true, wrote: false });
  });

  it.each([
    { what: 'an administrator who wrote nothing', revises: false, steps: 2 },
    { what: 'nobody but an administrator who wrote in the draft', revises: true, steps: 0 },
  ])('leave the window to cite what holds, where $what leads to the approver', async ({ revises, steps }) => {
    const { profile, folder } = ground.copyWith('chair', 'open');
    const [owner, inspector] = [ground.attacker('owner', folder), ground.attacker('inspector', folder)];
    await owner.writeCard('person.verified', { person: await ground.idOf('inspector') });
    await inspector.writeCard('person.verified', { person: await ground.idOf('chair') });
    if (revises) await owner.write('revision.saved', bodyOf(owner.last('revision.saved')));
    const { app, scope } = await ground.reopened(profile, folder);
    const { draft } = ground;
    const { state } = need(await services.openDraft(scope, { draft }));
    need(await services.approveJudgment(scope, { draft, approved: state.finalising.approvable, note: '' }));
    app.release();
    const after = await ground.judge(folder);
    expect(after.counts.finalising.approvals.at(-1)?.path).toHaveLength(steps);
    expect(after).toMatchObject({ ok: true, paths: [], alone: { ok: true, paths: [] } });
  });

  it.each([
    ['stranger', 'open'],
    ['stranger', 'sealed'],
    ['removed', 'open'],
    ['removed', 'sealed'],
  ] as const)(
    'win nothing where the %s writes every kind of record of a draft that is %s',
    async (by, on) => {
      const folder = ground.copy(on);
      const attacker = ground.attacker(by, folder);
      const kinds = [...draftEventTypes.keys()].filter((type) => type !== 'draft.begun');
      const written: string[] = [];
      for (const type of kinds) {
        const record = attacker.records().find((record) => record.type === type);
        const body = record === undefined ? null : bodyOf(record);
        if (body === null) continue;
        await attacker.write(type, body);
        written.push(type);
      }
      console.log(`measured: the ${by} wrote ${written.length} of ${kinds.length} kinds of record`);
      expect(written.length).toBeGreaterThan(20);
      expectNothingWon(await ground.judge(folder), on);
    },
  );
});
