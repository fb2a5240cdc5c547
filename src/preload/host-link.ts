import type { HostEvent, HostState } from '../shared/ipc/host-event.ts';
import { proofText } from '../shared/ipc/window-proof.ts';

/** What the host tells over the socket, besides what main tells. */
type LinkEvent = HostEvent | { kind: 'download'; ticket: string; name: string };

/** What a page proves itself with: it lives in this page's memory alone, so that no other page at the address has it. */
interface PageKey {
  readonly page: string;
  readonly key: string;
}

const kept = 'plumbline-session';
const claimed = 'plumbline-claim';
const retry = 1000;
/** A host proves itself at once; what takes a connection and says nothing for so long is not waited for. */
const patience = 8000;
const json = { 'Content-Type': 'application/json' };

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** What this tab, and no other that has the same link, asks with; it stays for a reload that overtakes the answer. */
function ownClaim(): string {
  const claim = sessionStorage.getItem(claimed) ?? hex(crypto.getRandomValues(new Uint8Array(32)));
  sessionStorage.setItem(claimed, claim);
  return claim;
}

/** A text of an answer, or null where it has none of that name. */
function textOf(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : null;
}

function isEvent(value: unknown): value is LinkEvent {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * This window's connection to its host. It outlives the host: it tries again until the host is there, and before the
 * window sends its secret or any word, the host that answers has proved that it is the one which let this window in.
 */
export class HostLink {
  readonly #hear: (event: LinkEvent) => void;
  #secret: string | null = null;
  /** How often in a row something answered at the address and took no connection: a host that begins does so once. */
  #strange = 0;
  #state: HostState | 'opening' | 'not-signed-in' = 'opening';
  #ready: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.#ready = resolve;
  });

  constructor(hear: (event: LinkEvent) => void) {
    this.#hear = hear;
  }

  /** Signs this window in and keeps it connected from then on. */
  async open(): Promise<void> {
    const proves = await this.#signIn().catch(() => null);
    if (proves !== null) this.#connect(proves);
    else {
      this.#state = 'not-signed-in';
      this.#ready();
    }
  }

  /** The secret for a call, once it is clear whom it goes to; else why nothing may be sent. */
  async secret(): Promise<
    | { readonly ok: true; readonly secret: string }
    | { readonly ok: false; readonly why: 'not-signed-in' | 'ended' | 'foreign' }
  > {
    await this.#opened;
    if (this.#state === 'connected' && this.#secret !== null) return { ok: true, secret: this.#secret };
    const state = this.#state;
    return { ok: false, why: state === 'not-signed-in' || state === 'foreign' ? state : 'ended' };
  }

  /** Swaps the one-time token of the address, or after a reload the secret that this window had, for a key. */
  async #signIn(): Promise<PageKey | null> {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    const secret = sessionStorage.getItem(kept);
    if (token === null && secret === null) return null;
    const answer =
      token === null
        ? await fetch('/page', {
            method: 'POST',
            headers: { ...json, Authorization: `Bearer ${secret ?? ''}` },
            body: '{}',
          })
        : await fetch('/session', {
            method: 'POST',
            headers: json,
            body: JSON.stringify({ token, claim: ownClaim() }),
          });
    const said: unknown = answer.ok ? await answer.json() : null;
    if (token !== null) this.#signedIn(textOf(said, 'secret'));
    const page = textOf(said, 'page');
    const key = textOf(said, 'key');
    return page === null || key === null ? null : { page, key };
  }

  /** The token goes from the address only once what it was swapped for is kept: a reload in between asks again. */
  #signedIn(secret: string | null): void {
    if (secret !== null) sessionStorage.setItem(kept, secret);
    history.replaceState(null, '', '/');
  }

  #connect(proves: PageKey): void {
    const socket = new WebSocket(`ws://${location.host}/events`);
    const windowNonce = hex(crypto.getRandomValues(new Uint8Array(32)));
    let step: 'proof' | 'ready' | 'open' = 'proof';
    let wrong = false;
    const giveUp = (): void => {
      wrong = true;
      socket.close();
    };
    const timer = setTimeout(() => {
      socket.close();
    }, patience);
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ page: proves.page, nonce: windowNonce }));
    });
    socket.addEventListener('message', ({ data }) => {
      const said = parsed(data);
      if (step === 'open') {
        if (isEvent(said)) this.#hear(said);
        return;
      }
      const hostNonce = textOf(said, 'nonce') ?? '';
      const secret = textOf(said, 'secret');
      if (step === 'ready' && secret !== null) {
        step = 'open';
        clearTimeout(timer);
        this.#secret = secret;
        this.#strange = 0;
        sessionStorage.setItem(kept, secret);
        this.#become('connected');
      } else if (step === 'proof') {
        const meeting = { address: location.host, windowNonce, hostNonce };
        void answerProof(proves.key, meeting, textOf(said, 'proof') ?? '').then((proof) => {
          step = 'ready';
          if (proof === null) giveUp();
          else socket.send(JSON.stringify({ proof }));
        });
      } else giveUp();
    });
    socket.addEventListener('close', ({ code }) => {
      clearTimeout(timer);
      void this.#lost(wrong || code === 4403).then(() => {
        setTimeout(() => {
          this.#connect(proves);
        }, retry);
      });
    });
  }

  /** The connection is gone, so nothing is sent any more. Whatever else answers at the address is not this host. */
  async #lost(unproven: boolean): Promise<void> {
    if (this.#state === 'connected') {
      this.#become('ended');
      return;
    }
    const answers = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    this.#strange = answers ? this.#strange + 1 : 0;
    this.#become(unproven || this.#strange > 1 ? 'foreign' : 'ended');
  }

  #become(state: HostState): void {
    const before = this.#state;
    this.#state = state;
    this.#ready();
    if (state !== before) this.#hear({ kind: 'host', state });
  }
}

/** The window's proof where the host's is right, in hex; null where it is not. */
async function answerProof(
  key: string,
  meeting: Parameters<typeof proofText>[1],
  proof: string,
): Promise<string | null> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const signing = await crypto.subtle.importKey('raw', fromHex(key), hmac, false, ['sign', 'verify']);
  const text = (by: 'host' | 'window'): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(proofText(by, meeting));
  if (!(await crypto.subtle.verify('HMAC', signing, fromHex(proof), text('host')))) return null;
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', signing, text('window'))));
}
