import { z } from 'zod';
import { canonical } from '../records/canonical.ts';
import type { DefinedEvent } from '../records/define-event.ts';
import type { RecordId, SignedRecord } from '../records/record.ts';
import type { LodgedBody } from './grade-lodged.ts';
import type { LodgingRoundBody } from './lodging-round.ts';
import type { RoundClosedBody } from './round-closed.ts';

/**
 * One kind of round in which people lodge answers that nobody may read before the reveal. A subject declares here what
 * is its own: the protocol of opening, keeping, lodging and revealing is one (`main/application/lodging`).
 */
export interface LodgingKind<A> {
  /** HPKE's info: a packet of one kind opens as none of another. */
  readonly info: string;
  /** What a packet is bound to beside its draft, round, author and number, by the record that opened the round. */
  readonly boundTo: (opened: SignedRecord) => readonly RecordId[];
  /** What the answers are called in packets and in this computer's journal. */
  readonly list: string;
  readonly answer: z.ZodType<A>;
  /** How many answers one packet holds at most. */
  readonly most: number;
  readonly opened: Pick<DefinedEvent<LodgingRoundBody>, 'in'>;
  readonly lodged: DefinedEvent<LodgedBody>;
  readonly closed: DefinedEvent<RoundClosedBody>;
}

/** The text of a packet of answers, before it is padded and encrypted. */
export function packetText<A>({ list }: LodgingKind<A>, answers: readonly A[]): string {
  return canonical({ format: 1, [list]: answers });
}

/** The answers in an opened packet's text; null where it holds anything else, and where there is no text. */
export function answersIn<A>(
  { list, answer, most }: LodgingKind<A>,
  text: string | null | undefined,
): readonly A[] | null {
  if (text == null) return null;
  const schema = z.strictObject({ format: z.literal(1), [list]: z.array(answer).min(1).max(most) });
  try {
    const answers = schema.safeParse(JSON.parse(text)).data?.[list];
    return Array.isArray(answers) ? answers : null;
  } catch {
    return null;
  }
}
