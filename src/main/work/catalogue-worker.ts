// A worker thread that holds the catalogue of one workspace, made anew where its file is damaged.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { answerCalls } from './answer-calls.ts';
import type { CatalogueEntry } from '../ports/catalogue-port.ts';
import { CatalogueIndex } from '../storage/catalogue-index.ts';

const path = z.string().parse(workerData);
mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
let index = opened();

function opened(): CatalogueIndex {
  try {
    return new CatalogueIndex(path);
  } catch {
    return renewed();
  }
}

function renewed(): CatalogueIndex {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  return new CatalogueIndex(path);
}

/** Does something with the index; where the file turns out damaged, an empty one takes its place and it is done again. */
function withIndex<T>(work: (catalogue: CatalogueIndex) => T): T {
  try {
    return work(index);
  } catch {
    index.close();
    index = renewed();
    return work(index);
  }
}

answerCalls({
  all: () => withIndex((catalogue) => catalogue.all()),
  put: (entries: readonly CatalogueEntry[]) => {
    withIndex((catalogue) => {
      catalogue.put(entries);
    });
  },
  drop: (folders: readonly string[]) => {
    withIndex((catalogue) => {
      catalogue.drop(folders);
    });
  },
});
