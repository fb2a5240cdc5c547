import { newWindow } from './new-window.ts';
import { tellWindow } from './window-in-node.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../src/renderer/lib/call.ts';
import { DraftSession } from '../../src/renderer/lib/draft-session.svelte.ts';
import { unkept } from '../../src/renderer/lib/unkept.svelte.ts';
import type { ChannelName } from '../../src/shared/ipc/contract.ts';
import { refused } from '../../src/shared/result.ts';
import { ownFolder, run, settle, type Running } from '../main/running-scope.ts';

/** A home of its own with a window open on it: all that is behind the window is the real program. */
export class Home {
  readonly #own = ownFolder();
  readonly path = this.#own.path;
  readonly main = run(join(this.path, 'profile'), undefined, {
    send: (_window, event) => {
      tellWindow(event);
    },
    broadcast: tellWindow,
  });
  /** The session of the window. */
  readonly draft = new DraftSession();
  readonly #refused = new Map<string, string>();
  readonly #late = new Map<string, Promise<void>>();
  readonly #colleagues: Running[] = [];
  /** Calls that are not answered yet, by what answers them. */
  readonly #answering = new Map<Promise<unknown>, string>();

  constructor() {
    const sender = { trusted: true, window: 'window' };
    newWindow(async (channel, input) => {
      const message = this.#refused.get(channel);
      if (message !== undefined) return refused({ code: 'io', message });
      const late = this.#late.get(channel);
      this.#late.delete(channel);
      const answering = this.main.app.route(sender, channel, input);
      this.#answering.set(answering, channel);
      const answer = await answering.finally(() => this.#answering.delete(answering));
      await late;
      return answer;
    });
  }

  /** Refuses all calls of a channel in these words, as a full disk would; what it answers ends that. */
  refuse(channel: ChannelName, message: string): () => void {
    this.#refused.set(channel, message);
    return () => this.#refused.delete(channel);
  }

  /** The answer to the next call of a channel is made at once and comes late: once what this answers is called. */
  delay(channel: ChannelName): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#late.set(channel, promise);
    return () => {
      resolve(undefined);
    };
  }

  /** Somebody else opens the team's folder on a computer of their own and is an inspector in a draft. */
  async colleague(draft: string, name = 'Ben Writer'): Promise<Running & { readonly person: string }> {
    const running = run(join(this.path, `profile of ${name}`));
    this.#colleagues.push(running);
    await settle(running, name, join(this.path, 'team'), false);
    const person = (await running.scope.ports.keys.self())?.person ?? '';
    await call('grantRole', { draft, person, role: 'inspector' });
    return { ...running, person };
  }

  /** Somebody says who they are and makes a workspace, from nothing. */
  async settle(name = 'Ada Reader'): Promise<void> {
    await app.refresh();
    await call('introducePerson', { card: { name, post: 'Inspector', registration: '', years: 3 } });
    mkdirSync(join(this.path, 'team'));
    this.main.choice.folder = join(this.path, 'team');
    const folder = await call('chooseFolder', { purpose: 'create-workspace' });
    if (folder === null) throw new Error('no folder was chosen');
    await call('createWorkspace', { folder: folder.grant, name: 'Team' });
    await app.refresh();
  }

  /** Begins a draft under ILACS 2026 and opens it in the window; answers its id. */
  async begin(provider = 'Northbrook'): Promise<string> {
    const { draft } = await call('beginDraft', {
      provider,
      kind: 'Standard',
      framework: 'ilacs-2026',
      start: '2026-11-16',
      end: null,
      recoveryOwner: null,
    });
    await this.open(draft);
    return draft;
  }

  /** Opens a draft in the window, on the screen where it is written. */
  async open(draft: string): Promise<void> {
    app.go({ screen: 'write', draft, area: '' });
    await this.draft.load(draft);
  }

  /** Opens the sample: a draft of fictional people with evidence, revisions and rounds. Answers its first draft's id. */
  async openSample(name = 'Ada Reader'): Promise<string> {
    await app.refresh();
    await call('introducePerson', { card: { name, post: 'Inspector', registration: '', years: 3 } });
    await call('openSample', {});
    await app.refresh();
    const [first] = await call('listDrafts', {});
    if (first === undefined) throw new Error('the sample has no draft');
    await this.open(first.draft);
    return first.draft;
  }

  /** Ends the programs once they answered all they were asked, and takes their folder away: the next window begins anew. */
  async close(): Promise<void> {
    const named = setTimeout(() => {
      console.log(`measured: a home does not close; unanswered: ${[...this.#answering.values()].join(', ')}`);
    }, 20_000);
    // What a test typed last is not on disk yet; written into a home that is gone, it would stand in the next window.
    await unkept.keepAll();
    if (unkept.text() !== '') throw new Error(`a test leaves words on no disk: ${unkept.text()}`);
    while (this.#answering.size > 0) await Promise.allSettled(this.#answering.keys());
    clearTimeout(named);
    await new Promise((settle) => setImmediate(settle));
    for (const { app } of [...this.#colleagues, this.main]) app.release();
    this.#own.remove();
  }
}
