import type { ReaderView } from '../../shared/ipc/reader-views.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { takeFiles } from './take-files.ts';

type Tab = 'report' | 'moderation' | 'certificate';

/** The file of records that a window reads by itself, whatever workspace is open. */
class Reading {
  view = $state.raw<ReaderView | null>(null);
  tab = $state<Tab>('report');
  /** When it was verified last. */
  at = $state('');
  #grant = '';

  /** Asks for a file and reads it. */
  async choose(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'records' }));
    const file = files?.[0];
    if (file !== undefined) await this.show(file.grant);
  }

  /** Reads the first file of records among those dropped on a window without a workspace. */
  async dropped(files: readonly File[]): Promise<void> {
    const file = files.find(({ name }) => /\.judgment$/iu.test(name));
    if (file === undefined) {
      app.refuse(
        'warn',
        'Without a workspace, files that end in .judgment can be read, and no others. Nothing was changed. Open a workspace to import it.',
      );
      return;
    }
    const grants = await app.attempt(() => takeFiles([file]));
    const grant = grants?.[0]?.grant;
    if (grant !== undefined) await this.show(grant);
  }

  /** Reads a file and verifies it; of two the one asked for last, in whatever order they are read. */
  async show(grant: string): Promise<void> {
    this.#grant = grant;
    const view = await app.attempt(() => call('readCopy', { file: grant }));
    if (view === undefined || this.#grant !== grant) return;
    if (this.view?.verification.draft !== view.verification.draft) this.tab = 'report';
    this.view = view;
    this.at = new Date().toISOString();
    app.done(
      view.isSound
        ? `${view.provider}: verified, nothing is broken`
        : `${view.provider}: something is broken`,
    );
  }

  /** Reads and verifies the same file anew. */
  async again(): Promise<void> {
    await this.show(this.#grant);
  }

  /** Hands out the document that is shown. */
  async export(format: 'pdf' | 'html'): Promise<void> {
    const document = this.tab;
    const saved = await app.attempt(() => call('exportRead', { file: this.#grant, document, format }));
    if (saved != null) app.tell('ok', `Wrote ${saved.name}.`);
  }

  close(): void {
    this.#grant = '';
    this.view = null;
  }
}

/** What this window reads. */
export const reading = new Reading();
