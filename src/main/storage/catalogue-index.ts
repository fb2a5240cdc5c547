import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CatalogueEntry } from '../ports/catalogue-port.ts';

/** Changes with the table, and with what rows hold or verification finds: a catalogue of another form is made anew. */
const form = 10;

const kept = z.strictObject({
  folder: z.string(),
  stamp: z.string(),
  authors: z.array(z.string()),
  row: z.custom<CatalogueEntry['row']>((row) => row === null || typeof row === 'object'),
  counts: z.array(z.strictObject({ key: z.string(), author: z.string(), count: z.int() })),
  clocks: z.custom<CatalogueEntry['clocks']>((clocks) => clocks === null || typeof clocks === 'object'),
  sealed: z.custom<CatalogueEntry['sealed']>((sealed) => sealed === null || typeof sealed === 'object'),
  everySignature: z.boolean(),
});

/**
 * The list of one workspace's drafts in a file of the application's own (SQLite). Disposable: made from the logs, made
 * anew where it is missing, of another form or damaged. What leaves it is overwritten.
 */
export class CatalogueIndex {
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 2000;',
    );
    const version = this.#database.prepare('PRAGMA user_version').get() ?? {};
    if (Reflect.get(version, 'user_version') !== form) {
      this.#database.exec(
        `DROP TABLE IF EXISTS drafts; CREATE TABLE drafts (folder TEXT PRIMARY KEY, entry TEXT NOT NULL);
         PRAGMA user_version = ${form};`,
      );
    }
  }

  /** Every entry; one that cannot be read is left out, and its folder is read anew. */
  all(): readonly CatalogueEntry[] {
    return this.#database
      .prepare('SELECT entry FROM drafts')
      .all()
      .flatMap((row) => {
        const entry: unknown = Reflect.get(row, 'entry');
        return typeof entry === 'string' ? (kept.safeParse(JSON.parse(entry)).data ?? []) : [];
      });
  }

  /** Keeps entries in the place of what was known of their folders. */
  put(entries: readonly CatalogueEntry[]): void {
    const insert = this.#database.prepare('INSERT OR REPLACE INTO drafts (folder, entry) VALUES (?, ?)');
    this.#inOne(() => {
      for (const entry of entries) insert.run(entry.folder, JSON.stringify(entry));
    });
  }

  /** Forgets folders. */
  drop(folders: readonly string[]): void {
    const remove = this.#database.prepare('DELETE FROM drafts WHERE folder = ?');
    this.#inOne(() => {
      for (const folder of folders) remove.run(folder);
    });
  }

  close(): void {
    this.#database.close();
  }

  #inOne(work: () => void): void {
    this.#database.exec('BEGIN');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}
