// A worker thread that holds the full-text index of one workspace, made anew where its file is damaged.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { answerCalls } from './answer-calls.ts';
import { SearchIndex } from '../storage/search-index.ts';
import type { SearchDocument, SearchQuery } from '../../shared/search/search-query.ts';

const path = z.string().parse(workerData);
mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
let index = opened();

function opened(): SearchIndex {
  try {
    return new SearchIndex(path);
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    return new SearchIndex(path);
  }
}

answerCalls({
  stamps: () => index.stamps(),
  put: (draft: string, stamp: string, provider: string, documents: readonly SearchDocument[]) => {
    index.put(draft, stamp, provider, documents);
  },
  drop: (draft: string) => {
    index.drop(draft);
  },
  search: (query: SearchQuery, ranked: boolean) => index.search(query, ranked),
  /** Throws the file away and begins an empty one. */
  renew: () => {
    index.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    index = opened();
  },
});
