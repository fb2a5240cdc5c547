import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { KnownWindows } from '../../../src/main/hosts/web/known-windows.ts';
import { SessionTokens } from '../../../src/main/hosts/web/session-tokens.ts';
import { WebDialogs } from '../../../src/main/hosts/web/web-dialogs.ts';
import { startWebServer } from '../../../src/main/hosts/web/web-server.ts';
import { WindowSockets } from '../../../src/main/hosts/web/window-sockets.ts';
import { proofText } from '../../../src/shared/ipc/window-proof.ts';
import { ownFolder, run } from '../running-scope.ts';

const own = ownFolder();
const pages = join(own.path, 'renderer');
let now = 1_000_000;
const tokens = new SessionTokens(() => now);
let windowsFile: string | null = null;
const file = {
  read: () => Promise.resolve(windowsFile),
  write: (text: string) => Promise.resolve((windowsFile = text)),
};
const known = new KnownWindows(file);
const sockets = socketsOf(known);

function socketsOf(windows: KnownWindows): WindowSockets {
  return new WindowSockets({
    known: windows,
    admit: (window) => tokens.admit(window),
    onReturn: (window) => sockets.send(window, { kind: 'returned' }),
    onCount: () => undefined,
  });
}
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

interface SignedIn {
  readonly secret: string;
  readonly page: string;
  readonly key: string;
}

function fieldsOf(text: string): SignedIn {
  const { secret, page, key } = JSON.parse(text) as Record<string, unknown>;
  return { secret: String(secret), page: String(page), key: String(key) };
}

/** The claim of a tab; each letter is a tab of its own. */
const claimOf = (tab: string): string => tab.repeat(64);
const swap = (token: string, tab: string): Promise<Answer> =>
  ask('POST', '/session', json(), JSON.stringify({ token, claim: claimOf(tab) }));

async function signIn(token = tokens.issue()): Promise<SignedIn> {
  return fieldsOf((await swap(token, 'a')).text);
}

const session = async (): Promise<string> => (await signIn()).secret;

/** A window's end of a socket: what it heard, after it proved itself as `proveWith` says. */
async function connect(
  { page, key }: Pick<SignedIn, 'page' | 'key'>,
  by: 'host' | 'window' = 'window',
  address = `127.0.0.1:${started.port}`,
): Promise<{
  readonly socket: WebSocket;
  readonly heard: Record<string, unknown>[];
  readonly code: number | null;
}> {
  const socket = new WebSocket(`ws://127.0.0.1:${started.port}/events`, { origin: origin() });
  const windowNonce = randomBytes(32).toString('hex');
  const heard: Record<string, unknown>[] = [];
  const proof = (prover: 'host' | 'window', hostNonce: string): string =>
    createHmac('sha256', Buffer.from(key, 'hex'))
      .update(proofText(prover, { address, windowNonce, hostNonce }))
      .digest('hex');
  const code = await new Promise<number | null>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ page, nonce: windowNonce })));
    socket.on('close', resolve);
    socket.on('message', (data: Buffer) => {
      const said = JSON.parse(data.toString()) as Record<string, unknown>;
      heard.push(said);
      const hostNonce = String(said['nonce']);
      if (said['kind'] === 'proof') {
        said['right'] = said['proof'] === proof('host', hostNonce);
        socket.send(JSON.stringify({ proof: proof(by, hostNonce) }));
      }
      if (said['kind'] === 'ready') resolve(null);
    });
  });
  return { socket, heard, code };
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
    known,
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
    ['a wrong token', JSON.stringify({ token: '0'.repeat(64), claim: claimOf('a') })],
    ['a token without a claim', JSON.stringify({ token: tokens.issue() })],
    ['no JSON', 'token'],
  ])('opens no session for %s', async (_what, body) => {
    expect((await ask('POST', '/session', json(), body)).status).toBe(403);
  });

  it('takes a token once, tells the first window of the second use, and none after a minute', async () => {
    const token = tokens.issue();
    const { socket, heard, code } = await connect(await signIn(token));
    const warned = new Promise<void>((resolve) => socket.on('message', () => resolve()));
    const second = await swap(token, 'b');
    await warned;
    expect([code, second.status, heard.at(-1)]).toEqual([null, 403, { kind: 'link-used-elsewhere' }]);
    socket.terminate();
    const stale = tokens.issue();
    now += 60_001;
    expect((await swap(stale, 'a')).text).toContain('stale');
  });

  it('answers the tab that used a token once more, as the same window, and not after a minute', async () => {
    const token = tokens.issue();
    const [first, second] = [await signIn(token), await signIn(token)];
    expect(known.windowOf(second.page)).toBe(known.windowOf(first.page));
    expect(tokens.windowOf(second.secret)).toBe(tokens.windowOf(first.secret));
    now += 60_001;
    expect((await swap(token, 'a')).status).toBe(403);
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

  it('proves itself to a window, and lets in the window that proves itself', async () => {
    const { socket, heard } = await connect(await signIn());
    socket.terminate();
    expect(heard).toMatchObject([{ kind: 'proof', right: true }, { kind: 'ready' }]);
    const call = await ask(
      'POST',
      '/call',
      json({ Authorization: `Bearer ${String(heard[1]?.['secret'])}` }),
      JSON.stringify({ channel: 'startUp', input: {} }),
    );
    expect(call.status).toBe(200);
  });

  it.each<readonly [string, (right: SignedIn) => Parameters<typeof connect>]>([
    ['a page that it does not know', (right) => [{ ...right, page: '0'.repeat(16) }]],
    ['another key', (right) => [{ ...right, key: '0'.repeat(64) }]],
    ['the host’s own proof sent back', (right) => [right, 'host']],
    ['a proof that was passed on from another port', (right) => [right, 'window', '127.0.0.1:1']],
  ])('closes the socket on %s', async (_what, how) => {
    const { heard, code } = await connect(...how(await signIn()));
    expect(code).toBe(4403);
    expect(heard.filter(({ kind }) => kind !== 'proof')).toEqual([]);
  });

  it('gives a reloaded page a key of its own, and only to a window that is signed in', async () => {
    const { secret, page } = await signIn();
    const again = await ask('POST', '/page', json({ Authorization: `Bearer ${secret}` }), '{}');
    const { socket, heard } = await connect(fieldsOf(again.text));
    socket.terminate();
    expect(fieldsOf(again.text).page).not.toBe(page);
    expect(heard.at(-1)?.['kind']).toBe('ready');
    expect((await ask('POST', '/page', json(), '{}')).status).toBe(403);
  });

  it('leaves to the host after it the windows of its port, with what they had open, and none of another port', async () => {
    const { page, key } = await signIn();
    const { socket } = await connect({ page, key });
    const window = known.windowOf(page) ?? '';
    await known.opened(window, 'a-workspace');
    socket.terminate();
    const next = new KnownWindows(file);
    const port = await next.read();
    await next.listensOn(port, port);
    expect([port, next.windowOf(page)]).toEqual([started.port, window]);
    expect([next.comesBack(page), next.comesBack(page)]).toEqual(['a-workspace', null]);
    const elsewhere = new KnownWindows(file);
    await elsewhere.listensOn(port + 1, await elsewhere.read());
    expect(elsewhere.windowOf(page)).toBeNull();
    expect(windowsFile).not.toContain(key);
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
