import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KnownWindows } from '../../../src/main/hosts/web/known-windows.ts';
import { SessionTokens } from '../../../src/main/hosts/web/session-tokens.ts';
import { WebDialogs } from '../../../src/main/hosts/web/web-dialogs.ts';
import { startWebServer } from '../../../src/main/hosts/web/web-server.ts';
import { WindowSockets } from '../../../src/main/hosts/web/window-sockets.ts';
import { done } from '../../../src/shared/result.ts';
import { ownFolder } from '../running-scope.ts';

const own = ownFolder();
const pages = join(own.path, 'renderer');
const tokens = new SessionTokens(() => Date.now());
const known = new KnownWindows(null);
const sockets = new WindowSockets({
  known,
  admit: (window) => tokens.admit(window),
  onReturn: () => undefined,
  onCount: () => undefined,
});
const grants = { grantFolder: () => ({ grant: '', name: '' }), pathOf: () => null };
/** What a call waits for, so that its window can be gone before the answer. */
let whileCalled = (): Promise<void> => Promise.resolve();
let started: Awaited<ReturnType<typeof startWebServer>>;
let host = '';
/** What would have ended the host: whatever nobody listened to. */
const unheard: unknown[] = [];
const note = (error: unknown): number => unheard.push(error);

beforeAll(async () => {
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head></head></html>');
  writeFileSync(join(pages, 'large.js'), 'x'.repeat(8_000_000));
  process.on('uncaughtExceptionMonitor', note);
  started = await startWebServer({
    root: pages,
    route: async () => {
      await whileCalled();
      return done(null);
    },
    tokens,
    sockets,
    known,
    dialogs: new WebDialogs(grants, () => undefined),
    grantBytes: (name, bytes) => ({ grant: 'g', name, bytes: bytes.length }),
    patience: 300,
  });
  host = `127.0.0.1:${started.port}`;
});
afterEach(() => {
  whileCalled = () => Promise.resolve();
});
afterAll(() => {
  process.off('uncaughtExceptionMonitor', note);
  started.server.close();
  own.remove();
});

function dial(): Socket {
  const socket = connect(started.port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

/** The first bytes that the host says. */
const heard = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('data', (bytes: Buffer) => resolve(bytes.toString('latin1')));
    socket.once('close', () => resolve(''));
  });
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.resume();
  });

const request = (line: string, ...headers: readonly string[]): string =>
  `${[`${line} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`;
const posting = (path: string, ...more: readonly string[]): string =>
  request(`POST ${path}`, `Host: ${host}`, `Origin: http://${host}`, ...more);
const json = 'Content-Type: application/json';
const bytes = 'Content-Type: application/octet-stream';
const bearer = (): string => `Authorization: Bearer ${tokens.admit('w')}`;
const upgrade = (origin = `http://${host}`, key = 'dGhlIHNhbXBsZSBub25jZQ=='): string =>
  request(
    'GET /events',
    `Host: ${host}`,
    `Origin: ${origin}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
  );

/** Says something, waits for what the host says to it, and goes on. */
async function afterAnswer(socket: Socket, said: string, next: Uint8Array | null = null): Promise<void> {
  socket.write(said);
  await heard(socket);
  if (next !== null) await new Promise((resolve) => socket.write(next, resolve));
}

async function answersStill(): Promise<void> {
  await vi.waitFor(async () => {
    const open = await new Promise((resolve) =>
      started.server.getConnections((_error, count) => resolve(count)),
    );
    expect(open).toBe(0);
  }, 5_000);
  const socket = dial();
  socket.write(request('GET /', `Host: ${host}`, 'Connection: close'));
  expect(await heard(socket)).toContain('200 OK');
  await closed(socket);
}

describe('a host whose connections are reset', () => {
  it.each<readonly [string, (socket: Socket) => unknown]>([
    ['before a word', () => undefined],
    ['in a request line', (socket) => socket.write('GET / HT')],
    ['in the headers', (socket) => socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nAcc`)],
    ['after something that is no HTTP', (socket) => afterAnswer(socket, '\x16\x03\x01\x02\x00\r\n\r\n')],
    [
      'in a body of nobody',
      (socket) => socket.write(`${posting('/session', json, 'Content-Length: 90')}{"to`),
    ],
    [
      'in an upload',
      (socket) => socket.write(`${posting('/upload?name=a', bytes, bearer(), 'Content-Length: 90')}abc`),
    ],
    [
      'in a chunk of an upload',
      (socket) =>
        socket.write(`${posting('/upload?name=a', bytes, bearer(), 'Transfer-Encoding: chunked')}ff\r\nabc`),
    ],
    [
      'while a call is under way',
      async (socket) => {
        await new Promise<void>((resolve) => {
          whileCalled = async () => {
            resolve();
            await closed(socket);
          };
          const body = JSON.stringify({ channel: 'startUp', input: {} });
          socket.write(`${posting('/call', json, bearer(), `Content-Length: ${body.length}`)}${body}`);
        });
      },
    ],
    ['in an answer', (socket) => afterAnswer(socket, request('GET /large.js', `Host: ${host}`))],
    ['in the headers of an upgrade', (socket) => socket.write(upgrade().slice(0, -9))],
    ['after a refused upgrade', (socket) => afterAnswer(socket, upgrade('https://evil.example'))],
    ['together with a refused upgrade', (socket) => socket.write(upgrade('https://evil.example'))],
    ['after an upgrade without a key', (socket) => afterAnswer(socket, upgrade(undefined, 'none'))],
    ['together with an upgrade', (socket) => socket.write(upgrade())],
    ['after an upgrade', (socket) => afterAnswer(socket, upgrade())],
    ['in a frame', (socket) => afterAnswer(socket, upgrade(), Uint8Array.from([0x81, 0xfe, 0x00]))],
    ['after a broken frame', (socket) => afterAnswer(socket, upgrade(), new Uint8Array(64).fill(0xff))],
    [
      'after a frame that is not masked',
      (socket) => afterAnswer(socket, upgrade(), Uint8Array.from([0x81, 1, 97])),
    ],
    [
      'after a tunnel was asked for',
      (socket) => socket.write(request('CONNECT evil.example:443', `Host: ${host}`)),
    ],
  ])('%s, answers the next one', async (_when, speak) => {
    const socket = dial();
    await new Promise((resolve) => socket.once('connect', resolve));
    await speak(socket);
    socket.resetAndDestroy();
    await answersStill();
    expect(unheard).toEqual([]);
  });
});

describe('a host before anybody is signed in', () => {
  const large = 'x'.repeat(2_000_000);
  const chunked = `${large.length.toString(16)}\r\n${large}`;

  it.each<readonly [string, string, () => string, string]>([
    ['a session of 5 KB', '413', () => posting('/session', json, 'Content-Length: 5000'), ''],
    [
      'a session without an end',
      '413',
      () => posting('/session', json, 'Transfer-Encoding: chunked'),
      chunked,
    ],
    ['a call of nobody', '403', () => posting('/call', json, `Content-Length: ${large.length}`), large],
    [
      'an upload of nobody',
      '403',
      () => posting('/upload?name=a', bytes, 'Transfer-Encoding: chunked'),
      chunked,
    ],
    ['a page with a body', '403', () => request('GET /', `Host: ${host}`, 'Content-Length: 2000000'), large],
  ])('does not read %s', async (_what, status, head, body) => {
    const other = new Promise<Socket>((resolve) => started.server.once('connection', resolve));
    const socket = dial();
    socket.write(head());
    const answer = heard(socket);
    socket.write(body);
    const connection = await other;
    await closed(socket);
    // A reset on bytes that nobody reads may overtake the answer.
    expect([status, '']).toContain((await answer).slice(9, 12));
    expect(connection.bytesRead).toBeLessThan(300_000);
    await answersStill();
  });

  it.each<readonly [string, () => string]>([
    ['a request that never ends', () => `GET / HTTP/1.1\r\nHost: ${host}\r\n`],
    ['a body that never comes', () => posting('/session', json, 'Content-Length: 90')],
  ])('waits for %s no longer than its patience', async (_what, head) => {
    const socket = dial();
    socket.write(head());
    expect(await heard(socket)).toContain('408 Request Timeout');
    await closed(socket);
  });
});

describe('a request that two readers could take for two different ones', () => {
  const page = (...headers: readonly string[]): string => request('GET /', ...headers, 'Connection: close');

  it.each<readonly [string, string, () => string]>([
    ['two hosts', '403', () => page(`Host: ${host}`, 'Host: evil.example')],
    ['two hosts, the foreign one first', '403', () => page('Host: evil.example', `Host: ${host}`)],
    ['two hosts that are the same', '403', () => page(`Host: ${host}`, `host: ${host}`)],
    ['no host', '400', () => page()],
    ['a host in its target', '403', () => request('GET http://evil.example/', `Host: ${host}`)],
    ['a target without a scheme', '403', () => request('GET //evil.example/', `Host: ${host}`)],
    [
      'a target that a browser reads as a host',
      '403',
      () => request('GET /\\evil.example/', `Host: ${host}`),
    ],
    [
      'two origins',
      '403',
      () => posting('/session', json, 'Origin: https://evil.example', 'Content-Length: 0'),
    ],
    [
      'two kinds of content',
      '403',
      () => posting('/session', json, 'Content-Type: text/plain', 'Content-Length: 0'),
    ],
    ['two sessions', '403', () => posting('/page', json, bearer(), bearer(), 'Content-Length: 0')],
    [
      'two lengths',
      '400',
      () => `${posting('/session', json, 'Content-Length: 2', 'Content-Length: 4')}{}  `,
    ],
    [
      'a length and chunks',
      '400',
      () => `${posting('/session', json, 'Content-Length: 2', 'Transfer-Encoding: chunked')}{}`,
    ],
    [
      'an upgrade for two hosts',
      '403',
      () => upgrade().replace('Connection:', 'Host: evil.example\r\nConnection:'),
    ],
  ])('is refused: %s', async (_what, status, text) => {
    const socket = dial();
    socket.write(text());
    expect((await heard(socket)).slice(9, 12)).toBe(status);
    socket.destroy();
  });
});
