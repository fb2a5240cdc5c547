/** What a window and a host that meet anew prove themselves on. */
export interface Meeting {
  /** The host's own address as each side knows it itself, "127.0.0.1:50123": never what the other side says. */
  readonly address: string;
  /** 32 random bytes of each side, as hex. */
  readonly windowNonce: string;
  readonly hostNonce: string;
}

/**
 * The text whose HMAC-SHA-256 under the key that only this window and its host know proves one side to the other. Who
 * proves is in it, so that neither can be sent its own proof back; the address is in it, so that a program that took
 * the port cannot pass the proofs of a host on another port along.
 */
export function proofText(by: 'host' | 'window', { address, windowNonce, hostNonce }: Meeting): string {
  return ['plumbline', by, address, windowNonce, hostNonce].join(' ');
}
