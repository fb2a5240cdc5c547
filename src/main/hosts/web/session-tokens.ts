import { randomBytes, timingSafeEqual } from 'node:crypto';

const lifetime = 60_000;

/** What became of a one-time token. */
type Exchange =
  | { readonly ok: true; readonly secret: string; readonly window: string }
  | { readonly ok: false; readonly why: 'unknown' | 'used' | 'stale' };

/** One-time tokens (256 bits, 60 s, once) that a page swaps for the secret of its session. */
export class SessionTokens {
  readonly #now: () => number;
  readonly #tokens = new Map<string, { made: number; usedBy: { window: string; claim: string } | null }>();
  readonly #secrets = new Map<string, string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(): string {
    const token = randomBytes(32).toString('hex');
    this.#tokens.set(token, { made: this.#now(), usedBy: null });
    return token;
  }

  /**
   * Swaps a token. A second use is refused, and `usedBy` tells whose window must be warned; the tab that used it may ask
   * again by its `claim`, a secret of its own: it was reloaded before the answer reached it.
   */
  exchange(token: string, claim: string): Exchange & { readonly usedBy?: string } {
    const known = this.#tokens.get(token);
    if (known === undefined) return { ok: false, why: 'unknown' };
    if (known.usedBy !== null && known.usedBy.claim !== claim)
      return { ok: false, why: 'used', usedBy: known.usedBy.window };
    if (this.#now() - known.made > lifetime) return { ok: false, why: 'stale' };
    const window = known.usedBy?.window ?? randomBytes(8).toString('hex');
    known.usedBy = { window, claim };
    return { ok: true, secret: this.admit(window), window };
  }

  /** A new secret for a window that has proved itself. */
  admit(window: string): string {
    const secret = randomBytes(32).toString('hex');
    this.#secrets.set(secret, window);
    return secret;
  }

  /** The window a session secret belongs to, compared in constant time; null for any other text. */
  windowOf(secret: string): string | null {
    const given = Buffer.from(secret);
    for (const [known, window] of this.#secrets) {
      const other = Buffer.from(known);
      if (given.length === other.length && timingSafeEqual(given, other)) return window;
    }
    return null;
  }
}
