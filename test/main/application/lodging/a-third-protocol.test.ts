import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { closeRound } from '../../../../src/main/application/lodging/close-round.ts';
import { lodgeOwn } from '../../../../src/main/application/lodging/lodge-own.ts';
import { openPackets } from '../../../../src/main/application/lodging/open-lodged.ts';
import { openRound } from '../../../../src/main/application/lodging/open-round.ts';
import { keepOwn, readOwn } from '../../../../src/main/application/lodging/own-answers.ts';
import { decryptPacket } from '../../../../src/main/application/lodging/packet-crypto.ts';
import type { RoundProtocol } from '../../../../src/main/application/lodging/round-protocol.ts';
import { listPeople } from '../../../../src/main/application/people/people-calls.ts';
import { draftBegun } from '../../../../src/shared/draft/draft-begun.ts';
import { foldLodging } from '../../../../src/shared/lodging/fold-lodging.ts';
import { lodgedBody } from '../../../../src/shared/lodging/grade-lodged.ts';
import type { LodgingKind } from '../../../../src/shared/lodging/lodging-kind.ts';
import type { Read } from '../../../../src/shared/lodging/lodging-records.ts';
import { lodgingRoundShape } from '../../../../src/shared/lodging/lodging-round.ts';
import type { JudgedLodging, LodgingRound } from '../../../../src/shared/lodging/lodging-state.ts';
import { roundClosedBody } from '../../../../src/shared/lodging/round-closed.ts';
import { gradeLodging } from '../../../../src/shared/moderation/lodged-grades.ts';
import { defineEvent, tableOfKinds, type DefinedEvent } from '../../../../src/shared/records/define-event.ts';
import { RecordGraph } from '../../../../src/shared/records/record-graph.ts';
import { done } from '../../../../src/shared/result.ts';
import { History, writer } from '../../../shared/history.ts';
import { twoPeople, type Person, type TwoPeople } from '../../people-at-work.ts';
import { need, ownFolder } from '../../running-scope.ts';

const tastingOpened = defineEvent({
  type: 'tasting.opened',
  noun: ['tasting', 'tastings'],
  body: z.strictObject({ ...lodgingRoundShape, plates: z.int().min(1) }),
  describe: ({ plates }) => `set ${plates} plates out`,
});
const tastingLodged = defineEvent({
  type: 'tasting.lodged',
  noun: ['set of stars', 'sets of stars'],
  body: lodgedBody,
  names: ({ round }) => [round],
  describe: () => 'lodged stars',
});
const tastingClosed = defineEvent({
  type: 'tasting.closed',
  noun: ['revealed tasting', 'revealed tastings'],
  body: roundClosedBody,
  names: ({ round, counted }) => [round, ...counted],
  describe: () => 'revealed the stars',
});
const kinds = tableOfKinds([draftBegun, tastingOpened, tastingLodged, tastingClosed]);

interface Stars {
  readonly plate: number;
  readonly stars: number;
  readonly why: string;
}
const tastingKind: LodgingKind<Stars> = {
  info: 'plumbline/tasting/1',
  boundTo: () => [],
  list: 'tasted',
  answer: z.strictObject({ plate: z.int(), stars: z.int().min(0).max(5), why: z.string() }),
  most: 20,
  opened: tastingOpened,
  lodged: tastingLodged,
  closed: tastingClosed,
};

interface Tasting extends LodgingRound {
  readonly plates: number;
  readonly lodgings: readonly (JudgedLodging & { readonly answers: readonly Stars[] | null })[];
}
interface Kitchen {
  readonly graph: RecordGraph;
  readonly rounds: readonly Tasting[];
}

const own = ownFolder();
const log = new History();
let two: TwoPeople;
let ids: { readonly ada: string; readonly ben: string };
let place = { draft: '', round: '' };

function readAs<B>(kind: DefinedEvent<B>): readonly Read<B>[] {
  return log.records.flatMap((record) => {
    const body = kind.in(record);
    return body === undefined ? [] : [{ record, body }];
  });
}

function kitchenRecords() {
  return {
    graph: new RecordGraph(log.draft, log.records, kinds),
    interests: [],
    relied: new Set<string>(),
    opened: readAs(tastingOpened),
    lodged: readAs(tastingLodged),
    closed: readAs(tastingClosed),
    abandoned: [],
  };
}

async function readKitchen(): Promise<Kitchen> {
  const records = kitchenRecords();
  const facts = await openPackets(two.ada.scope.ports.hpke, tastingKind, records);
  const rounds = records.opened.map((opened, at) => {
    const { round, lodgings } = foldLodging(tastingKind, opened, at + 1, records, facts);
    return { ...round, lodgings, plates: opened.body.plates };
  });
  return { graph: records.graph, rounds };
}

/** The one object that a third kind of round declares. */
const tastings: RoundProtocol<Stars, Kitchen, Tasting> = {
  kind: tastingKind,
  log: {
    load: async () => done(await readKitchen()),
    roundsIn: ({ rounds }) => rounds,
    see: async () => done((await readKitchen()).rounds),
    write: async ({ ports }, _draft, intend) => {
      const person = (await ports.keys.self())?.person ?? '';
      const intent = intend(await readKitchen(), person);
      if (!intent.ok) return intent;
      const said = intent.value.said(person);
      if (said === null) throw new Error('the record is not in the form of its kind');
      const record = log.add({ ...writer(person), person }, intent.value.kind.type, said.facts);
      return done({ record: record.id });
    },
  },
  slot: 'tasted',
  objection: (_scope, _kitchen, { plates }, tasted) =>
    tasted.every(({ plate }) => plate < plates)
      ? null
      : { code: 'wrong-shape', message: 'There is no such plate.' },
  unfinished: ({ plates }, tasted) =>
    tasted.length === plates ? null : { code: 'not-allowed', message: 'Taste every plate.' },
  absent: () => [],
  messages: {
    tooLong: 'Too much was said.',
    raced: 'You tasted on another device.',
    needsReason: 'Not everybody has tasted.',
  },
};

const why = 'Qz-saffron-and-patience';
const starsOf = (person: Person, plates = 2): readonly Stars[] =>
  Array.from({ length: plates }, (_plate, plate) => ({ plate, stars: person === two.ada ? 4 : 2, why }));
const message = (text: string): unknown =>
  expect.objectContaining({ error: { code: expect.any(String) as string, message: text } });

function liesIn(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .some((file) => statSync(file).isFile() && readFileSync(file).includes(text));
}

beforeAll(async () => {
  two = await twoPeople(own.path);
  const { ada, ben } = two;
  const idOfPerson = async ({ scope }: Person): Promise<string> =>
    (await scope.ports.keys.self())?.person ?? '';
  ids = { ada: await idOfPerson(ada), ben: await idOfPerson(ben) };
  for (const { scope } of [ada, ben]) need(await listPeople(scope));
  log.begin({ ...writer('ada'), person: ids.ada });
}, 60_000);
afterAll(() => {
  two.ada.app.release();
  two.ben.app.release();
  own.remove();
});

describe('a third kind of round, declared as one object', () => {
  it('is opened with a key that its holders alone can use', async () => {
    const { record } = need(
      await openRound(
        two.ada.scope,
        tastings.log,
        { draft: log.draft, deputies: [ids.ben], quorum: 2, due: null },
        {
          objection: () => null,
          prepare: () =>
            done((_now, keeping) =>
              tastingOpened.write({ ...keeping, participants: [ids.ada, ids.ben], excluded: [], plates: 2 }),
            ),
        },
      ),
    );
    place = { draft: log.draft, round: record };
    const [round] = (await readKitchen()).rounds;
    expect(round).toMatchObject({ standing: 'lodging', plates: 2, quorum: 2, openedBy: ids.ada });
    expect(round?.holders).toEqual([
      { person: ids.ada, as: 'chair' },
      { person: ids.ben, as: 'deputy' },
    ]);
  });

  it('keeps answers on this computer, encrypted, and gives them back', async () => {
    const { scope } = two.ben;
    const answers = starsOf(two.ben, 1);
    need(await keepOwn(scope, tastings, { ...place, answers }));
    const { own: kept } = need(await readOwn(scope, tastings, place));
    expect(kept).toEqual({ answers, lodged: null, changed: true });
    expect(liesIn(two.home, why)).toBe(false);
    expect(need(await readOwn(two.ada.scope, tastings, place)).own?.answers).toEqual([]);
  });

  it('refuses what its declaration objects to, in its own words', async () => {
    const { scope } = two.ben;
    const strange = [{ plate: 7, stars: 1, why }];
    expect(await keepOwn(scope, tastings, { ...place, answers: strange })).toEqual(
      message('There is no such plate.'),
    );
    expect(await lodgeOwn(scope, tastings, { ...place, answers: starsOf(two.ben, 1) })).toEqual(
      message('Taste every plate.'),
    );
    const long = starsOf(two.ben).map((stars) => ({ ...stars, why: 'x'.repeat(40_000) }));
    expect(await lodgeOwn(scope, tastings, { ...place, answers: long })).toEqual(
      message('Too much was said.'),
    );
    expect(log.records).toHaveLength(2);
  });

  it('lodges packets that hold nothing readable, each with the next number', async () => {
    for (const n of [1, 2])
      expect(need(await lodgeOwn(two.ben.scope, tastings, { ...place, answers: starsOf(two.ben) })).n).toBe(
        n,
      );
    expect(JSON.stringify(log.records)).not.toContain('saffron');
    expect(need(await readOwn(two.ben.scope, tastings, place)).own).toMatchObject({
      lodged: { n: 2 },
      changed: false,
    });
    expect(await closeRound(two.ben.scope, tastings, { ...place, reason: null })).toEqual(
      message('Not everybody has tasted.'),
    );
  });

  it('is revealed by a holder; then the last packet of each opens for all', async () => {
    need(await lodgeOwn(two.ada.scope, tastings, { ...place, answers: starsOf(two.ada) }));
    need(await closeRound(two.ben.scope, tastings, { ...place, reason: null }));
    const [round] = (await readKitchen()).rounds;
    expect(round).toMatchObject({ standing: 'revealed', problems: [] });
    expect(round?.lodgings.map(({ author, standing, answers }) => [author, standing, answers])).toEqual([
      [ids.ben, 'earlier', starsOf(two.ben)],
      [ids.ben, 'independent', starsOf(two.ben)],
      [ids.ada, 'independent', starsOf(two.ada)],
    ]);
  });

  it('opens as no other kind, and takes nothing after the reveal', async () => {
    const { opened, lodged, closed } = kitchenRecords();
    const [round, packet, close] = [opened[0], lodged[0], closed[0]];
    if (round === undefined || packet === undefined || close === undefined) throw new Error('nothing lodged');
    const { hpke } = two.ada.scope.ports;
    const bound = { draft: log.draft, round: round.record, author: ids.ben, n: 1 };
    const open = (kind: LodgingKind<Stars>): Promise<string | null> =>
      decryptPacket(hpke, close.body.privateKey, kind, bound, packet.body);
    expect(await open(tastingKind)).toContain(why);
    expect(await open({ ...tastingKind, info: gradeLodging.info })).toBeNull();
    expect(await open({ ...tastingKind, boundTo: ({ id }) => [id] })).toBeNull();
    expect(await lodgeOwn(two.ada.scope, tastings, { ...place, answers: starsOf(two.ada) })).toMatchObject({
      ok: false,
    });
  });
});
