/** sha256 of the UTF-8 of a text, lower-case hex. */
export type Sha256 = (utf8: string) => string;

/** A numbered lot: whoever has the seed can draw it again. */
interface Ticket {
  readonly id: string;
  /** A fraction from 0 to 1 in decimal digits, "0." before them. Compared as text. */
  readonly ticket: string;
}

/**
 * The ticket of an id: the decimal digits of sha256(sha256hex(seed) + id), padded with noughts to 64 and read backwards
 * (Rivest 2018, "Consistent Sampling with Replacement", arXiv:1808.10016, as released in consistent_sampler).
 */
function ticketOf(id: string, seed: string, sha256: Sha256): Ticket {
  const digits = BigInt(`0x${sha256(sha256(seed) + id)}`)
    .toString()
    .padStart(64, '0');
  return { id, ticket: `0.${Array.from(digits).reverse().join('')}` };
}

/** The tickets of ids, the lowest first, so that the first n are the sample of n: whatever order the ids came in. */
export function ticketsOf(ids: readonly string[], seed: string, sha256: Sha256): readonly Ticket[] {
  return [...new Set(ids)]
    .map((id) => ticketOf(id, seed, sha256))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.id < b.id ? -1 : 1));
}
