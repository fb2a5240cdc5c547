import { makeCalls } from './make-calls.ts';
import type { Bridge, FolderListing } from '../shared/ipc/bridge.ts';
import type { FileGrant } from '../shared/ipc/grant.ts';
import type { HostEvent } from '../shared/ipc/host-event.ts';

const kept = 'plumbline-session';
const listeners = new Set<(event: HostEvent) => void>();
const closed = {
  ok: false,
  error: {
    code: 'untrusted-sender',
    message:
      'This window is not signed in: its link was used before or is too old. Nothing was changed. Open Plumbline again from its icon.',
  },
};

/** The program behind this window gave no answer: it has ended, for it runs on this very computer. */
const ended = {
  ok: false,
  error: {
    code: 'host-ended',
    message:
      'The program behind this window has ended, so what you asked for was not confirmed. What was saved before is safe on this computer. Copy or save what you typed here, then open Plumbline again from its icon.',
  },
};

/** Swaps the one-time token of the address for the session's secret, and takes it out of the address at once. */
async function openSession(): Promise<string | null> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return sessionStorage.getItem(kept);
  history.replaceState(null, '', '/');
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) return null;
  const said: unknown = await answer.json();
  if (typeof said !== 'object' || said === null || !('secret' in said) || typeof said.secret !== 'string')
    return null;
  sessionStorage.setItem(kept, said.secret);
  return said.secret;
}

const session = openSession();

async function post(address: string, body: BodyInit, type: string): Promise<unknown> {
  const secret = await session;
  if (secret === null) return closed;
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${secret}` },
      body,
    });
    return answer.status === 403 ? closed : await answer.json();
  } catch {
    return ended;
  }
}

function postJson(address: string, value: unknown): Promise<unknown> {
  return post(address, JSON.stringify(value), 'application/json');
}

function isListing(value: unknown): value is FolderListing {
  return typeof value === 'object' && value !== null && 'folders' in value;
}

function isGrant(value: unknown): value is FileGrant {
  return typeof value === 'object' && value !== null && 'grant' in value;
}

function isEvent(
  value: unknown,
): value is HostEvent | { kind: 'ready' } | { kind: 'download'; ticket: string; name: string } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

async function download(ticket: string, name: string): Promise<void> {
  const secret = await session;
  const answer = await fetch('/download', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret ?? ''}` },
    body: JSON.stringify({ ticket }),
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

let hearing: () => void = () => undefined;
const heard = new Promise<void>((resolve) => {
  hearing = resolve;
});

async function listen(): Promise<void> {
  const secret = await session;
  if (secret === null) {
    hearing();
    return;
  }
  const socket = new WebSocket(`ws://${location.host}/events`);
  socket.addEventListener('open', () => {
    socket.send(JSON.stringify({ secret }));
  });
  socket.addEventListener('message', (message) => {
    const event: unknown = JSON.parse(String(message.data));
    if (!isEvent(event)) return;
    if (event.kind === 'ready') hearing();
    else if (event.kind === 'download') void download(event.ticket, event.name);
    else for (const listener of listeners) listener(event);
  });
  socket.addEventListener('close', () => {
    hearing();
    setTimeout(() => void listen(), 1000);
  });
}

void listen();

const bridge: Bridge = {
  ...makeCalls(async (channel, input) => {
    await heard;
    return postJson('/call', { channel, input });
  }),
  onHostEvent: (listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  takeFiles: (files) =>
    Promise.all(
      files.map(async (file) => {
        const grant = await post(
          `/upload?name=${encodeURIComponent(file.name)}`,
          file,
          'application/octet-stream',
        );
        if (!isGrant(grant)) throw new TypeError('The file could not be taken.');
        return grant;
      }),
    ),
  browseFolders: async (at) => {
    const listing = await postJson('/folders', { at });
    return isListing(listing) ? listing : { here: null, above: [], folders: [] };
  },
  answerQuestion: async (question, answer) => {
    await postJson('/answer', { question, grants: answer?.grants ?? null });
    return null;
  },
};

Object.defineProperty(window, 'plumbline', {
  value: Object.freeze(bridge),
  writable: false,
  configurable: false,
});
