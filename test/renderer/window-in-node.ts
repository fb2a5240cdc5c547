// The window that the renderer's state classes stand in, in Node and without a DOM. It comes before they do: a test
// imports this file first.
import { makeCalls } from '../../src/preload/make-calls.ts';
import type { Bridge } from '../../src/shared/ipc/bridge.ts';
import type { HostEvent } from '../../src/shared/ipc/host-event.ts';

type Carry = (channel: string, input: unknown) => Promise<unknown>;

/** Who answers the window's calls; a test says who, or opens a home that does. */
let carry: Carry = (channel) => Promise.reject(new Error(`nobody answers ${channel}`));
const listeners = new Set<(event: HostEvent) => void>();

/** Lets `answer` answer every call of the window from now on. */
export function answerCallsWith(answer: Carry): void {
  carry = answer;
}

/** Tells the window what main would tell it. */
export function tellWindow(event: HostEvent): void {
  for (const listener of listeners) listener(event);
}

const nowhere = { grant: '', name: '' };
const bridge: Bridge = {
  ...makeCalls((channel, input) => carry(channel, input)),
  onHostEvent: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  takeFiles: (files) =>
    Promise.resolve(files.map((file) => ({ ...nowhere, name: file.name, bytes: file.size }))),
  browseFolders: () => Promise.resolve({ here: null, above: [], folders: [], problem: null }),
  makeFolder: () => Promise.resolve({ here: null, above: [], folders: [], problem: null }),
  answerQuestion: () => Promise.resolve(null),
};

/** An address that says when it changes, as a browser's does. */
class Address {
  #hash = '';

  get hash(): string {
    return this.#hash;
  }

  set hash(hash: string) {
    const next = hash.startsWith('#') || hash === '' ? hash : `#${hash}`;
    if (next === this.#hash) return;
    this.#hash = next;
    stand.dispatchEvent(new Event('hashchange'));
  }
}

const stand = Object.assign(new EventTarget(), { plumbline: bridge });
class Drawn extends EventTarget {}
Object.assign(globalThis, {
  window: stand,
  location: new Address(),
  // Nothing is drawn: what a state class looks for on the page is not there.
  document: {
    activeElement: null,
    documentElement: { style: {} },
    querySelector: () => null,
    querySelectorAll: () => [],
    getElementById: () => null,
  },
  Element: Drawn,
  HTMLElement: Drawn,
  HTMLInputElement: class extends Drawn {},
});
