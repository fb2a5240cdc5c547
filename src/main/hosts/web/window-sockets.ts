import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { HostEvent } from '../../../shared/ipc/host-event.ts';
import type { KnownWindows } from './known-windows.ts';
import type { WebEvent } from './web-dialogs.ts';

const firstFrame = z.strictObject({
  page: z.string().max(64),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
});
const secondFrame = z.strictObject({ proof: z.string().regex(/^[0-9a-f]{64}$/) });
const patience = 2000;

/** What the sockets stand on. */
interface SocketParts {
  readonly known: KnownWindows;
  /** A new secret for the calls of a window that has proved itself. */
  readonly admit: (window: string) => string;
  /** Hears that a window which was connected before is connected again. */
  readonly onReturn: (window: string, page: string) => void;
  /** Hears how many sockets there are whenever it changes. */
  readonly onCount: (count: number) => void;
}

/**
 * The sockets over which windows hear what main tells. Each begins with a proof of both sides: this host's first, on a
 * number that the window chose, then the window's. Nothing else crosses before.
 */
export class WindowSockets {
  readonly #parts: SocketParts;
  readonly #sockets = new Map<string, Set<WebSocket>>();
  readonly #connectedBefore = new Set<string>();

  constructor(parts: SocketParts) {
    this.#parts = parts;
  }

  /** Takes a new socket: both its proofs within two seconds, else it is closed. */
  take(socket: WebSocket): void {
    const timer = setTimeout(() => {
      socket.close(4401, 'no proof in time');
    }, patience);
    socket.on('close', () => {
      clearTimeout(timer);
    });
    socket.on('error', () => {
      socket.terminate();
    });
    socket.once('message', (data) => {
      const frame = firstFrame.safeParse(parsed(data)).data;
      const nonces = { windowNonce: frame?.nonce ?? '', hostNonce: randomBytes(32).toString('hex') };
      const page = frame?.page ?? '';
      const proof = this.#parts.known.prove(page, nonces);
      if (proof === null) {
        socket.close(4403, 'not a session');
        return;
      }
      socket.once('message', (answer) => {
        clearTimeout(timer);
        const given = secondFrame.safeParse(parsed(answer)).data?.proof ?? '';
        if (this.#parts.known.isProof(page, nonces, given)) this.#welcome(page, socket);
        else socket.close(4403, 'not a session');
      });
      socket.send(JSON.stringify({ kind: 'proof', nonce: nonces.hostNonce, proof }));
    });
  }

  send(window: string, event: WebEvent): void {
    for (const socket of this.#sockets.get(window) ?? []) socket.send(JSON.stringify(event));
  }

  broadcast(event: HostEvent): void {
    for (const window of this.#sockets.keys()) this.send(window, event);
  }

  closeAll(): void {
    for (const sockets of this.#sockets.values()) for (const socket of sockets) socket.terminate();
  }

  #welcome(page: string, socket: WebSocket): void {
    const window = this.#parts.known.windowOf(page);
    if (window === null) return;
    this.#add(window, socket);
    socket.send(JSON.stringify({ kind: 'ready', secret: this.#parts.admit(window) }));
    const again = this.#connectedBefore.has(page) || this.#parts.known.isFromBefore(page);
    this.#connectedBefore.add(page);
    if (again) this.#parts.onReturn(window, page);
  }

  #add(window: string, socket: WebSocket): void {
    const here = this.#sockets.get(window) ?? new Set();
    here.add(socket);
    this.#sockets.set(window, here);
    this.#parts.onCount(this.#count());
    socket.on('close', () => {
      here.delete(socket);
      this.#parts.onCount(this.#count());
    });
  }

  #count(): number {
    return [...this.#sockets.values()].reduce((sum, all) => sum + all.size, 0);
  }
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(data instanceof Buffer ? data.toString('utf8') : '');
  } catch {
    return null;
  }
}
