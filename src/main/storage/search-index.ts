import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { snippetAround } from '../../shared/search/snippet-around.ts';
import {
  matchExpression,
  type SearchDocument,
  type SearchHit,
  type SearchQuery,
} from '../../shared/search/search-query.ts';

/** Changes with the tables; an index of another form is made anew: it holds nothing of its own. */
const form = 2;
const most = 20;
/** Of so many matches no one is telling: they are not ranked, and the newest stand first. */
const mostRanked = 100_000;

const tables = `
  CREATE TABLE drafts (draft TEXT PRIMARY KEY, stamp TEXT NOT NULL, provider TEXT NOT NULL);
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, draft TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, code TEXT NOT NULL,
    kind TEXT NOT NULL, author TEXT NOT NULL, day TEXT NOT NULL, areas TEXT NOT NULL, grades TEXT NOT NULL,
    text TEXT NOT NULL
  );
  CREATE INDEX documents_of ON documents (draft);
  CREATE VIRTUAL TABLE words USING fts5(
    code, text, content = 'documents', content_rowid = 'id', prefix = '3 4 5 6 7',
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO words(words, rank) VALUES ('secure-delete', 1);
  PRAGMA user_version = ${form};
`;

function text(row: object, name: string): string {
  const value: unknown = Reflect.get(row, name);
  return typeof value === 'string' ? value : '';
}

/**
 * Full-text index of one workspace's notes and narratives in a file of the application's own (SQLite FTS5). Disposable:
 * made from the logs, made anew where it is missing, of another form or damaged. What leaves it is overwritten.
 */
export class SearchIndex {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #insertWords: StatementSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA secure_delete = ON;',
    );
    const version = this.#database.prepare('PRAGMA user_version').get() ?? {};
    if (Reflect.get(version, 'user_version') !== form) {
      this.#database.exec(
        'DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS documents; DROP TABLE IF EXISTS drafts;',
      );
      this.#database.exec(tables);
    }
    this.#insert = this.#database.prepare(
      'INSERT INTO documents (draft, what, place, code, kind, author, day, areas, grades, text) VALUES (?,?,?,?,?,?,?,?,?,?)',
    );
    this.#insertWords = this.#database.prepare('INSERT INTO words (rowid, code, text) VALUES (?,?,?)');
  }

  /** The stamp with which each draft was indexed. */
  stamps(): Readonly<Record<string, string>> {
    const rows = this.#database.prepare('SELECT draft, stamp FROM drafts').all();
    return Object.fromEntries(rows.map((row) => [text(row, 'draft'), text(row, 'stamp')]));
  }

  /** Replaces what the index holds of one draft. */
  put(draft: string, stamp: string, provider: string, documents: readonly SearchDocument[]): void {
    this.#inOne(() => {
      this.#remove(draft);
      this.#database
        .prepare('INSERT INTO drafts (draft, stamp, provider) VALUES (?,?,?)')
        .run(draft, stamp, provider);
      for (const { what, place, code, kind, author, day, areas, grades, text: words } of documents) {
        const { lastInsertRowid } = this.#insert.run(
          ...[draft, what, place, code, kind, author, day],
          ` ${areas.join(' ')} `,
          ` ${grades.join(' ')} `,
          words,
        );
        this.#insertWords.run(lastInsertRowid, code, words);
      }
    });
  }

  /** Takes a draft out. */
  drop(draft: string): void {
    this.#inOne(() => {
      this.#remove(draft);
    });
  }

  /**
   * At most twenty documents: the newest as they come, or with `ranked` those that fit best (BM25), unless too many
   * match for that to mean anything. As they come, whole words stand before beginnings of words.
   */
  search(
    query: SearchQuery,
    ranked: boolean,
  ): { readonly hits: readonly SearchHit[]; readonly ranked: boolean } {
    const match = matchExpression(query.text);
    if (match === '') return { hits: [], ranked };
    const select = this.#selection(query);
    if (ranked && select(match, `words.rowid DESC LIMIT 1 OFFSET ${mostRanked}`).length === 0)
      return { hits: this.#hits(select(match, `words.rank LIMIT ${most}`), match), ranked: true };
    const newest = `words.rowid DESC LIMIT ${most}`;
    const words = match.replace(/\*$/u, '');
    const latest = select(words, newest);
    if (latest.length === most) return { hits: this.#hits(latest, words), ranked: false };
    return { hits: this.#hits(select(match, newest), match), ranked: false };
  }

  /** Ids that match an expression within what narrows the query, in an order. */
  #selection(query: SearchQuery): (match: string, order: string) => readonly number[] {
    const wanted: readonly (readonly [string, string | null])[] = [
      ['documents.what = ?', query.what],
      ['documents.kind = ?', query.kind],
      ['documents.author = ?', query.author],
      ['documents.day >= ?', query.from],
      ['documents.day <= ?', query.to],
      ['documents.areas LIKE ?', query.area === null ? null : `% ${query.area} %`],
      ['documents.grades LIKE ?', query.grade === null ? null : `% ${query.grade} %`],
    ];
    const given = wanted.filter(([, value]) => value !== null);
    const joined = given.length === 0 ? '' : 'JOIN documents ON documents.id = words.rowid';
    const narrowed = given.map(([condition]) => `AND ${condition}`).join(' ');
    return (match, order) =>
      this.#database
        .prepare(
          `SELECT words.rowid AS id FROM words ${joined} WHERE words MATCH ? ${narrowed} ORDER BY ${order}`,
        )
        .all(match, ...given.map(([, value]) => value))
        .map((row) => Number(Reflect.get(row, 'id')));
  }

  close(): void {
    this.#database.close();
  }

  #hits(ids: readonly number[], match: string): readonly SearchHit[] {
    const document = this.#database.prepare(
      'SELECT documents.*, drafts.provider FROM documents JOIN drafts ON drafts.draft = documents.draft WHERE documents.id = ?',
    );
    const wanted = match.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return ids.flatMap((id): SearchHit[] => {
      const row = document.get(id);
      if (row === undefined) return [];
      return [
        {
          draft: text(row, 'draft'),
          provider: text(row, 'provider'),
          what: text(row, 'what') === 'note' ? 'note' : 'narrative',
          place: text(row, 'place'),
          code: text(row, 'code'),
          kind: text(row, 'kind'),
          author: text(row, 'author'),
          day: text(row, 'day'),
          area: text(row, 'areas').trim().split(' ')[0] ?? '',
          snippet: snippetAround(text(row, 'text'), wanted, match.endsWith('*')),
        },
      ];
    });
  }

  #remove(draft: string): void {
    this.#database
      .prepare(
        `INSERT INTO words (words, rowid, code, text)
         SELECT 'delete', id, code, text FROM documents WHERE draft = ?`,
      )
      .run(draft);
    this.#database.prepare('DELETE FROM documents WHERE draft = ?').run(draft);
    this.#database.prepare('DELETE FROM drafts WHERE draft = ?').run(draft);
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
