import type { OfferedFile } from '../../shared/ipc/exchange-views.ts';
import { app } from './app-state.svelte.ts';
import { call } from './call.ts';
import { takeFiles } from './take-files.ts';

/** Whether a file holds records or a card, by its name. */
export function holdsRecords(name: string): boolean {
  return /\.(?:judgment|card)$/i.test(name);
}

/** A file of records offered to the open workspace: shown before it is taken in. */
class Offer {
  view = $state.raw<OfferedFile | null>(null);
  #grant = '';

  /** Asks for a file and shows what it would add. */
  async choose(): Promise<void> {
    const files = await app.ask(() => call('chooseFiles', { purpose: 'records' }));
    const file = files?.[0];
    if (file !== undefined) await this.show(file.grant);
  }

  /** Takes the first file of records among those dropped on the window. */
  async dropped(files: readonly File[]): Promise<void> {
    const [file, ...more] = files.filter(({ name }) => holdsRecords(name));
    if (file === undefined) return;
    const grants = await app.attempt(() => takeFiles([file]));
    await this.show(grants?.[0]?.grant ?? '');
    if (more.length > 0 && this.view !== null)
      app.tell('info', `Files of records are imported one at a time: ${file.name} is shown first.`);
  }

  async show(grant: string): Promise<void> {
    if (grant === '') return;
    this.#grant = grant;
    const view = (await app.attempt(() => call('offerFile', { file: grant }))) ?? null;
    // What is shown is what would be imported: of two files the one offered last, in whatever order they are read.
    if (this.#grant === grant) this.view = view;
  }

  async takeIn(): Promise<void> {
    const { view } = this;
    const taken = await app.attempt(() => call('takeIn', { file: this.#grant }));
    this.view = null;
    if (taken === undefined) return;
    if (taken.draft === null) {
      app.tell('ok', `The card was added. Check that it is really them before you rely on it.`);
      return;
    }
    app.tell('ok', `${taken.added} records of ${view?.draft?.provider ?? 'the draft'} were imported.`);
  }

  close(): void {
    this.#grant = '';
    this.view = null;
  }
}

/** The file offered to this window. */
export const offer = new Offer();
