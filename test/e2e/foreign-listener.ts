import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';

/** Another program at the port of a host that has ended. */
export interface ForeignListener {
  /** Every byte that reached it, as text: heads, bodies and frames, these unmasked. */
  readonly received: () => string;
  /** How often a window has tried it. */
  readonly tries: () => number;
  readonly close: () => Promise<void>;
}

/** Listens on a port as a program that plays the host: it answers everything, takes sockets and says that all is well. */
export async function listenAsForeigner(port: number): Promise<ForeignListener> {
  const parts: string[] = [];
  const open = new Set<Socket>();
  let tries = 0;
  const frames = new WebSocketServer({ noServer: true });
  const server: Server = createServer((request, response) => {
    request.on('data', (part: Buffer) => parts.push(part.toString()));
    response.end(JSON.stringify({ ok: true, value: null }));
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('data', (part: Buffer) => parts.push(part.toString('latin1')));
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    tries += 1;
    frames.handleUpgrade(request, socket, head, (opened) => {
      opened.on('message', (data: Buffer) => {
        parts.push(data.toString());
        opened.send(JSON.stringify({ kind: 'proof', nonce: 'a'.repeat(64), proof: 'b'.repeat(64) }));
        opened.send(JSON.stringify({ kind: 'ready', secret: 'c'.repeat(64) }));
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    received: () => parts.join('\n'),
    tries: () => tries,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
