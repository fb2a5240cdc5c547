import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { createRouter } from '../router.ts';
import { whyRefused, securityHeaders } from './origin-policy.ts';
import { readBody } from './read-body.ts';
import type { SessionTokens } from './session-tokens.ts';
import { staticFile } from './static-files.ts';
import type { KnownWindows } from './known-windows.ts';
import type { WebDialogs } from './web-dialogs.ts';
import type { WindowSockets } from './window-sockets.ts';
import type { FileGrant } from '../../../shared/ipc/grant.ts';

/** What the server stands on. */
export interface WebServerParts {
  readonly root: string;
  readonly route: ReturnType<typeof createRouter>;
  readonly tokens: SessionTokens;
  readonly sockets: WindowSockets;
  readonly known: KnownWindows;
  readonly dialogs: WebDialogs;
  readonly grantBytes: (name: string, content: Uint8Array) => FileGrant;
}

const mostCall = 8_000_000;
const mostUpload = 100_000_000;
const tokenShape = z.strictObject({ token: z.string().max(128), claim: z.string().regex(/^[0-9a-f]{64}$/) });
const callShape = z.strictObject({ channel: z.string().max(80), input: z.unknown() });
const foldersShape = z.strictObject({
  at: z.string().max(64).nullable(),
  make: z.string().max(255).optional(),
});
const answerShape = z.strictObject({
  question: z.string().max(64),
  grants: z.array(z.string().max(64)).max(200).nullable(),
});
const ticketShape = z.strictObject({ ticket: z.string().max(128) });

/**
 * Serves the renderer and the calls on 127.0.0.1: on the port of the host before, to which windows that outlived it
 * come back, or where there is none, or another program has it, on one the system picks. Answers with the port, and
 * whether the one of before was taken.
 */
export async function startWebServer(
  parts: WebServerParts,
): Promise<{ server: Server; port: number; taken: boolean }> {
  const server = createServer((request, response) => {
    answer(parts, portOf(server), request, response).catch(() => {
      response.destroy();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  server.on('upgrade', (request, socket, head) => {
    const why = whyRefused(factsOf(request), portOf(server), 'socket');
    if (why !== null || request.url !== '/events') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
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

function factsOf(request: IncomingMessage): Parameters<typeof whyRefused>[0] {
  const { host, origin } = request.headers;
  return { method: request.method ?? '', host, origin, contentType: request.headers['content-type'] };
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  bytes: Uint8Array | string,
  more = {},
): void {
  response.writeHead(status, { ...securityHeaders, 'Content-Type': type, ...more });
  response.end(bytes);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

async function answer(
  parts: WebServerParts,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const posts = ['/session', '/page', '/call', '/folders', '/answer', '/download', '/upload'].includes(
    url.pathname,
  );
  const kind = url.pathname === '/upload' ? 'upload' : posts ? 'call' : 'page';
  const why = whyRefused(factsOf(request), port, kind);
  if (why !== null) {
    sendJson(response, 403, { refused: why });
    return;
  }
  if (!posts) {
    await sendPage(parts.root, url.pathname, response);
    return;
  }
  if (url.pathname === '/session') {
    await openSession(parts, request, response);
    return;
  }
  const window = parts.tokens.windowOf((request.headers.authorization ?? '').replace(/^Bearer /, ''));
  if (window === null) sendJson(response, 403, { refused: 'no session' });
  else await answerWindow(parts, window, url, request, response);
}

async function sendPage(root: string, path: string, response: ServerResponse): Promise<void> {
  const file = await staticFile(root, path);
  if (file === null) {
    send(response, 404, 'text/plain; charset=utf-8', 'Not found');
    return;
  }
  if (!file.type.startsWith('text/html')) {
    send(response, 200, file.type, file.bytes);
    return;
  }
  const html = new TextDecoder().decode(file.bytes);
  send(
    response,
    200,
    file.type,
    html.replace('<head>', '<head><script type="module" src="/web-bridge.js"></script>'),
  );
}

async function bodyOf<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T | null> {
  const bytes = await readBody(request, mostCall);
  try {
    return shape.safeParse(JSON.parse(bytes?.toString('utf8') ?? '')).data ?? null;
  } catch {
    return null;
  }
}

async function openSession(
  parts: WebServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request, tokenShape);
  const exchange = parts.tokens.exchange(body?.token ?? '', body?.claim ?? '');
  if (exchange.ok) {
    sendJson(response, 200, { secret: exchange.secret, ...(await parts.known.letIn(exchange.window)) });
    return;
  }
  if (exchange.usedBy !== undefined) parts.sockets.send(exchange.usedBy, { kind: 'link-used-elsewhere' });
  sendJson(response, 403, { refused: `token ${exchange.why}` });
}

async function answerWindow(
  parts: WebServerParts,
  window: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const unfit = (): void => {
    sendJson(response, 400, { refused: 'shape' });
  };
  switch (url.pathname) {
    case '/call': {
      const body = await bodyOf(request, callShape);
      if (body === null) unfit();
      else sendJson(response, 200, await parts.route({ window, trusted: true }, body.channel, body.input));
      return;
    }
    case '/folders': {
      const body = await bodyOf(request, foldersShape);
      if (body === null) unfit();
      else sendJson(response, 200, await parts.dialogs.browse(body.at, body.make ?? null));
      return;
    }
    case '/page':
      sendJson(response, 200, await parts.known.letIn(window));
      return;
    case '/answer': {
      const body = await bodyOf(request, answerShape);
      if (body === null) unfit();
      else {
        parts.dialogs.answer(body.question, body.grants);
        sendJson(response, 200, null);
      }
      return;
    }
    case '/upload': {
      const bytes = await readBody(request, mostUpload);
      if (bytes === null) {
        sendJson(response, 413, { refused: 'larger than 100 MB' });
        return;
      }
      const grant = parts.grantBytes((url.searchParams.get('name') ?? 'file').slice(0, 300), bytes);
      parts.dialogs.rememberFile(grant);
      sendJson(response, 200, grant);
      return;
    }
    default: {
      const body = await bodyOf(request, ticketShape);
      const file = body === null ? null : parts.dialogs.takeDownload(body.ticket, window);
      if (file === null) sendJson(response, 404, { refused: 'no such file' });
      else
        send(response, 200, 'application/octet-stream', file.bytes, { 'Content-Disposition': 'attachment' });
    }
  }
}
