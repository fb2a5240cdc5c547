import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRound } from '../../../../src/main/application/lodging/close-round.ts';
import { lodgeOwn } from '../../../../src/main/application/lodging/lodge-own.ts';
import { openRound } from '../../../../src/main/application/lodging/open-round.ts';
import { keepOwn, readOwn } from '../../../../src/main/application/lodging/own-answers.ts';
import { abandonRound, declareAbsence } from '../../../../src/main/application/lodging/round-acts.ts';
import { decryptPacket } from '../../../../src/main/application/lodging/packet-crypto.ts';
import { listPeople } from '../../../../src/main/application/people/people-calls.ts';
import type { LodgingKind } from '../../../../src/shared/lodging/lodging-kind.ts';
import { gradeLodging } from '../../../../src/shared/moderation/lodged-grades.ts';
import { done } from '../../../../src/shared/result.ts';
import { writer } from '../../../shared/history.ts';
import { twoPeople, type Person, type TwoPeople } from '../../people-at-work.ts';
import { need, ownFolder } from '../../running-scope.ts';
import {
  kitchenLog,
  kitchenRecords,
  readKitchen,
  tastingKind,
  tastingOpened,
  tastings,
  type Stars,
} from './tasting.ts';

const own = ownFolder();
let two: TwoPeople;
let ids: { readonly ada: string; readonly ben: string };
let place = { draft: '', round: '' };
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

async function openTasting(quorum: number): Promise<typeof place> {
  const opened = await openRound(
    two.ada.scope,
    tastings.log,
    { draft: kitchenLog.draft, deputies: [ids.ben], quorum, due: null },
    {
      objection: () => null,
      prepare: () =>
        done((_now, keeping) =>
          tastingOpened.write({ ...keeping, participants: [ids.ada, ids.ben], excluded: [], plates: 2 }),
        ),
    },
  );
  return { draft: kitchenLog.draft, round: need(opened).record };
}

beforeAll(async () => {
  two = await twoPeople(own.path);
  const { ada, ben } = two;
  const idOfPerson = async ({ scope }: Person): Promise<string> =>
    (await scope.ports.keys.self())?.person ?? '';
  ids = { ada: await idOfPerson(ada), ben: await idOfPerson(ben) };
  for (const { scope } of [ada, ben]) need(await listPeople(scope));
  kitchenLog.begin({ ...writer('ada'), person: ids.ada });
}, 60_000);
afterAll(() => {
  two.ada.app.release();
  two.ben.app.release();
  own.remove();
});

describe('a third kind of round, declared as one object', () => {
  it('is opened with a key that its holders alone can use', async () => {
    place = await openTasting(2);
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
    expect(kitchenLog.records).toHaveLength(2);
  });

  it('lodges packets that hold nothing readable, each with the next number', async () => {
    for (const n of [1, 2])
      expect(need(await lodgeOwn(two.ben.scope, tastings, { ...place, answers: starsOf(two.ben) })).n).toBe(
        n,
      );
    expect(JSON.stringify(kitchenLog.records)).not.toContain('saffron');
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
    const bound = { draft: kitchenLog.draft, round: round.record, author: ids.ben, n: 1 };
    const open = (kind: LodgingKind<Stars>): Promise<string | null> =>
      decryptPacket(hpke, close.body.privateKey, kind, bound, packet.body);
    expect(await open(tastingKind)).toContain(why);
    expect(await open({ ...tastingKind, info: gradeLodging.info })).toBeNull();
    expect(await open({ ...tastingKind, boundTo: ({ id }) => [id] })).toBeNull();
    expect(await lodgeOwn(two.ada.scope, tastings, { ...place, answers: starsOf(two.ada) })).toMatchObject({
      ok: false,
    });
  });

  it('waits for nobody who cannot attend', async () => {
    const next = await openTasting(1);
    need(await lodgeOwn(two.ada.scope, tastings, { ...next, answers: starsOf(two.ada) }));
    expect(await closeRound(two.ada.scope, tastings, { ...next, reason: null })).toEqual(
      message('Not everybody has tasted.'),
    );
    need(await declareAbsence(two.ben.scope, tastings.log, { ...next, reason: 'A cold.' }));
    need(await closeRound(two.ada.scope, tastings, { ...next, reason: null }));
    expect((await readKitchen()).rounds[1]).toMatchObject({ standing: 'revealed', away: [ids.ben] });
  });

  it('can be given up, and then neither lodged in nor revealed', async () => {
    const last = await openTasting(2);
    need(await abandonRound(two.ada.scope, tastings.log, { ...last, reason: 'The kitchen is closed.' }));
    expect((await readKitchen()).rounds[2]).toMatchObject({ standing: 'abandoned' });
    const answers = starsOf(two.ben);
    expect(await lodgeOwn(two.ben.scope, tastings, { ...last, answers })).toMatchObject({ ok: false });
    expect(await closeRound(two.ben.scope, tastings, { ...last, reason: 'Now.' })).toMatchObject({
      ok: false,
    });
  });
});
