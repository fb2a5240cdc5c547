import { answerCallsWith, tellWindow } from './window-in-node.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '../../src/renderer/lib/app-state.svelte.ts';
import { call } from '../../src/renderer/lib/call.ts';
import { DraftSession } from '../../src/renderer/lib/draft-session.svelte.ts';
import { ownFolder, run } from '../main/running-scope.ts';

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

  constructor() {
    const sender = { trusted: true, window: 'window' };
    answerCallsWith((channel, input) => this.main.app.route(sender, channel, input));
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

  /** Ends the program and takes its folder away. */
  close(): void {
    this.main.app.release();
    this.#own.remove();
  }
}
