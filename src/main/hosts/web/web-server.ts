import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { answerRequest, factsOf, strangerPatience, type WebServerParts } from './answer-request.ts';
import { whyRefused } from './origin-policy.ts';

// Not by `import`, which asks a module of node's for all that it has: for this one the client of `fetch` too, 40 ms.
const { createServer } = process.getBuiltinModule('node:http');

/** A browser has six to a host, and one socket for each window. */
const mostConnections = 128;

/**
 * Serves the renderer and the calls on 127.0.0.1: on the port of the host before, to which windows that outlived it
 * come back, or where there is none, or another program has it, on one the system picks. Answers with the port, and
 * whether the one of before was taken.
 */
export async function startWebServer(
  parts: WebServerParts,
): Promise<{ server: Server; port: number; taken: boolean }> {
  const patience = parts.patience ?? strangerPatience;
  const times = { headersTimeout: patience, connectionsCheckingInterval: patience / 5 };
  const server = createServer(times, (request, response) => {
    answerRequest(parts, portOf(server), request, response).catch(() => {
      response.destroy();
    });
  });
  server.maxConnections = mostConnections;
  // A connection that breaks concerns nobody else. Node listens to it for as long as it speaks HTTP, ws for as long as
  // it is a socket of its own; in between nobody did, and a reset there ended the host with every window.
  server.on('connection', (connection) => {
    connection.on('error', () => {
      connection.destroy();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  server.on('upgrade', (request, socket, head) => {
    const why = whyRefused(factsOf(request), portOf(server), 'socket');
    if (why !== null || request.url !== '/events') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => {
        socket.destroy();
      });
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      parts.sockets.take(opened);
    });
  });
  const before = await parts.known.read();
  const taken = !(await listen(server, before));
  if (taken) await listen(server, 0);
  const port = portOf(server);
  await parts.known.listensOn(port, before);
  // No more connections can be had for now (EMFILE): those that are there go on.
  server.on('error', (error) => {
    console.error(`Plumbline could not take a connection: ${error.message}`);
  });
  return { server, port, taken };
}

/** Listens on a port of the loopback; answers false where it cannot be had. Port 0 is one the system picks. */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      if (port === 0) reject(error);
      else resolve(false);
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve(true);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
