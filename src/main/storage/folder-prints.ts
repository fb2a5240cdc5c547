import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** What of a workspace is looked at besides its drafts. */
export type WatchedTop = 'people' | 'presence';

/** What the files of a workspace looked like last: their names, sizes and times, by draft and by folder of people. */
export class FolderPrints {
  readonly #root: string;
  readonly #fs: FileSystem;
  readonly #fingerprint: (folder: string) => Promise<string>;
  readonly #known = new Map<string, string>();

  constructor(root: string, fs: FileSystem, fingerprint: (folder: string) => Promise<string>) {
    this.#root = root;
    this.#fs = fs;
    this.#fingerprint = fingerprint;
  }

  /** Whether a draft's files are not what they were when this was asked last; what cannot be read is as nothing. */
  async draftDiffers(folder: string): Promise<boolean> {
    return this.#differs(folder, await this.#fingerprint(folder).catch(() => ''));
  }

  /** Whether the files of people, or of their presence, are not what they were when this was asked last. */
  async topDiffers(top: WatchedTop): Promise<boolean> {
    const folder = join(this.#root, top);
    const entries = await this.#fs.list(folder).catch(() => []);
    const facts = await Promise.all(
      entries.map(({ name }) => this.#fs.facts(join(folder, name)).catch(() => null)),
    );
    const prints = entries.map(
      ({ name }, at) => `${name}:${facts[at]?.size ?? 0}:${facts[at]?.modified ?? 0}`,
    );
    return this.#differs(`/${top}`, prints.join('|'));
  }

  #differs(place: string, now: string): boolean {
    const before = this.#known.get(place);
    this.#known.set(place, now);
    return before !== now;
  }
}
