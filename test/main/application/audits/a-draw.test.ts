import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeInAudit } from '../../../../src/main/application/audits/write-in-audit.ts';
import { verifyPath } from '../../../../src/main/commands/verify-path.ts';
import type { Scope } from '../../../../src/main/application/session/session.ts';
import { services } from '../../../../src/main/composition/calls.ts';
import { frameFrozen } from '../../../../src/shared/audits/frame-frozen.ts';
import { sampleDrawn } from '../../../../src/shared/audits/sample-drawn.ts';
import type { AuditView, DrawView } from '../../../../src/shared/ipc/audit-channels.ts';
import { done } from '../../../../src/shared/result.ts';
import { need, ownFolder, run, settle, workerSources } from '../../running-scope.ts';
import { verifyAlone } from '../../standalone-verifier.ts';

const own = ownFolder();
afterAll(own.remove);

const root = join(import.meta.dirname, '..', '..', '..', '..');
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const begins = Date.parse('2026-11-02T09:00:00Z');
const moment = '2026-11-09T09:00:00Z';
const rule = { from: null, to: null, frameworks: [], strata: 'none' } as const;
const seals = Array.from({ length: 12 }, (_, at) => sha256(`seal ${at}`)).toSorted();
const strata = [
  { name: 'London', draw: 3, judgments: seals.slice(0, 8).map((seal) => ({ seal, ids: sha256(seal) })) },
  { name: 'Elsewhere', draw: 2, judgments: seals.slice(8).map((seal) => ({ seal, ids: sha256(seal) })) },
];

/** Somebody at work, with a clock that the test sets. */
interface Auditing {
  readonly scope: Scope;
  readonly id: string;
}
let now = begins;
let sitting = 0;
let team = '';
let [lead, giver, auditor]: Auditing[] = [];
let audit = '';

async function join3(): Promise<void> {
  sitting += 1;
  team = join(own.path, `team-${sitting}`);
  mkdirSync(team);
  const people: Auditing[] = [];
  for (const [at, name] of ['Ada', 'Ben', 'Cara'].entries()) {
    const running = run(join(own.path, `${name}-${sitting}`));
    const ports = { ...running.scope.ports, clock: { now: () => now } };
    const scope = { ...running.scope, ports };
    await settle({ app: running.app, scope }, name, team, at === 0);
    people.push({ scope, id: (await ports.keys.self())?.person ?? '' });
  }
  [lead, giver, auditor] = people;
}

const at = (person: Auditing | undefined): Auditing => {
  if (person === undefined) throw new Error('nobody is there');
  return person;
};
const viewed = async (person = lead): Promise<AuditView> =>
  need(await services.openAudit(at(person).scope, { audit }));
const drawOf = async (person = lead): Promise<DrawView> => {
  const [draw] = (await viewed(person)).draws;
  if (draw === undefined) throw new Error('there is no draw');
  return draw;
};

/** Freezes a frame of made judgments; answers with its id. */
async function freeze(contributors = [at(lead).id, at(giver).id]): Promise<string> {
  const written = await writeInAudit(at(lead).scope, audit, () =>
    done(
      frameFrozen.write({ rule, strata, source: 'The Bank Rate of 9 November 2026', moment, contributors }),
    ),
  );
  return need(written).record;
}

/** What a step answers: "done", or why it was refused. */
async function tried(
  step: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>,
): Promise<string> {
  const answer = await step;
  return answer.ok ? 'done' : (answer.error?.message ?? '');
}

beforeEach(async () => {
  now = begins;
  await join3();
  audit = need(
    await services.beginAudit(at(lead).scope, { name: 'Autumn audit', purpose: 'Are grades supported?' }),
  ).record;
  need(await services.nameAuditor(at(lead).scope, { audit, person: at(auditor).id, role: 'auditor' }));
});

/** Everything until both have opened and read. */
async function ceremony(frame: string, number = '3.75'): Promise<void> {
  need(await services.confirmFrame(at(giver).scope, { audit, frame }));
  for (const person of [lead, giver])
    need(await services.lodgeContribution(at(person).scope, { audit, frame }));
  now = Date.parse(moment) + 1000;
  for (const person of [lead, giver]) {
    need(await services.openContribution(at(person).scope, { audit, frame }));
    need(await services.recordOutsideNumber(at(person).scope, { audit, frame, number }));
  }
}

/** The records of the audit, as another program reads them. */
function records(): readonly {
  readonly type: string;
  readonly author: string;
  readonly facts: Record<string, unknown>;
}[] {
  return readdirSync(join(team, 'audits'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(join(team, 'audits', name), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as ReturnType<typeof records>[number]);
}

describe('a draw by two people', () => {
  it('comes from the frame, both contributions and the outside number, by the rule that others can follow', async () => {
    const frame = await freeze();
    await ceremony(frame);
    const { seed, step, strata: drawn } = await drawOf();
    expect(step).toBe('draw');
    const parts = records()
      .filter(({ type }) => type === 'contribution.opened')
      .map(({ author, facts }) => `${author} ${String(facts['contribution'])}`)
      .toSorted();
    expect(parts).toHaveLength(2);
    expect(seed).toBe(sha256([frame, ...parts, '3.75'].join('\n')));
    const ticket = (seal: string): string =>
      BigInt(`0x${sha256(sha256(seed ?? '') + seal)}`)
        .toString()
        .padStart(64, '0')
        .split('')
        .toReversed()
        .join('');
    for (const [index, { judgments, draw }] of strata.entries()) {
      const lowest = judgments.map(({ seal }) => seal).toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
      expect(drawn[index]?.sample.map(({ seal }) => seal)).toEqual(lowest.slice(0, draw));
    }
    need(await services.drawSample(at(lead).scope, { audit, frame }));
    expect((await drawOf(auditor)).step).toBe('drawn');
  });

  it('is drawn again alike from the files alone, on another computer, with copies merged in any order', async () => {
    const frame = await freeze();
    await ceremony(frame);
    need(await services.drawSample(at(lead).scope, { audit, frame }));
    const [folder = ''] = readdirSync(join(team, 'audits'));
    const logs = readdirSync(join(team, 'audits', folder));
    const place = { root, profile: join(own.path, `judge-${sitting}`), version: '0', workers: workerSources };
    const redraw = (path: string): string =>
      execFileSync(process.execPath, [join(root, 'docs', 'redraw.mjs'), path], { encoding: 'utf8' });
    const first = redraw(team);
    expect(first).toContain('the signed sample is this one');
    expect(first.match(/stratum \d/g)).toHaveLength(5);
    const elsewhere = join(own.path, `elsewhere-${sitting}`);
    cpSync(team, elsewhere, { recursive: true });
    // What a sync service leaves: a copy under another name beside the log, and a second folder of the same audit.
    cpSync(
      join(team, 'audits', folder, logs[0] ?? ''),
      join(elsewhere, 'audits', folder, 'a (conflicted copy).jsonl'),
    );
    cpSync(join(team, 'audits', folder), join(elsewhere, 'audits', `${folder} (1)`), { recursive: true });
    expect(redraw(elsewhere)).toBe(first);
    for (const path of [team, elsewhere])
      expect([(await verifyPath(place, path, {})).code, (await verifyAlone(path)).code]).toEqual([0, 0]);
  });

  it('stays on the record where it is abandoned, and a fresh frame has a fresh seed', async () => {
    const frame = await freeze();
    await ceremony(frame);
    const { seed } = await drawOf();
    need(await services.abandonDraw(at(lead).scope, { audit, frame, reason: 'The frame lacked a region.' }));
    now = begins;
    const second = await freeze();
    await ceremony(second);
    const { draws } = await viewed();
    expect(draws.map(({ step, frame: id }) => [id, step])).toEqual([
      [second, 'draw'],
      [frame, 'abandoned'],
    ]);
    expect(draws[0]?.seed).not.toBe(seed);
  });
});

describe('the order of a draw', () => {
  it.each<[what: string, why: RegExp, step: (frame: string) => Promise<string>]>([
    [
      'the second signature by whoever froze it',
      /cannot confirm it/,
      (frame) => tried(services.confirmFrame(at(lead).scope, { audit, frame })),
    ],
    [
      'the second signature by an auditor',
      /neither audit lead nor gives/,
      (frame) => tried(services.confirmFrame(at(auditor).scope, { audit, frame })),
    ],
    [
      'a contribution by who gives none',
      /does not give to the seed/,
      (frame) => tried(services.lodgeContribution(at(auditor).scope, { audit, frame })),
    ],
    [
      'an opening before its moment',
      /before the moment/,
      async (frame) => {
        need(await services.lodgeContribution(at(lead).scope, { audit, frame }));
        need(await services.lodgeContribution(at(giver).scope, { audit, frame }));
        return tried(services.openContribution(at(lead).scope, { audit, frame }));
      },
    ],
    [
      'an opening before everybody lodged',
      /before everything had been lodged/,
      async (frame) => {
        need(await services.lodgeContribution(at(lead).scope, { audit, frame }));
        now = Date.parse(moment) + 1000;
        return tried(services.openContribution(at(lead).scope, { audit, frame }));
      },
    ],
    [
      'a number before everybody lodged',
      /before everything had been lodged/,
      (frame) => {
        now = Date.parse(moment) + 1000;
        return tried(services.recordOutsideNumber(at(lead).scope, { audit, frame, number: '3.75' }));
      },
    ],
    [
      'a second contribution of one person',
      /lodged before/,
      async (frame) => {
        need(await services.lodgeContribution(at(lead).scope, { audit, frame }));
        return tried(services.lodgeContribution(at(lead).scope, { audit, frame }));
      },
    ],
    [
      'a draw without a seed',
      /seed is not known/,
      (frame) => tried(services.drawSample(at(lead).scope, { audit, frame })),
    ],
    [
      'abandoning by an auditor',
      /not audit lead/,
      (frame) => tried(services.abandonDraw(at(auditor).scope, { audit, frame, reason: 'No' })),
    ],
  ])('refuses %s, and writes nothing', async (_what, why, step) => {
    const frame = await freeze();
    const isConfirmed = /confirm|neither/.test(String(why));
    if (!isConfirmed) need(await services.confirmFrame(at(giver).scope, { audit, frame }));
    expect(await step(frame)).toMatch(why);
    const { setAside, draws } = await viewed();
    expect([setAside, draws[0]?.seed]).toEqual([[], null]);
  });

  it.each([
    ['everybody who gives audits', () => [at(lead).id, at(auditor).id], 'Everybody who gives'],
    ['somebody gives twice', () => [at(lead).id, at(lead).id, at(giver).id], 'stands twice'],
  ])('takes no frame in which %s', async (_what, contributors, why) => {
    await expect(freeze(contributors())).rejects.toThrow(why);
  });

  it('takes no frame whose moment has passed, so that nobody chooses after seeing the number', async () => {
    now = Date.parse(moment) + 1000;
    await expect(freeze()).rejects.toThrow('Its moment had passed');
  });

  it('says who is waited for at each step', async () => {
    const frame = await freeze();
    const awaited = async (): Promise<readonly string[]> => (await drawOf()).awaited;
    expect(await awaited()).toEqual([at(giver).id]);
    need(await services.confirmFrame(at(giver).scope, { audit, frame }));
    need(await services.lodgeContribution(at(giver).scope, { audit, frame }));
    expect(await awaited()).toEqual([at(lead).id]);
    need(await services.lodgeContribution(at(lead).scope, { audit, frame }));
    expect([(await drawOf()).step, await awaited()]).toEqual(['wait', []]);
    now = Date.parse(moment) + 1000;
    need(await services.openContribution(at(lead).scope, { audit, frame }));
    expect([(await drawOf()).step, await awaited()]).toEqual(['open', [at(giver).id]]);
  });

  it.each(['3½', '3.75\u00a0%', '3  75', '٣'])(
    'takes no number that two people could write in two ways: %s',
    async (number) => {
      const frame = await freeze();
      expect(await tried(services.recordOutsideNumber(at(lead).scope, { audit, frame, number }))).toMatch(
        'plain keyboard',
      );
    },
  );

  it('needs two people who read the same number', async () => {
    const frame = await freeze();
    await ceremony(frame);
    expect((await drawOf()).seed).not.toBeNull();
    now = begins;
    const other = await freeze();
    need(await services.confirmFrame(at(giver).scope, { audit, frame: other }));
    for (const person of [lead, giver])
      need(await services.lodgeContribution(at(person).scope, { audit, frame: other }));
    now = Date.parse(moment) + 1000;
    for (const [person, number] of [
      [lead, '3.75'],
      [giver, '4.00'],
    ] as const) {
      need(await services.openContribution(at(person).scope, { audit, frame: other }));
      need(await services.recordOutsideNumber(at(person).scope, { audit, frame: other, number }));
    }
    expect((await drawOf()).step).toBe('read');
    need(await services.recordOutsideNumber(at(giver).scope, { audit, frame: other, number: '3.75' }));
    expect((await drawOf()).step).toBe('draw');
  });
});

describe('what an audit is called and for', () => {
  it('is corrected by its lead, and by nobody else', async () => {
    const corrected = { audit, name: 'Winter audit', purpose: 'Do panels drift?' };
    expect(await tried(services.planAudit(at(auditor).scope, corrected))).toMatch('not audit lead');
    need(await services.planAudit(at(lead).scope, corrected));
    expect(await viewed(auditor)).toMatchObject({ name: 'Winter audit', purpose: 'Do panels drift?' });
  });
});

describe('a sample that is not the one drawn', () => {
  it('counts for nothing, and the program that draws again says so', async () => {
    const frame = await freeze();
    await ceremony(frame);
    const { seed } = await drawOf();
    const other = strata.map(({ judgments, draw }) => judgments.slice(0, draw).map(({ seal }) => seal));
    const written = await writeInAudit(at(lead).scope, audit, () =>
      done(sampleDrawn.write({ frame, seed: seed ?? '', drawn: other })),
    );
    expect(written).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect((await drawOf()).step).toBe('draw');
    const [folder = ''] = readdirSync(join(team, 'audits'));
    need(await services.drawSample(at(lead).scope, { audit, frame }));
    for (const name of readdirSync(join(team, 'audits', folder))) {
      const log = join(team, 'audits', folder, name);
      const text = readFileSync(log, 'utf8');
      const replaced = (/"drawn":\[\["([0-9a-f]{64})/u.exec(text) ?? [])[1];
      if (replaced !== undefined)
        writeFileSync(
          log,
          text.replace(
            /("drawn":\[\[")[0-9a-f]{64}/u,
            `$1${seals[0] === replaced ? (seals[1] ?? '') : (seals[0] ?? '')}`,
          ),
        );
    }
    const place = {
      root,
      profile: join(own.path, `judge-of-${sitting}`),
      version: '0',
      workers: workerSources,
    };
    expect([(await verifyPath(place, team, {})).code, (await verifyAlone(team)).code]).toEqual([1, 1]);
  });
});
