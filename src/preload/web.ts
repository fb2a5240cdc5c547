import { HostLink } from './host-link.ts';
import { makeCalls } from './make-calls.ts';
import type { Bridge, FolderListing } from '../shared/ipc/bridge.ts';
import { isFileGrant } from '../shared/ipc/grant.ts';
import type { HostEvent } from '../shared/ipc/host-event.ts';

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
      'The program behind this window has ended, so what you asked for was not confirmed. What was saved before is safe on this computer. Open Plumbline again from its icon: this window then goes on by itself.',
  },
};

/** Another program has this window's port: it gets nothing. */
const foreign = {
  ok: false,
  error: {
    code: 'host-ended',
    message:
      'The program behind this window has ended, and what answers at its address could not prove that it is Plumbline. Nothing was sent to it. What was saved before is safe on this computer. Copy or save what you typed here, then open Plumbline again from its icon.',
  },
};

const link = new HostLink((event) => {
  if (event.kind === 'download') void download(event.ticket, event.name);
  else for (const listener of listeners) listener(event);
});
void link.open();

const refusals = { 'not-signed-in': closed, ended, foreign };

async function post(address: string, body: BodyInit, type: string): Promise<unknown> {
  const leave = await link.secret();
  if (!leave.ok) return refusals[leave.why];
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${leave.secret}` },
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

async function folders(asked: {
  readonly at: string | null;
  readonly make?: string;
}): Promise<FolderListing> {
  const listing = await postJson('/folders', asked);
  return isListing(listing) ? listing : { here: null, above: [], folders: [], problem: null };
}

async function download(ticket: string, name: string): Promise<void> {
  const leave = await link.secret();
  if (!leave.ok) return;
  const answer = await fetch('/download', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${leave.secret}` },
    body: JSON.stringify({ ticket }),
  });
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(await answer.blob());
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

const bridge: Bridge = {
  ...makeCalls((channel, input) => postJson('/call', { channel, input })),
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
        if (!isFileGrant(grant)) throw new TypeError('The file could not be taken.');
        return grant;
      }),
    ),
  browseFolders: (at) => folders({ at }),
  makeFolder: (at, make) => folders({ at, make }),
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
