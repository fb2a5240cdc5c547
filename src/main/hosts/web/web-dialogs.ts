import { randomBytes } from 'node:crypto';
import { mkdir, opendir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import type { Dialogs } from '../../ports/ports.ts';
import { done } from '../../../shared/result.ts';
import type { FolderListing } from '../../../shared/ipc/bridge.ts';
import type { FileGrant, FolderGrant } from '../../../shared/ipc/grant.ts';
import type { FilePurpose, HostEvent } from '../../../shared/ipc/host-event.ts';

/** What the browser host needs of grants. */
interface WebGrants {
  grantFolder(path: string): FolderGrant;
  pathOf(grant: string): string | null;
}

/** What the browser host tells a window: what main tells, and that a file waits to be downloaded once. */
export type WebEvent =
  HostEvent | { readonly kind: 'download'; readonly ticket: string; readonly name: string };

interface Download {
  readonly window: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What no system a team shares a folder with can name a folder. */
const unfitName = /[\p{Cc}<>:"/\\|?*]|^\.|[. ]$/u;

/** Makes a folder in another; why it could not be made, or null where it is there now. */
async function whyNotMade(inside: string, name: string): Promise<string | null> {
  if (name === '') return 'The new folder has no name yet.';
  if (unfitName.test(name))
    return 'A folder’s name has no / \\ : * ? " < > |, and neither begins nor ends with a full stop.';
  try {
    await mkdir(join(inside, name));
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return 'There is something of that name here already.';
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'You may not make a folder here.';
    return 'The folder could not be made here. Nothing was changed.';
  }
}

/** Dialogs for a host that has none of its own: the window asks people, and answers with grants. */
export class WebDialogs implements Dialogs {
  readonly #grants: WebGrants;
  readonly #send: (window: string, event: WebEvent) => void;
  readonly #questions = new Map<string, (grants: readonly string[] | null) => void>();
  readonly #files = new Map<string, FileGrant>();
  readonly #downloads = new Map<string, Download>();

  constructor(grants: WebGrants, send: (window: string, event: WebEvent) => void) {
    this.#grants = grants;
    this.#send = send;
  }

  async chooseFolder(
    window: string,
    purpose: 'open-workspace' | 'create-workspace',
  ): Promise<FolderGrant | null> {
    const grants = await this.#ask(window, (question) => ({ kind: 'folder-asked', question, purpose }));
    const grant = grants?.[0];
    const path = grant === undefined ? null : this.#grants.pathOf(grant);
    return grant === undefined || path === null ? null : { grant, name: basename(path) };
  }

  async chooseFiles(window: string, purpose: FilePurpose): Promise<readonly FileGrant[]> {
    const grants = await this.#ask(window, (question) => ({ kind: 'files-asked', question, purpose }));
    return (grants ?? []).flatMap((grant) => this.#files.get(grant) ?? []);
  }

  saveFile(window: string, name: string, bytes: Uint8Array): ReturnType<Dialogs['saveFile']> {
    const ticket = randomBytes(32).toString('hex');
    this.#downloads.set(ticket, { window, name, bytes });
    this.#send(window, { kind: 'download', ticket, name });
    return Promise.resolve(done({ name }));
  }

  /** A window's answer to a question; an unknown question is nobody's. */
  answer(question: string, grants: readonly string[] | null): void {
    this.#questions.get(question)?.(grants);
    this.#questions.delete(question);
  }

  rememberFile(grant: FileGrant): void {
    this.#files.set(grant.grant, grant);
  }

  /** Gives a file out once, to the window it was made for. */
  takeDownload(ticket: string, window: string): { readonly name: string; readonly bytes: Uint8Array } | null {
    const found = this.#downloads.get(ticket);
    if (found?.window !== window) return null;
    this.#downloads.delete(ticket);
    return found;
  }

  /** Folders below one, for the window's picker; `at` null begins in the user's home, `make` is made first and listed. */
  async browse(at: string | null, make: string | null = null): Promise<FolderListing> {
    const asked = at === null ? homedir() : this.#grants.pathOf(at);
    if (asked === null) return { here: null, above: [], folders: [], problem: null };
    const problem = make === null ? null : await whyNotMade(asked, make);
    const here = make === null || problem !== null ? asked : join(asked, make);
    const above: { grant: string; name: string }[] = [];
    for (let path = dirname(here); ; path = dirname(path)) {
      const { grant } = this.#grants.grantFolder(path);
      if (path !== here) above.unshift({ grant, name: path === parse(path).root ? path : basename(path) });
      if (path === dirname(path)) break;
    }
    return { here: this.#grants.grantFolder(here), above, folders: await this.#foldersIn(here), problem };
  }

  async #foldersIn(path: string): Promise<FolderListing['folders']> {
    const names: string[] = [];
    try {
      for await (const entry of await opendir(path)) {
        if (entry.isDirectory() && !entry.name.startsWith('.')) names.push(entry.name);
      }
    } catch {
      return [];
    }
    return Promise.all(
      names.sort().map(async (name) => {
        const folder = join(path, name);
        const workspace = await stat(join(folder, 'plumbline.json')).then(
          (found) => found.isFile(),
          () => false,
        );
        return { grant: this.#grants.grantFolder(folder).grant, name, workspace };
      }),
    );
  }

  #ask(window: string, event: (question: string) => HostEvent): Promise<readonly string[] | null> {
    const question = randomBytes(16).toString('hex');
    return new Promise((resolve) => {
      this.#questions.set(question, resolve);
      this.#send(window, event(question));
    });
  }
}
