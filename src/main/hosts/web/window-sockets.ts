import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { HostEvent } from '../../../shared/ipc/host-event.ts';
import type { WebEvent } from './web-dialogs.ts';

const firstFrame = z.strictObject({ secret: z.string().max(128) });
const patience = 2000;

/** The sockets over which windows hear what main tells. */
export class WindowSockets {
  readonly #windowOf: (secret: string) => string | null;
  readonly #onCount: (count: number) => void;
  readonly #sockets = new Map<string, Set<WebSocket>>();

  constructor(windowOf: (secret: string) => string | null, onCount: (count: number) => void) {
    this.#windowOf = windowOf;
    this.#onCount = onCount;
  }

  /** Takes a new socket: its first frame within two seconds must hold the session secret, else it is closed. */
  take(socket: WebSocket): void {
    const timer = setTimeout(() => {
      socket.close(4401, 'no first frame');
    }, patience);
    socket.once('message', (data) => {
      clearTimeout(timer);
      const window = this.#admit(data);
      if (window === null) {
        socket.close(4403, 'not a session');
        return;
      }
      this.#add(window, socket);
      socket.send(JSON.stringify({ kind: 'ready' }));
    });
    socket.on('error', () => {
      socket.terminate();
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

  #admit(data: unknown): string | null {
    try {
      const text = data instanceof Buffer ? data.toString('utf8') : '';
      const read = firstFrame.safeParse(JSON.parse(text));
      return read.success ? this.#windowOf(read.data.secret) : null;
    } catch {
      return null;
    }
  }

  #add(window: string, socket: WebSocket): void {
    const here = this.#sockets.get(window) ?? new Set();
    here.add(socket);
    this.#sockets.set(window, here);
    this.#onCount(this.#count());
    socket.on('close', () => {
      here.delete(socket);
      this.#onCount(this.#count());
    });
  }

  #count(): number {
    return [...this.#sockets.values()].reduce((sum, all) => sum + all.size, 0);
  }
}
