import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHpke } from '../../../../src/main/identity/hpke.ts';
import { openLodged } from '../../../../src/main/application/lodging/open-lodged.ts';
import { encryptPacket } from '../../../../src/main/application/lodging/packet-crypto.ts';
import type { LodgedBody } from '../../../../src/shared/lodging/grade-lodged.ts';
import { gradeLodging, type LodgedEntry } from '../../../../src/shared/moderation/lodged-grades.ts';
import type { Round } from '../../../../src/shared/moderation/round.ts';
import { idOf } from '../../../shared/history.ts';
import { members, people, RoundHistory } from '../../../shared/moderation/round-history.ts';

const { ada, cyn, dan } = people;
const grades = (words: string): LodgedEntry => ({
  area: 'leaders',
  answer: { grade: 'good' },
  rationale: words,
  sure: 'sure',
  evidence: [],
});
let keys: { readonly publicKey: string; readonly privateKey: string };

/** A round to whose real key everything is lodged. */
class RealRound extends RoundHistory {
  constructor() {
    super(1, keys.publicKey);
  }

  /** What a member's own device would lodge. */
  async packet(
    by: typeof cyn,
    n = 1,
    where: { readonly draft?: string; readonly round?: string } = {},
  ): Promise<LodgedBody> {
    const opened = this.records.find(({ id }) => id === this.round) ?? raise();
    const place = {
      draft: where.draft ?? this.draft,
      round: { ...opened, id: where.round ?? this.round },
      author: by.person,
      n,
    };
    const answers = [grades(`as ${by.person} says`)];
    const body = await encryptPacket(nodeHpke, keys.publicKey, gradeLodging, place, answers);
    if (body === null) throw new Error('too long');
    return { ...body, round: this.round };
  }

  async opened(): Promise<Round> {
    const folded = this.folded();
    const verified = await openLodged(
      { draft: this.draft, records: 0, folded, problems: [], basis: null },
      nodeHpke,
    );
    const round = verified.folded?.state.moderation.rounds[0];
    if (round === undefined) throw new Error('the round does not fold');
    return round;
  }
}

beforeAll(async () => {
  keys = await nodeHpke.makeKeyPair();
});

async function standingOf(body: LodgedBody, by = cyn): Promise<string | undefined> {
  const history = new RealRound();
  const lodged = history.add(by, 'grade.lodged', { ...body });
  history.close(ada, [lodged], { key: keys.privateKey });
  return (await history.opened()).lodgings[0]?.standing;
}

describe('a lodged packet', () => {
  it('opens for whoever has the revealed key, and says what its author lodged', async () => {
    const history = new RealRound();
    const lodged = [];
    for (const one of members)
      lodged.push(history.add(one, 'grade.lodged', { ...(await history.packet(one)) }));
    history.close(ada, lodged, { key: keys.privateKey });
    const round = await history.opened();
    expect(round.lodgings.map((lodging) => [lodging.standing, lodging.entries?.[0]?.rationale])).toEqual(
      members.map((member) => ['independent', `as ${member.person} says`]),
    );
  });

  it.each([
    ['copied by another member', async (history: RealRound) => [dan, await history.packet(cyn)] as const],
    [
      'with its number changed',
      async (history: RealRound) => [cyn, { ...(await history.packet(cyn)), n: 2 }] as const,
    ],
    [
      'replayed from another round',
      async (history: RealRound) =>
        [cyn, await history.packet(cyn, 1, { round: idOf('earlier round') })] as const,
    ],
    [
      'replayed from another draft',
      async (history: RealRound) =>
        [cyn, await history.packet(cyn, 1, { draft: idOf('another draft') })] as const,
    ],
  ])('is unreadable where it was %s', async (_how, make) => {
    const [by, body] = await make(new RealRound());
    expect(await standingOf(body, by)).toBe('unreadable');
  });

  it('is unreadable with any byte changed', async () => {
    const body = await new RealRound().packet(cyn);
    expect(await standingOf(body)).toBe('independent');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('enc', 'ct'),
        fc.nat(20_000),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, by) => {
          const bytes = Buffer.from(body[part], 'base64');
          const place = at % bytes.length;
          // X25519 ignores the top bit of a public key (RFC 7748, section 5); HPKE binds it through the key schedule.
          bytes[place] = (bytes[place] ?? 0) ^ by;
          expect(await standingOf({ ...body, [part]: bytes.toString('base64') })).toBe('unreadable');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stays shut where the key that a close names is not the round’s', async () => {
    const other = await nodeHpke.makeKeyPair();
    const history = new RealRound();
    const lodged = history.add(cyn, 'grade.lodged', { ...(await history.packet(cyn)) });
    history.close(ada, [lodged], { key: other.privateKey });
    const round = await history.opened();
    expect(round).toMatchObject({ standing: 'lodging', closes: [{ invalid: 'wrong-key' }] });
    expect(round.lodgings[0]?.entries).toBeNull();
  });

  it('has the larger of two sizes where its words are long, and none beyond', async () => {
    const { draft, round, records } = new RealRound();
    const opened = records.find(({ id }) => id === round) ?? raise();
    const place = { draft, round: opened, author: cyn.person, n: 1 };
    const sized = async (count: number): Promise<number | undefined> => {
      const answers = Array.from({ length: count }, () => grades('x'.repeat(12_000)));
      return (await encryptPacket(nodeHpke, keys.publicKey, gradeLodging, place, answers))?.ct.length;
    };
    expect([await sized(1), await sized(2), await sized(5), await sized(6)]).toEqual([
      21_868,
      87_404,
      87_404,
      undefined,
    ]);
  });
});

function raise(): never {
  throw new Error('the history has no round');
}
