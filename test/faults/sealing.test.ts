import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { noteEvidence } from '../../src/main/application/evidence/note-evidence.ts';
import { openDraft } from '../../src/main/application/window/open-draft.ts';
import { services } from '../../src/main/composition/calls.ts';
import { need } from '../main/running-scope.ts';
import { AttackedGround } from '../attacks/attacked-ground.ts';

const kills = process.env['PLUMBLINE_FULL'] === '1' ? 40 : 5;

let ground: AttackedGround;

beforeAll(async () => {
  ground = new AttackedGround();
  await ground.build();
}, 120_000);
afterAll(() => {
  ground.remove();
}, 120_000);

/** Lets a process seal the draft of a folder, and kills it so many milliseconds after it began; what it said of the seal. */
async function sealUntilKilled(profile: string, team: string, after: number): Promise<string | null> {
  const program = join(import.meta.dirname, 'seals-until-killed.ts');
  const child = spawn(process.execPath, [program, profile, team, ground.draft], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.startsWith('begins\n')) setTimeout(resolve, after);
    });
    child.on('exit', () => resolve());
  });
  child.kill('SIGKILL');
  await once(child, 'exit').catch(() => undefined);
  return said.split('\n').find((line) => line.length === 64) ?? null;
}

describe('a seal', () => {
  it('is there whole or not at all, whenever its process is killed, and can then be made', async () => {
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const { profile, folder } = ground.copyWith('lead', 'open');
      const sealed = await sealUntilKilled(profile, folder, (kill * 230) % 1100);
      const running = await ground.reopened(profile, folder);
      const { state, problems } = need(await openDraft(running.scope, { draft: ground.draft }));
      expect(problems.filter(({ level, code }) => level === 'broken' && code !== 'torn')).toEqual([]);
      if (sealed !== null) {
        acknowledged += 1;
        expect(state.seals.map(({ id }) => id)).toEqual([sealed]);
      }
      if (state.standing !== 'sealed')
        need(await services.sealJudgment(running.scope, { draft: ground.draft }));
      const after = need(await openDraft(running.scope, { draft: ground.draft }));
      expect(after.state.standing).toBe('sealed');
      running.app.release();
    }
    console.log(
      `measured: ${kills} processes killed while sealing, ${acknowledged} seals acknowledged before`,
    );
  }, 900_000);
});

describe('a clock that jumps both ways', () => {
  it('loses no note, and leaves their order, the seal and verification as they were', async () => {
    const { profile, folder } = ground.copyWith('lead', 'open');
    const running = await ground.reopened(profile, folder);
    const { ports } = running.scope;
    const now = Date.UTC(2026, 10, 28, 12);
    const year = 366 * 24 * 3_600_000;
    const jumps = [0, 9 * year, -20 * year, 1, -1, 40 * year, -30 * year];
    const written: string[] = [];
    for (const jump of jumps) {
      const scope = {
        ...running.scope,
        ports: { ...ports, clock: { ...ports.clock, now: () => now + jump } },
      };
      const { record } = need(
        await noteEvidence(scope, {
          draft: ground.draft,
          note: {
            ...{ kind: 'document', source: 'A register', when: '2026-10-06T10:20' },
            ...{ direction: 'neutral', text: `Written at ${jump}` },
          },
        }),
      );
      written.push(record);
    }
    const { state } = need(await openDraft(running.scope, { draft: ground.draft }));
    expect(state.notes.map(({ id }) => id).slice(-jumps.length)).toEqual(written);
    need(await services.sealJudgment(running.scope, { draft: ground.draft }));
    expect(await ground.verdict(folder)).toMatchObject({
      ok: true,
      sealed: true,
      alone: { ok: true, sealed: true },
    });
    running.app.release();
  });
});
