import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { proofText, type Meeting } from '../../../shared/ipc/window-proof.ts';

/** The file in which the windows of a host are kept for the host after it: private, and replaced whole. */
interface WindowsFile {
  read(): Promise<string | null>;
  write(text: string): Promise<unknown>;
}

/** A page that was let in: it proves itself by its key, which crosses to it once and never back. */
const pageShape = z.strictObject({
  page: z.string(),
  window: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** The workspace that the window had open, by the id under which it is remembered. */
  recent: z.string().nullable(),
});
type KnownPage = z.infer<typeof pageShape>;

const fileShape = z.strictObject({
  format: z.literal(1),
  port: z.int().min(1).max(65_535),
  pages: z.array(pageShape),
});

/** As many pages as are kept; older ones are windows that are long closed. */
const mostPages = 20;

/**
 * The windows that were let in by this host or by the one before it on the same profile. A host that ends leaves them
 * in the profile with its port, and the next one lets them in again where both sides prove that they know the key.
 */
export class KnownWindows {
  readonly #file: WindowsFile | null;
  #port = 0;
  #pages: readonly KnownPage[] = [];
  readonly #fromBefore = new Set<string>();
  #writing: Promise<unknown> = Promise.resolve();

  /** Without a file (another process has the profile) windows are known to this host alone. */
  constructor(file: WindowsFile | null) {
    this.#file = file;
  }

  /** Reads what the host before left; answers its port, or 0 where it left none. A damaged file is none. */
  async read(): Promise<number> {
    const text = (await this.#file?.read().catch(() => null)) ?? null;
    const kept = text === null ? undefined : fileShape.safeParse(parsed(text)).data;
    if (kept === undefined) return 0;
    this.#pages = kept.pages;
    for (const { page } of kept.pages) this.#fromBefore.add(page);
    return kept.port;
  }

  /**
   * Says on which port this host listens. Where it is not the port of before, windows of before can never come back to
   * it: their keys are forgotten, so that whoever took the port has no use for them.
   */
  async listensOn(port: number, before: number): Promise<void> {
    this.#port = port;
    if (port !== before) {
      this.#pages = [];
      this.#fromBefore.clear();
    }
    await this.#keep();
  }

  /** Knows a page of a window from now on; its key is on the disk before it is given out. */
  async letIn(window: string): Promise<{ readonly page: string; readonly key: string }> {
    const page = randomBytes(8).toString('hex');
    const key = randomBytes(32).toString('hex');
    const recent = this.#pages.findLast((known) => known.window === window)?.recent ?? null;
    this.#pages = [...this.#pages, { page, window, key, recent }].slice(-mostPages);
    await this.#keep();
    return { page, key };
  }

  /** Remembers which workspace a window has open. */
  async opened(window: string, recent: string): Promise<void> {
    this.#pages = this.#pages.map((known) => (known.window === window ? { ...known, recent } : known));
    await this.#keep();
  }

  /** The window of a page, or null where no such page is known. */
  windowOf(page: string): string | null {
    return this.#find(page)?.window ?? null;
  }

  /** Whether a page was let in by the host before this one, and has not come back yet. */
  isFromBefore(page: string): boolean {
    return this.#fromBefore.has(page);
  }

  /** Counts a page as come back; answers the workspace to open again for it where this host has not yet, else null. */
  comesBack(page: string): string | null {
    return this.#fromBefore.delete(page) ? (this.#find(page)?.recent ?? null) : null;
  }

  /** This host's proof to a page, in hex; null where no such page is known. */
  prove(page: string, meeting: Omit<Meeting, 'address'>): string | null {
    const known = this.#find(page);
    return known === undefined ? null : this.#proof(known, 'host', meeting).toString('hex');
  }

  /** Whether a proof is that page's own. */
  isProof(page: string, meeting: Omit<Meeting, 'address'>, proof: string): boolean {
    const known = this.#find(page);
    const given = Buffer.from(proof, 'hex');
    if (known === undefined || given.length !== 32) return false;
    return timingSafeEqual(given, this.#proof(known, 'window', meeting));
  }

  #proof({ key }: KnownPage, by: 'host' | 'window', nonces: Omit<Meeting, 'address'>): Buffer {
    const text = proofText(by, { ...nonces, address: `127.0.0.1:${this.#port}` });
    return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest();
  }

  #find(page: string): KnownPage | undefined {
    return this.#pages.find((known) => known.page === page);
  }

  /** One write after the other, each of what stands then: an older state never lands on a newer one. */
  #keep(): Promise<unknown> {
    const write = (): Promise<unknown> =>
      this.#file?.write(`${JSON.stringify({ format: 1, port: this.#port, pages: this.#pages })}\n`) ??
      Promise.resolve();
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
