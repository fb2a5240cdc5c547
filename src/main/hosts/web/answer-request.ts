import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { handedOver } from '../handed-over.ts';
import type { createRouter } from '../router.ts';
import { whyRefused, securityHeaders } from './origin-policy.ts';
import { inShape, readBody } from './read-body.ts';
import type { SessionTokens } from './session-tokens.ts';
import { staticFile } from './static-files.ts';
import type { KnownWindows } from './known-windows.ts';
import type { WebDialogs } from './web-dialogs.ts';
import type { WindowSockets } from './window-sockets.ts';
import { mostFileBytes, type FileGrant } from '../../../shared/ipc/grant.ts';

/** What the server stands on. */
export interface WebServerParts {
  readonly root: string;
  readonly route: ReturnType<typeof createRouter>;
  readonly tokens: SessionTokens;
  readonly sockets: WindowSockets;
  readonly known: KnownWindows;
  readonly dialogs: WebDialogs;
  readonly grantBytes: (name: string, content: Uint8Array) => FileGrant;
  /** How many milliseconds a request may take to come in whole before anybody is signed in. */
  readonly patience?: number;
}

/** How long that is where nothing else is said: on the loopback a request is there at once. */
export const strangerPatience = 10_000;
/** Likewise for a window that is signed in: its browser may read a file of 100 MB from a slow share. */
const windowPatience = 300_000;

/** The most bytes of a body: from whoever is not signed in, of a call, and of anything else that a window sends. */
const most = { session: 4_096, call: 8_000_000, other: 65_536 } as const;

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

/** What of a request is judged before anything else. */
export function factsOf({
  method = '',
  url = '',
  rawHeaders,
}: IncomingMessage): Parameters<typeof whyRefused>[0] {
  return { method, target: url, rawHeaders };
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

/** Refuses a request and ends its connection: what is still to come of its body is not read. */
function refuse(response: ServerResponse, status: number, why: string): void {
  const body = JSON.stringify({ refused: why });
  send(response, status, 'application/json; charset=utf-8', body, { Connection: 'close' });
}

const posted: ReadonlySet<string> = new Set(
  ['session', 'page', 'call', 'folders', 'answer', 'download', 'upload'].map((name) => `/${name}`),
);

/** Answers one request; rejects where its connection breaks. */
export async function answerRequest(
  parts: WebServerParts,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
  const posts = url !== null && posted.has(url.pathname);
  const kind = url?.pathname === '/upload' ? 'upload' : posts ? 'call' : 'page';
  const why = whyRefused(factsOf(request), port, kind);
  if (why !== null || url === null) {
    refuse(response, 403, why ?? 'foreign target');
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
  if (window === null) refuse(response, 403, 'no session');
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

/** A body in a shape; where it is none, the request is refused and null is answered. */
async function bodyOf<T>(
  request: IncomingMessage,
  response: ServerResponse,
  shape: z.ZodType<T>,
  size: number,
): Promise<T | null> {
  const body = await readBody(request, size, windowPatience);
  const value = body.ok ? inShape(body.bytes, shape) : null;
  if (!body.ok) refuse(response, body.status, 'body');
  else if (value === null) sendJson(response, 400, { refused: 'shape' });
  return value;
}

async function openSession(
  parts: WebServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, most.session, parts.patience ?? strangerPatience);
  if (!body.ok) {
    refuse(response, body.status, 'body');
    return;
  }
  const swap = inShape(body.bytes, tokenShape);
  const exchange = parts.tokens.exchange(swap?.token ?? '', swap?.claim ?? '');
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
  switch (url.pathname) {
    case '/call': {
      const body = await bodyOf(request, response, callShape, most.call);
      if (body === null) return;
      sendJson(response, 200, await parts.route({ window, trusted: true }, body.channel, body.input));
      return;
    }
    case '/folders': {
      const body = await bodyOf(request, response, foldersShape, most.other);
      if (body !== null) sendJson(response, 200, await parts.dialogs.browse(body.at, body.make ?? null));
      return;
    }
    case '/page':
      sendJson(response, 200, await parts.known.letIn(window));
      return;
    case '/answer': {
      const body = await bodyOf(request, response, answerShape, most.other);
      if (body === null) return;
      parts.dialogs.answer(body.question, body.grants);
      sendJson(response, 200, null);
      return;
    }
    case '/upload': {
      const body = await readBody(request, mostFileBytes, windowPatience);
      const file = body.ok ? handedOver(url.searchParams.get('name') ?? 'file', body.bytes) : null;
      if (file === null) {
        refuse(response, body.ok ? 413 : body.status, 'larger than 100 MB');
        return;
      }
      const grant = parts.grantBytes(file.name, file.bytes);
      parts.dialogs.rememberFile(grant);
      sendJson(response, 200, grant);
      return;
    }
    default: {
      const body = await bodyOf(request, response, ticketShape, most.other);
      if (body === null) return;
      const file = parts.dialogs.takeDownload(body.ticket, window);
      if (file === null) sendJson(response, 404, { refused: 'no such file' });
      else
        send(response, 200, 'application/octet-stream', file.bytes, { 'Content-Disposition': 'attachment' });
    }
  }
}
