import type { PersonId } from '../records/record.ts';
import type { Person } from './person.ts';

/**
 * How somebody's card is known to be theirs: by oneself, through colleagues who vouch, or not; in the sample because this
 * computer made its people up.
 */
export interface Known {
  readonly how: 'self' | 'compared' | 'vouched' | 'sample' | 'distrusted' | 'not-yet';
  /** Whose vouching it rests on; empty unless it does. */
  readonly vouchedBy: readonly PersonId[];
  /** Who read the phrase with them and found that it differed. */
  readonly doubtedBy: readonly PersonId[];
}

/** What knowing people through others rests on. */
interface VouchingGround {
  readonly people: readonly Pick<Person, 'id' | 'verified' | 'vouched' | 'distrusted'>[];
  readonly administrators: readonly PersonId[];
  readonly rule: 'administrators' | 'administrators-or-two' | 'nobody';
}

/**
 * How a person knows another. Vouching counts of whom they compared the phrase with themselves, so that no chain is longer
 * than one colleague; a phrase that differed for anybody stands before whatever others vouch, and before nothing that the
 * person compared alone.
 */
export function knownTo(
  self: Pick<Person, 'id' | 'verified' | 'distrusted'>,
  person: PersonId,
  { people, administrators, rule }: VouchingGround,
): Known {
  const doubtedBy = people.filter(({ distrusted }) => distrusted.includes(person)).map(({ id }) => id);
  if (person === self.id) return { how: 'self', vouchedBy: [], doubtedBy };
  if (self.distrusted.includes(person)) return { how: 'distrusted', vouchedBy: [], doubtedBy };
  if (self.verified.includes(person)) return { how: 'compared', vouchedBy: [], doubtedBy };
  if (doubtedBy.length > 0) return { how: 'distrusted', vouchedBy: [], doubtedBy };
  const vouchers = people
    .filter(({ id, vouched }) => id !== self.id && self.verified.includes(id) && vouched.includes(person))
    .map(({ id }) => id);
  const byOffice = vouchers.filter((id) => administrators.includes(id));
  const isEnough =
    rule !== 'nobody' && (byOffice.length > 0 || (rule === 'administrators-or-two' && vouchers.length > 1));
  return isEnough
    ? { how: 'vouched', vouchedBy: byOffice.length > 0 ? byOffice : vouchers, doubtedBy }
    : { how: 'not-yet', vouchedBy: [], doubtedBy };
}

/**
 * When a card came to be known, as whoever signed it says (ISO 8601): the last comparison of one's own, else the last of the
 * vouchings that it rests on; null where it rests on neither.
 */
export function knownSince(
  { how, vouchedBy }: Known,
  person: PersonId,
  people: readonly Pick<Person, 'id' | 'statements'>[],
  self: PersonId,
): string | null {
  if (how !== 'compared' && how !== 'vouched') return null;
  const [does, by] = how === 'compared' ? (['compares', [self]] as const) : (['vouches', vouchedBy] as const);
  const times = people
    .filter(({ id }) => by.includes(id))
    .flatMap(({ statements }) =>
      statements.filter((each) => each.person === person && each.does === does).map(({ at }) => at),
    );
  return times.toSorted().at(-1) ?? null;
}
