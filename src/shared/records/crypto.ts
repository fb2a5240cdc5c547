/** Hashing and verifying, given to the domain by whoever runs it. */
export interface RecordCrypto {
  /** sha256 of the UTF-8 of a text, lower-case hex. */
  readonly sha256: (utf8: string) => string;
  /** Ed25519: raw public key and signature in hex, over the UTF-8 of the message. */
  readonly verify: (key: string, message: string, signature: string) => boolean;
}
