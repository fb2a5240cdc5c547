import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededGenerator, seeded } from '../../src/shared/agreement/seeded-generator.ts';
import { everyEventType } from '../../src/shared/judgment/event-types.ts';
import { plainJson } from '../../src/shared/records/strict-json.ts';
import { bothVerdicts, type Verdict } from '../main/both-verdicts.ts';
import { bodyOfSchema, oddBody } from './odd-bodies.ts';
import { TeamOf } from './team-of.ts';

const histories = process.env['PLUMBLINE_FULL'] === '1' ? 100 : 8;
const seed = 20_261_128;
const team = new TeamOf();

beforeAll(() => team.build(['Ada', 'Ben', 'Cyn']));
afterAll(() => {
  team.remove();
});

/** What both call alike: docs/verify.mjs has one word for every disorder, and says as well what a disordered record lacks. */
function alike({ ok, found }: Verdict): Verdict {
  const all = new Set(found.map((problem) => problem.replace(/\b(?:lamport|sequence)$/u, 'order')));
  if (all.has('broken order')) all.delete('broken missing');
  return { ok, found: [...all].toSorted() };
}

describe('histories of audits and of programmes, of every kind of record there is', () => {
  it.each(Array.from({ length: histories }, (_one, at) => at))(
    'get one verdict from `verify` and docs/verify.mjs, odd bodies, parents and numbers and all (%i)',
    async (at) => {
      const generator = new SeededGenerator(seeded(seed + at));
      const choose = <T>(from: readonly T[]): T | undefined =>
        from.length === 0 ? undefined : from[generator.below(from.length)];
      const isRare = (): boolean => generator.below(6) === 0;
      const { folder, attackers } = team.copy();
      const [place, begun] =
        at % 2 === 0
          ? (['audits/northmere', 'audit.begun'] as const)
          : (['programme', 'programme.begun'] as const);
      const logs: string[] = [];
      const known: string[] = [];
      for (let turn = 0; turn < 10; turn += 1) {
        const begins = turn === 0 || isRare();
        const kind = begins && !isRare() ? everyEventType.get(begun) : choose([...everyEventType.values()]);
        const body = plainJson(bodyOfSchema(kind?.body, team.ids, choose) ?? {});
        const written = await choose(attackers)?.writeIn(
          place,
          kind?.type ?? begun,
          isRare() ? oddBody(body, choose) : body,
          {
            draft: begins ? null : (choose(logs) ?? null),
            ...(isRare() ? { knowing: [choose(known) ?? 'ef'.repeat(32)] } : {}),
            ...(isRare() ? { lamport: 1 + generator.below(4) } : {}),
            ...(isRare() ? { prev: choose(known) ?? 'ef'.repeat(32) } : {}),
            ...(isRare() ? { v: 2 } : {}),
          },
        );
        if (written === undefined) continue;
        if (written.draft === null) logs.push(written.id);
        known.push(written.id);
      }
      const [top = ''] = place.split('/');
      const [service, alone] = await bothVerdicts(team.judge(), folder, top);
      expect(alike(alone)).toEqual(alike(service));
    },
  );
});
