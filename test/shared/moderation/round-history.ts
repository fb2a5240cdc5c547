import { foldDraft, withReveals, type FoldedDraft } from '../../../src/shared/judgment/fold-draft.ts';
import type { SignedRecord } from '../../../src/shared/records/record.ts';
import { packetText } from '../../../src/shared/lodging/lodging-kind.ts';
import { gradeLodging, type GradeAnswer } from '../../../src/shared/moderation/lodged-grades.ts';
import type { Round } from '../../../src/shared/moderation/round.ts';
import { History, idOf, writer, type Writer } from '../history.ts';

const base64 = (bytes: number): string => Buffer.alloc(bytes).toString('base64');

/** The people of a round: Ada owns the draft and chairs, Ben is her deputy, four grade, Gil arbitrates; so may Fay, who grades. */
export const people = {
  ada: writer('ada'),
  ben: writer('ben'),
  cyn: writer('cyn'),
  dan: writer('dan'),
  eve: writer('eve'),
  fay: writer('fay'),
  gil: writer('gil'),
};
export const members = [people.cyn, people.dan, people.eve, people.fay] as const;

/** The key that fits any round of these histories; any other does not. */
export const fittingKey = idOf('private half');

/** A history with one open round; decrypting is pretended: the fold rests on its facts alone. */
export class RoundHistory extends History {
  readonly round: string;
  readonly revision: string;
  readonly #packets = new Map<string, string | null>();

  constructor(quorum = 3, publicKey = idOf('public half')) {
    super();
    this.begin(people.ada);
    const grant = (person: Writer, role: string): SignedRecord =>
      this.add(people.ada, 'role.granted', { person: person.person, role });
    grant(people.ada, 'chair');
    grant(people.ben, 'deputy');
    for (const member of members) grant(member, 'panel');
    for (const arbiter of [people.gil, people.fay]) grant(arbiter, 'arbiter');
    this.revision = this.write(people.ada, 'Practice is good.').id;
    const wrap = (person: Writer): unknown => ({
      person: person.person,
      key: idOf('key'),
      enc: base64(32),
      ct: base64(80),
    });
    this.round = this.add(people.ada, 'round.opened', {
      revision: this.revision,
      areas: ['leaders'],
      participants: members.map((member) => member.person),
      excluded: [],
      holders: [
        { person: people.ada.person, as: 'chair' },
        { person: people.ben.person, as: 'deputy' },
      ],
      quorum,
      due: null,
      provisionalShown: null,
      publicKey,
      wraps: [wrap(people.ada), wrap(people.ben)],
    }).id;
  }

  /** Lodges; `opens` false is a packet that was tampered with, copied or meant for another round. */
  lodge(
    by: Writer,
    n = 1,
    parents?: readonly string[],
    answer: GradeAnswer = { grade: 'good' },
    opens = true,
  ): SignedRecord {
    const body = { round: this.round, n, enc: base64(32), ct: base64(16_400) };
    const record = this.add(by, 'grade.lodged', body, parents);
    const entries = [
      { area: 'leaders', answer, rationale: `as ${by.person} says`, sure: 'sure' as const, evidence: [] },
    ];
    this.#packets.set(record.id, opens ? packetText(gradeLodging, entries) : null);
    return record;
  }

  close(
    by: Writer,
    counted: readonly SignedRecord[],
    given: { readonly reason?: string; readonly key?: string; readonly parents?: readonly string[] } = {},
  ): SignedRecord {
    return this.add(
      by,
      'round.closed',
      {
        round: this.round,
        privateKey: given.key ?? fittingKey,
        counted: counted.map(({ id }) => id),
        reason: given.reason ?? null,
      },
      given.parents,
    );
  }

  /** What anybody with these records, in whatever order, folds them to. */
  folded(records: readonly SignedRecord[] = this.records): FoldedDraft {
    const folded = foldDraft(this.draft, records);
    if (folded === null) throw new Error('the draft does not fold');
    const fitting = folded.moderation.records.closed.filter(({ body }) => body.privateKey === fittingKey);
    const keyFits = new Set(fitting.map(({ record }) => record.id));
    return withReveals(folded, { keyFits, packets: keyFits.size === 0 ? new Map() : this.#packets });
  }

  /** The round, folded. */
  seen(records?: readonly SignedRecord[]): Round {
    const round = this.folded(records).state.moderation.rounds[0];
    if (round === undefined) throw new Error('the round does not fold');
    return round;
  }

  /** Standings of all lodgings by record. */
  standings(records?: readonly SignedRecord[]): ReadonlyMap<string, string> {
    return new Map(this.seen(records).lodgings.map((lodging) => [lodging.record, lodging.standing]));
  }
}
