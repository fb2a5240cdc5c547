import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededGenerator, seeded } from '../../src/shared/agreement/seeded-generator.ts';
import { draftEventTypes } from '../../src/shared/judgment/event-types.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { AttackedGround, attackers } from './attacked-ground.ts';
import { bodyOfSchema, oddBody } from './odd-bodies.ts';

const records = process.env['PLUMBLINE_FULL'] === '1' ? 300 : 15;
const seed = 20_261_128;
const kinds = [...draftEventTypes.values()].filter(({ type }) => type !== 'draft.begun');

let ground: AttackedGround;

beforeAll(async () => {
  ground = new AttackedGround();
  await ground.build();
}, 120_000);
afterAll(() => {
  ground.remove();
}, 120_000);

describe('rightly signed records with bodies made from the schemas, some of them odd', () => {
  it.each(Array.from({ length: records }, (_one, at) => at))(
    'get one verdict from `verify` and docs/verify.mjs (%i)',
    async (at) => {
      const generator = new SeededGenerator(seeded(seed + at));
      const choose = <T>(from: readonly T[]): T | undefined =>
        from.length === 0 ? undefined : from[generator.below(from.length)];
      const kind = kinds[(at * 7) % kinds.length];
      const by = choose(attackers) ?? 'owner';
      const on = choose(['open', 'sealed'] as const) ?? 'open';
      const folder = ground.copy(on);
      const attacker = ground.attacker(by, folder);
      const ids = attacker.records().map(({ id }) => id);
      const near = Array.from({ length: 4 }, () => choose(ids) ?? '');
      const schema = kind !== undefined && 'body' in kind ? kind.body : undefined;
      const body = plainJson(bodyOfSchema(schema, near, choose) ?? {});
      const said = at % 3 === 0 ? body : oddBody(body, choose);
      await attacker.write(kind?.type ?? 'vote.cast', said);
      const { ok, sealed, paths, alone, problems } = await ground.verdict(folder);
      expect(
        alone,
        `${by}, ${on}: ${kind?.type ?? ''} ${JSON.stringify(said).slice(0, 500)} ${problems.join(', ')}`,
      ).toEqual({ ok, sealed, paths });
    },
  );
});
