import { nodeHpke } from '../../../../src/main/identity/hpke.ts';
import { z } from 'zod';
import { openPackets } from '../../../../src/main/application/lodging/open-lodged.ts';
import type { RoundProtocol } from '../../../../src/main/application/lodging/round-protocol.ts';
import { absenceDeclared } from '../../../../src/shared/lodging/absence-declared.ts';
import { roundAmended } from '../../../../src/shared/lodging/round-amended.ts';
import { roundAbandoned } from '../../../../src/shared/lodging/round-abandoned.ts';
import { draftBegun } from '../../../../src/shared/draft/draft-begun.ts';
import { foldLodging } from '../../../../src/shared/lodging/fold-lodging.ts';
import { lodgedBody } from '../../../../src/shared/lodging/grade-lodged.ts';
import type { LodgingKind } from '../../../../src/shared/lodging/lodging-kind.ts';
import type { Read } from '../../../../src/shared/lodging/lodging-records.ts';
import { lodgingRoundShape } from '../../../../src/shared/lodging/lodging-round.ts';
import type { JudgedLodging, LodgingRound } from '../../../../src/shared/lodging/lodging-state.ts';
import { roundClosedBody } from '../../../../src/shared/lodging/round-closed.ts';
import { defineEvent, tableOfKinds, type DefinedEvent } from '../../../../src/shared/records/define-event.ts';
import { RecordGraph } from '../../../../src/shared/records/record-graph.ts';
import { putTogether } from '../../../../src/shared/records/words-apart.ts';
import { done } from '../../../../src/shared/result.ts';
import { History, writer } from '../../../shared/history.ts';

export const tastingOpened = defineEvent({
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
const kinds = tableOfKinds([
  draftBegun,
  tastingOpened,
  tastingLodged,
  tastingClosed,
  absenceDeclared,
  roundAbandoned,
  roundAmended,
]);

/** What one thought of one plate. */
export interface Stars {
  readonly plate: number;
  readonly stars: number;
  readonly why: string;
}
export const tastingKind: LodgingKind<Stars> = {
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
  readonly away: readonly string[];
  readonly lodgings: readonly (JudgedLodging & { readonly answers: readonly Stars[] | null })[];
}
interface Kitchen {
  readonly graph: RecordGraph;
  readonly rounds: readonly Tasting[];
}

/** The log in which tastings stand, in memory: no draft, and no log that the product knows. */
export const kitchenLog = new History();

function readAs<B>(kind: DefinedEvent<B>): readonly Read<B>[] {
  return kitchenLog.records.flatMap((record) => {
    const body = kind.in(record);
    return body === undefined ? [] : [{ record, body }];
  });
}

/** The records of tastings by kind, as the fold takes them. */
export function kitchenRecords() {
  return {
    graph: new RecordGraph(kitchenLog.draft, kitchenLog.records, kinds),
    interests: [],
    recorded: [],
    relied: new Set<string>(),
    opened: readAs(tastingOpened),
    lodged: readAs(tastingLodged),
    closed: readAs(tastingClosed),
    abandoned: readAs(roundAbandoned),
    amended: readAs(roundAmended),
  };
}

/** The log as read, its revealed tastings opened. */
export async function readKitchen(): Promise<Kitchen> {
  const records = kitchenRecords();
  const facts = await openPackets(nodeHpke, tastingKind, records);
  const rounds = records.opened.map((opened, at) => {
    const { round, lodgings } = foldLodging(tastingKind, opened, at + 1, records, facts);
    const away = readAs(absenceDeclared)
      .filter(({ body }) => body.round === round.id)
      .map(({ record }) => record.author);
    return { ...round, lodgings, plates: opened.body.plates, away };
  });
  return { graph: records.graph, rounds };
}

/** The one object that a third kind of round declares. */
export const tastings: RoundProtocol<Stars, Kitchen, Tasting> = {
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
      const { type, words } = intent.value.kind;
      const body = putTogether(said.facts, said.words, words);
      const record = kitchenLog.add({ ...writer(person), person }, type, body);
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
  absent: ({ away }) => away,
  messages: {
    tooLong: 'Too much was said.',
    raced: 'You tasted on another device.',
    needsReason: 'Not everybody has tasted.',
  },
};
