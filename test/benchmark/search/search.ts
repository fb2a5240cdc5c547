import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { madeNotes } from './made-notes.ts';
import { milliseconds, printTable, quantile, timed } from '../timing.ts';
import { SearchIndex } from '../../../src/main/storage/search-index.ts';
import type { SearchDocument, SearchQuery } from '../../../src/shared/search/search-query.ts';

const total = Number(process.env['NOTES'] ?? 1_000_000);
/** Peers hold as many notes as fit into what Plumbline may use. */
const budget = 300 * 1024 * 1024;

const words = [
  'children',
  'strategy discussions',
  'care leavers',
  'pathway plans',
  'delay',
  'missing',
  'police',
  'supervision',
  'homelessness',
  'adoption',
  'privately fostered',
  'timely assessments',
  'quill7',
  'quill512',
  '"social workers know"',
  'young carers health',
];
const prefixes = ['str', 'chi', 'adv', 'hom', 'qui', 'pol', 'saf', 'vis', 'exp', 'neg', 'ado', 'mis'];

const ask = (text: string): SearchQuery => ({
  text,
  what: null,
  kind: null,
  author: null,
  from: null,
  to: null,
  area: null,
  grade: null,
});

async function quantiles(
  queries: readonly string[],
  run: (text: string) => unknown,
): Promise<readonly [string, string]> {
  for (const text of queries) run(text);
  const taken = await timed(queries.length * 4, (at) => run(queries[at % queries.length] ?? ''));
  const worst = taken.indexOf(Math.max(...taken)) % queries.length;
  console.log(`slowest: ${queries[worst] ?? ''}, ${milliseconds(Math.max(...taken))}`);
  return [milliseconds(quantile(taken, 0.5)), milliseconds(quantile(taken, 0.95))];
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

interface Peer {
  readonly name: string;
  readonly add: (note: SearchDocument, at: number) => void;
  readonly search: (text: string) => unknown;
}

function peers(): readonly Peer[] {
  const mini = new MiniSearch<SearchDocument & { id: number }>({ fields: ['text', 'code'], idField: 'id' });
  const flex = new FlexSearch.Index({ tokenize: 'forward' });
  return [
    {
      name: 'MiniSearch',
      add: (note, at) => {
        mini.add({ ...note, id: at });
      },
      search: (text) => mini.search(text, { prefix: true, combineWith: 'AND' }).slice(0, 20),
    },
    {
      name: 'FlexSearch, forward',
      add: (note, at) => {
        flex.add(at, note.text);
      },
      search: (text) => flex.search(text, { limit: 20 }),
    },
  ];
}

/** Search over a million notes made from real prose, beside MiniSearch and FlexSearch on as many as the same memory holds. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-search-'));
  const path = join(folder, 'index.sqlite');
  const before = memory();
  const index = new SearchIndex(path);
  const begun = performance.now();
  let batch: SearchDocument[] = [];
  let drafts = 0;
  let made = 0;
  for (const note of madeNotes(total)) {
    batch.push(note);
    made += 1;
    if (batch.length < 2_000 && made < total) continue;
    drafts += 1;
    index.put(`draft-${drafts}`, 'stamp', `Provider ${drafts}`, batch);
    batch = [];
    if (made % 100_000 === 0)
      console.log(`${made} of ${total} notes indexed, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const seconds = (performance.now() - begun) / 1000;
  const rows: string[][] = [];
  for (const [title, queries] of [
    ['words', words],
    ['prefixes of three', prefixes],
  ] as const) {
    const first = await quantiles(queries, (text) => index.search(ask(text), false));
    const ranked = await quantiles(queries, (text) => index.search(ask(text), true));
    rows.push([`Plumbline, ${title}`, String(total), ...first, ...ranked]);
  }
  const held = (memory() - before) / 1024 / 1024;
  const size = (statSync(path).size / 1024 / 1024).toFixed(0);
  console.log(
    `\n${total} notes indexed in ${seconds.toFixed(0)} s, ${size} MiB on disk, ${held.toFixed(0)} MiB more in memory`,
  );
  index.close();
  rmSync(folder, { recursive: true, force: true });
  for (const peer of peers()) {
    const start = memory();
    let count = 0;
    for (const note of madeNotes(total)) {
      peer.add(note, count);
      count += 1;
      if (count % 5_000 === 0 && memory() - start > budget) break;
    }
    for (const [title, queries] of [
      ['words', words],
      ['prefixes of three', prefixes],
    ] as const) {
      const ranked = await quantiles(queries, peer.search);
      rows.push([`${peer.name}, ${title}`, String(count), '', '', ...ranked]);
    }
  }
  console.log('\nThe first twenty as they come, and ranked; peers hold what 300 MiB hold:');
  printTable(['engine', 'notes', 'first: median', 'p95', 'ranked: median', 'p95'], rows);
}
