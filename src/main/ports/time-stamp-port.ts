import type { Result } from '../../shared/result.ts';

/** What a time-stamp says, read offline from its own signature. */
export interface TimeStampFacts {
  /** ISO 8601 in UTC: the time the authority states. */
  readonly time: string;
  /** The subject of the certificate that signed it. */
  readonly authority: string;
}

/** Asks for and reads time-stamps (RFC 3161), without a network. */
export interface TimeStamps {
  /** A request (.tsq) to stamp a sha256, with a nonce of 16 hex digits, asking for the certificate. */
  request(sha256: string, nonce: string): Promise<Uint8Array>;
  /**
   * Reads a response (.tsr): granted, over this sha256, signed by the certificate it carries, which is made for
   * time-stamping and was valid then. Whether that authority is trusted is for people: no list of them is kept.
   */
  read(response: Uint8Array, sha256: string): Promise<Result<TimeStampFacts, { readonly message: string }>>;
}
