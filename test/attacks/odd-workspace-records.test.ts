import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../src/main/commands/verify-path.ts';
import { SeededGenerator, seeded } from '../../src/shared/agreement/seeded-generator.ts';
import { workspaceEventTypes } from '../../src/shared/workspace/workspace-event-types.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { verifyAlone } from '../main/standalone-verifier.ts';
import { bodyOfSchema, oddBody } from './odd-bodies.ts';
import { TeamOf } from './team-of.ts';

const histories = process.env['PLUMBLINE_FULL'] === '1' ? 150 : 12;
const seed = 20_261_129;
const team = new TeamOf();

beforeAll(() => team.build(['Ada', 'Ben', 'Cyn', 'Dan']));
afterAll(() => {
  team.remove();
});

/** What each verifier says: whether all is well, and how many records of the workspace's log it sets aside. */
async function verdicts(folder: string): Promise<readonly [service: unknown, alone: unknown]> {
  const { code, json } = await verifyPath(team.judge(), folder, {});
  const { drafts } = json as { drafts: { problems: { code: string }[] }[] };
  const isSetAside = (problem: { code: string }): boolean => problem.code === 'set-aside';
  const alone = await verifyAlone(folder);
  return [
    { ok: code === 0, setAside: drafts.flatMap(({ problems }) => problems.filter(isSetAside)).length },
    {
      ok: alone.code === 0,
      setAside: alone.notices.filter((notice) => notice.endsWith('set-aside')).length,
    },
  ];
}

describe('histories of a workspace’s log by four people, three of them appointed by nobody at first', () => {
  it.each(Array.from({ length: histories }, (_one, at) => at))(
    'get one verdict from `verify` and docs/verify.mjs, odd bodies and old parents and all (%i)',
    async (at) => {
      const generator = new SeededGenerator(seeded(seed + at));
      const choose = <T>(from: readonly T[]): T | undefined =>
        from.length === 0 ? undefined : from[generator.below(from.length)];
      const { folder, attackers } = team.copy();
      // Somebody is in office, so that more than the founder's records can count.
      await attackers[0]?.writeInWorkspace('administrator.appointed', { person: team.ids[1] ?? '' });
      for (let turn = 0; turn < 8; turn += 1) {
        const attacker = choose(attackers);
        const kind = choose([...workspaceEventTypes.values()]);
        const known = attacker?.workspaceRecords().map(({ id }) => id) ?? [];
        const body = plainJson(bodyOfSchema(kind?.body, team.ids, choose) ?? {});
        const said = turn % 4 === 3 ? oddBody(body, choose) : body;
        const parents = generator.below(3) === 0 ? { knowing: [choose(known) ?? ''] } : {};
        await attacker?.writeInWorkspace(kind?.type ?? 'vote.cast', said, parents);
      }
      const [service, alone] = await verdicts(folder);
      expect(alone).toEqual(service);
    },
  );
});
