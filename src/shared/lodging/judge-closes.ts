import type { PersonId, RecordId } from '../records/record.ts';
import { amendedRound, type AmendedRound } from './amended-round.ts';
import type { LodgingFacts, LodgingRecords, OpenedRound } from './lodging-records.ts';
import type { RoundClose } from './lodging-state.ts';

/** The closes of a round, each with why it does not count; and whether an owner gave the round up before any counted. */
export interface JudgedCloses {
  readonly closes: readonly RoundClose[];
  readonly valid: readonly RoundClose[];
  /** Closes that put the round's private key into the files, whether they count or not. */
  readonly keyOut: readonly RecordId[];
  /** The round's people and day after the changes that count. */
  readonly amended: AmendedRound;
  /** Whether a lodging is of somebody who had been excused from the round, and knew of it. */
  readonly isExcusedAt: (lodging: RecordId, person: PersonId) => boolean;
  readonly abandoned: {
    readonly record: RecordId;
    readonly by: PersonId;
    readonly at: string;
    readonly reason: string;
  } | null;
}

/**
 * Judges a round's closes (design, section 7): by a holder, the key fitting, every counted one a lodging of a
 * participant, quorum met or a reason given, not after the round was given up, and not knowing of one before that counts.
 * That all counted are ancestors the record graph sees to.
 */
export function judgeCloses(
  opened: OpenedRound,
  records: LodgingRecords,
  keyFits: LodgingFacts['keyFits'],
): JudgedCloses {
  const { record: round, body } = opened;
  const { graph, closed, lodged, abandoned } = records;
  const holders = body.holders.map(({ person }) => person);
  const authorOf = new Map<RecordId, PersonId>(
    lodged
      .filter((lodging) => lodging.body.round === round.id)
      .map(({ record }) => [record.id, record.author] as const),
  );
  const givenUp = abandoned.filter((record) => record.body.round === round.id);
  const closing = closed.filter((close) => close.body.round === round.id);
  const keyOut = closing.map(({ record }) => record.id).filter((id) => keyFits.has(id));
  const amended = amendedRound(opened, records, keyOut);
  const judged = closing.map(({ record, body: said }): RoundClose => {
    const members = amended.membersAt(record.id);
    const authors = said.counted.map((id) => authorOf.get(id));
    const lodgings = authors.every((author) => author !== undefined && members.has(author));
    const invalid = !holders.includes(record.author)
      ? 'not-a-holder'
      : !keyFits.has(record.id)
        ? 'wrong-key'
        : givenUp.some((giving) => graph.isAncestor(giving.record.id, record.id))
          ? 'abandoned'
          : !lodgings
            ? 'not-lodgings'
            : new Set(authors).size < body.quorum && said.reason === null
              ? 'no-quorum-without-reason'
              : null;
    const { id, author, at } = record;
    return { record: id, author, at, counted: said.counted, reason: said.reason, invalid };
  });
  const fitting = judged.filter((close) => close.invalid === null);
  const isLate = (close: RoundClose): boolean =>
    close.invalid === null && fitting.some((first) => graph.isAncestor(first.record, close.record));
  const closes = judged.map((close) => (isLate(close) ? { ...close, invalid: 'late' as const } : close));
  const valid = closes.filter((close) => close.invalid === null);
  const stands = givenUp.find(
    ({ record }) => !valid.some((close) => graph.isAncestor(close.record, record.id)),
  );
  return {
    closes,
    valid,
    keyOut,
    amended: amended.asRevealedBy(valid.map(({ record }) => record)),
    isExcusedAt: amended.isExcusedAt,
    abandoned:
      stands === undefined
        ? null
        : {
            record: stands.record.id,
            by: stands.record.author,
            at: stands.record.at,
            reason: stands.body.reason,
          },
  };
}
