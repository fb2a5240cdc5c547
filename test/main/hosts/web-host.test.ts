import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SessionTokens } from '../../../src/main/hosts/web/session-tokens.ts';
import { WebDialogs } from '../../../src/main/hosts/web/web-dialogs.ts';
import { startWebServer } from '../../../src/main/hosts/web/web-server.ts';
import { WindowSockets } from '../../../src/main/hosts/web/window-sockets.ts';
import { ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
const pages = join(own.path, 'renderer');
let now = 1_000_000;
const tokens = new SessionTokens(() => now);
const sockets = new WindowSockets(
  (secret) => tokens.windowOf(secret),
  () => undefined,
);
let started: Awaited<ReturnType<typeof startWebServer>>;
let running: ReturnType<typeof run>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: started.port, method, path, headers, agent: false },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const origin = (): string => `http://127.0.0.1:${started.port}`;
const json = (more: Record<string, string> = {}): Record<string, string> => ({
  Origin: origin(),
  'Content-Type': 'application/json',
  ...more,
});

async function session(): Promise<string> {
  const { text } = await ask('POST', '/session', json(), JSON.stringify({ token: tokens.issue() }));
  const said: unknown = JSON.parse(text);
  return typeof said === 'object' && said !== null && 'secret' in said ? String(said.secret) : '';
}

beforeAll(async () => {
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head></head></html>');
  writeFileSync(join(own.path, 'secret.json'), '{"secret":true}');
  running = run(join(own.path, 'profile'));
  const dialogs = new WebDialogs(running.app.grants, (window, event) => sockets.send(window, event));
  started = await startWebServer({
    root: pages,
    route: running.app.route,
    tokens,
    sockets,
    dialogs,
    grantBytes: (name, bytes) => running.app.grants.grantBytes(name, bytes),
  });
});
afterAll(() => {
  started.server.close();
  running.app.release();
  own.remove();
});

describe('the browser host', () => {
  it('listens on the loopback alone', () => {
    const address = started.server.address();
    expect(typeof address === 'object' ? address?.address : '').toBe('127.0.0.1');
  });

  it('answers a call of a session', async () => {
    const secret = await session();
    const { status, text } = await ask(
      'POST',
      '/call',
      json({ Authorization: `Bearer ${secret}` }),
      JSON.stringify({ channel: 'startUp', input: {} }),
    );
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: true, value: { person: null } });
  });

  it.each([
    ['no token', '{}'],
    ['a wrong token', JSON.stringify({ token: '0'.repeat(64) })],
    ['no JSON', 'token'],
  ])('opens no session for %s', async (_what, body) => {
    expect((await ask('POST', '/session', json(), body)).status).toBe(403);
  });

  it('takes a token once, tells the first window of the second use, and none after a minute', async () => {
    const token = tokens.issue();
    const first = await ask('POST', '/session', json(), JSON.stringify({ token }));
    const said: unknown = JSON.parse(first.text);
    const secret = typeof said === 'object' && said !== null && 'secret' in said ? String(said.secret) : '';
    const heard: string[] = [];
    const socket = new WebSocket(`ws://127.0.0.1:${started.port}/events`, { origin: origin() });
    await new Promise<void>((resolve) => {
      socket.on('open', () => socket.send(JSON.stringify({ secret })));
      socket.on('message', (data: Buffer) => {
        heard.push(data.toString());
        resolve();
      });
    });
    const told = new Promise<void>((resolve) => socket.on('message', () => resolve()));
    const second = await ask('POST', '/session', json(), JSON.stringify({ token }));
    await told;
    expect([first.status, second.status, heard.at(-1)]).toEqual([200, 403, '{"kind":"link-used-elsewhere"}']);
    socket.terminate();
    const stale = tokens.issue();
    now += 60_001;
    expect((await ask('POST', '/session', json(), JSON.stringify({ token: stale }))).text).toContain('stale');
  });

  it.each<readonly [string, string, string, () => Record<string, string>]>([
    ['a foreign host', 'POST', '/call', () => json({ Host: 'evil.example' })],
    [
      'a host that only begins like ours',
      'GET',
      '/',
      () => ({ Host: `127.0.0.1:${started.port}.evil.example` }),
    ],
    ['localhost by name', 'GET', '/', () => ({ Host: `localhost:${started.port}` })],
    ['a foreign origin', 'POST', '/call', () => json({ Origin: 'https://evil.example' })],
    ['another port of this computer', 'POST', '/call', () => json({ Origin: 'http://127.0.0.1:1' })],
    ['no origin', 'POST', '/call', () => ({ 'Content-Type': 'application/json' })],
    ['a form', 'POST', '/call', () => json({ 'Content-Type': 'text/plain' })],
    ['another method', 'PUT', '/call', () => json()],
    ['no session', 'POST', '/call', () => json()],
    ['a wrong session', 'POST', '/call', () => json({ Authorization: `Bearer ${'0'.repeat(64)}` })],
    ['a deletion of a page', 'DELETE', '/', () => ({})],
  ])('refuses %s', async (_what, method, path, headers) => {
    const { status, headers: sent } = await ask(method, path, headers(), '{}');
    expect(status).toBe(403);
    expect(sent['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses a socket of a foreign origin, and closes one without its first frame after two seconds', async () => {
    const foreign = new WebSocket(`ws://127.0.0.1:${started.port}/events`, {
      origin: 'https://evil.example',
    });
    await new Promise((resolve) => foreign.on('error', resolve));
    const silent = new WebSocket(`ws://127.0.0.1:${started.port}/events`, { origin: origin() });
    expect(await new Promise((resolve) => silent.on('close', resolve))).toBe(4401);
    const wrong = new WebSocket(`ws://127.0.0.1:${started.port}/events`, { origin: origin() });
    wrong.on('open', () => wrong.send('{"secret":"no"}'));
    expect(await new Promise((resolve) => wrong.on('close', resolve))).toBe(4403);
  });

  it.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/../../secret.json',
    '/\\..\\secret.json',
    '/%00.html',
    '/%zz',
  ])('gives out nothing beside its pages: %s', async (path) => {
    expect((await ask('GET', path, {})).text).not.toContain('secret":true');
    expect((await ask('GET', path, {})).status).not.toBe(200);
  });

  it('sends its security headers with every answer', async () => {
    for (const answer of [
      await ask('GET', '/'),
      await ask('GET', '/none'),
      await ask('POST', '/call', json(), '{}'),
    ]) {
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('takes files as bytes and gives a download once, to its own window', async () => {
    const secret = await session();
    const bearer = { Authorization: `Bearer ${secret}` };
    const upload = await ask(
      'POST',
      '/upload?name=a.txt',
      { Origin: origin(), 'Content-Type': 'application/octet-stream', ...bearer },
      'hello',
    );
    expect(JSON.parse(upload.text)).toMatchObject({ name: 'a.txt', bytes: 5 });
    const dialogs = new WebDialogs(running.app.grants, (_window, event) => {
      ticket = event.kind === 'download' ? event.ticket : '';
    });
    let ticket = '';
    await dialogs.saveFile('me', 'report.html', new Uint8Array([1]));
    expect(dialogs.takeDownload(ticket, 'somebody else')).toBeNull();
    expect(dialogs.takeDownload(ticket, 'me')?.name).toBe('report.html');
    expect(dialogs.takeDownload(ticket, 'me')).toBeNull();
  });
});
